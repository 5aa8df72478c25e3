#include "indexer/layer_merge.h"

#include <algorithm>
#include <numeric>

#include "common/names/gazetteer.h"
#include "indexer/corrected_articles.h"
#include "indexer/corrector.h"
#include "indexer/merge_policy.h"
#include "indexer/stored_articles.h"

namespace khobao::indexer {
namespace {

std::vector<size_t> layers_to_write(const MergeRequest& request, uint64_t added) {
  const auto& layers = request.live.manifest.layers;
  std::vector<size_t> anew;
  if (request.settings.other_names(request.live) ||
      request.settings.other_corrections_than_known(request.live)) {
    anew.resize(layers.size());
    std::iota(anew.begin(), anew.end(), size_t{0});
    return anew;
  }
  std::vector<LayerSize> sizes;
  for (size_t i = 0; i < layers.size(); ++i)
    sizes.push_back({.articles = layers[i].articles, .deleted = request.marks[i].size()});
  anew = layers_to_rewrite(sizes, added);
  if (!request.drop_deleted) return anew;
  for (size_t i = 0; i < layers.size(); ++i) {
    if (sizes[i].deleted > 0) anew.push_back(i);
  }
  std::sort(anew.begin(), anew.end());
  anew.erase(std::unique(anew.begin(), anew.end()), anew.end());
  return anew;
}

// Each thread's way to apply other names or corrections to a stored article.
std::function<Revise()> revision(const Settings& settings, const names::Gazetteer& gazetteer,
                                 bool other_names) {
  return [&settings, &gazetteer, other_names]() -> Revise {
    auto corrector = std::make_shared<Corrector>(settings.corrections, gazetteer);
    return [corrector, other_names](archive::Article& article) {
      if (other_names) {
        corrector->finish_anew(article);
      } else {
        corrector->finish_stored(article);
      }
    };
  };
}

}  // namespace

Result<MergedLayers> merge_layers(const std::string& db, MergeRequest request,
                                  const PipelineOptions& options, NewLayer& layer,
                                  NextGeneration& next) {
  const LiveArchive& live = request.live;
  const std::vector<size_t> anew = layers_to_write(request, layer.articles());
  MergedLayers merged;
  const auto& corrected = request.settings.corrections_changed;
  const bool apart = request.apart && (!anew.empty() || !corrected.empty());
  if (apart) {
    auto created = NewLayer::create(db, options, dictionary_to_share(db, live));
    if (!created) return created.error();
    merged.copies = std::move(*created);
  }
  NewLayer& target = apart ? *merged.copies : layer;
  const uint64_t read = target.articles();
  std::unique_ptr<names::Gazetteer> gazetteer;
  std::function<Revise()> revise;
  if (request.settings.differ_from(live)) {
    gazetteer = std::make_unique<names::Gazetteer>();
    gazetteer->add_user_names(request.settings.names);
    revise = revision(request.settings, *gazetteer, request.settings.other_names(live));
  }
  auto copied = copy_stored_articles(db, live.generation, live.manifest, anew, request.marks,
                                     worker_count(options), revise,
                                     [&](unsigned worker, ReadArticle&& article) {
                                       return target.add(worker, std::move(article));
                                     });
  if (!copied) return copied.error();
  if (revise) {
    auto rewritten = rewrite_corrected(db, live, corrected, anew, revise(), request.marks, target);
    if (!rewritten) return rewritten.error();
  }
  merged.rewritten = target.articles() - read;
  if (apart && merged.copies->articles() > 0) {
    auto entry = merged.copies->finish();
    if (!entry) return entry.error();
    next.layers.layers.push_back(std::move(*entry));
    next.layers.marks.emplace_back();
  }
  for (size_t i = 0; i < request.marks.size(); ++i) {
    if (std::binary_search(anew.begin(), anew.end(), i)) continue;
    next.layers.layers.push_back(live.manifest.layers[i]);
    next.layers.marks.push_back(std::move(request.marks[i]));
  }
  return merged;
}

}  // namespace khobao::indexer
