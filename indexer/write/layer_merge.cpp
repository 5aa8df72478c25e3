#include "indexer/write/layer_merge.h"

#include <algorithm>
#include <numeric>

#include "common/archive/disk/hash.h"
#include "common/names/gazetteer.h"
#include "indexer/recognise/corrector.h"
#include "indexer/write/corrected_articles.h"
#include "indexer/write/disk_room.h"
#include "indexer/write/merge_policy.h"
#include "indexer/write/stored_articles.h"

namespace khobao::write {
namespace {

std::vector<size_t> layers_of(const MergeRequest& request, uint64_t added) {
  const auto& layers = request.live.manifest.layers;
  std::vector<size_t> merging;
  if (request.settings.other_names(request.live) || !request.settings.corrections_known) {
    merging.resize(layers.size());
    std::iota(merging.begin(), merging.end(), size_t{0});
    return merging;
  }
  std::vector<LayerSize> sizes;
  for (size_t i = 0; i < layers.size(); ++i)
    sizes.push_back({.articles = layers[i].articles, .deleted = request.marks[i].size()});
  merging = layers_to_merge(sizes, added);
  if (!request.drop_deleted) return merging;
  for (size_t i = 0; i < layers.size(); ++i) {
    if (sizes[i].deleted > 0) merging.push_back(i);
  }
  std::sort(merging.begin(), merging.end());
  merging.erase(std::unique(merging.begin(), merging.end()), merging.end());
  return merging;
}

// True where a layer that is merged need not be written again from stored text.
bool stays_as_it_is(const MergeRequest& request, size_t layer, const std::string& dictionary) {
  const archive::LayerEntry& entry = request.live.manifest.layers[layer];
  const LayerSize size{.articles = entry.articles, .deleted = request.marks[layer].size()};
  return !request.settings.differ_from(request.live) &&
         (request.drop_deleted ? size.deleted == 0 : may_stay(size)) && !dictionary.empty() &&
         entry.dictionary == archive::to_hex(archive::content_hash(dictionary));
}

// Those written again are there twice for a while, as segments and as the layer made of them.
Result<void> check_room_for(const std::string& db, const commit::LiveArchive& live,
                            const std::vector<size_t>& anew,
                            const std::vector<size_t>& as_they_are) {
  uint64_t bytes = 0;
  const auto add = [&](const std::vector<size_t>& layers, uint64_t times) {
    for (const size_t i : layers) {
      for (const auto& [name, sum] : live.manifest.layers[i].files) bytes += times * sum.size_bytes;
    }
  };
  add(anew, 2);
  add(as_they_are, 1);
  return bytes == 0 ? Result<void>() : require_room(db, bytes);
}

// Each thread's way to apply other names or corrections to a stored article.
std::function<Revise()> revision(const indexer::Settings& settings,
                                 const names::Gazetteer& gazetteer, bool other_names) {
  return [&settings, &gazetteer, other_names]() -> Revise {
    auto corrector = std::make_shared<recognise::Corrector>(settings.corrections, gazetteer);
    return [corrector, other_names](archive::Article& article) {
      return other_names ? corrector->finish_anew(article) : corrector->finish_stored(article);
    };
  };
}

}  // namespace

Result<MergedLayers> merge_layers(const std::string& db, MergeRequest request,
                                  const pipeline::PipelineOptions& options, NewLayer& layer,
                                  commit::NextGeneration& next) {
  const commit::LiveArchive& live = request.live;
  const auto shared = commit::dictionary_to_share(db, live);
  if (!shared) return shared.error();
  const std::string& dictionary = *shared;
  const std::vector<size_t> merging = layers_of(request, layer.articles());
  std::vector<size_t> anew, as_they_are;
  for (const size_t i : merging)
    (stays_as_it_is(request, i, dictionary) ? as_they_are : anew).push_back(i);
  MergedLayers merged;
  const auto& corrected = request.settings.corrections_changed;
  const bool apart = request.apart && (!merging.empty() || !corrected.empty());
  if (apart) {
    auto created = NewLayer::create(db, options, dictionary);
    if (!created) return created.error();
    merged.copies = std::move(*created);
  }
  NewLayer& target = apart ? *merged.copies : layer;
  if (auto room = check_room_for(db, live, anew, as_they_are); !room) return room.error();
  const uint64_t read = target.articles();
  std::unique_ptr<names::Gazetteer> gazetteer;
  std::function<Revise()> revise;
  if (request.settings.differ_from(live)) {
    gazetteer = std::make_unique<names::Gazetteer>();
    gazetteer->add_user_names(request.settings.names);
    revise = revision(request.settings, *gazetteer, request.settings.other_names(live));
  }
  auto copied =
      copy_stored_articles(db, live.generation, live.manifest, anew, request.marks, options, revise,
                           [&](unsigned worker, pipeline::ReadArticle&& article) {
                             return target.add(worker, std::move(article));
                           });
  if (!copied) return copied.error();
  if (revise) {
    auto rewritten =
        rewrite_corrected(db, live, corrected, merging, revise(), request.marks, target);
    if (!rewritten) return rewritten.error();
  }
  merged.rewritten = target.articles() - read;
  for (const size_t i : as_they_are) {
    target.append(archive::layer_named(db, live.manifest.layers[i].name),
                  live.manifest.layers[i].articles, request.marks[i]);
  }
  if (apart && target.articles() > 0) {
    auto entry = target.finish();
    if (!entry) return entry.error();
    next.layers.layers.push_back(std::move(*entry));
    next.layers.marks.push_back(target.appended_marks());
  }
  for (size_t i = 0; i < request.marks.size(); ++i) {
    if (std::binary_search(merging.begin(), merging.end(), i)) continue;
    next.layers.layers.push_back(live.manifest.layers[i]);
    next.layers.marks.push_back(std::move(request.marks[i]));
  }
  return merged;
}

}  // namespace khobao::write
