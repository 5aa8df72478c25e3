#include "indexer/hiding.h"

#include <algorithm>

#include "common/archive/generations/layered_index.h"
#include "common/archive/reposts/fingerprint_file.h"
#include "common/archive/versions/version_chains.h"
#include "common/archive/xapian_guard.h"
#include "indexer/keep/text_print.h"

namespace khobao::indexer {
namespace {

// Lessons may have taken a line of one of them; short texts are never reposts.
bool alike(const archive::Fingerprint& a, const archive::Fingerprint& b) {
  return std::equal(a.runs.begin(), a.runs.end(), b.runs.begin(), b.runs.end()) ||
         archive::is_repost(archive::likeness(a, b));
}

// Of one article and all texts that it was, and who else has them.
class TextsOf {
 public:
  TextsOf(const std::string& db, const commit::LiveArchive& live, const archive::LayeredIndex& index)
      : db_(db), live_(live), index_(index) {}

  Result<void> learn(const std::string& id, change::HiddenArticle& order) {
    archive::Docids docids = archive::kept_texts_of(index_, id);
    if (const Xapian::docid docid = index_.find(id); docid != 0) docids.push_back(docid);
    for (const uint32_t docid : docids) {
      const auto article = index_.article(docid);
      if (!article) return article.error();
      std::string print = keep::shown_print(*article);
      if (!print.empty()) order.prints.insert(std::move(print));
    }
    if (order.prints.empty()) return {};
    if (auto opened = open(); !opened) return opened;
    for (const uint32_t docid : docids) {
      if (auto found = find_others(id, fingerprint_of(docid), order); !found) return found;
    }
    return {};
  }

 private:
  Result<void> open() {
    if (!fingerprints_.empty()) return {};
    for (const archive::LayerEntry& entry : live_.manifest.layers) {
      auto layer = archive::Fingerprints::open(archive::layer_named(db_, entry.name).fingerprints(),
                                               entry.articles);
      if (!layer) return layer.error();
      fingerprints_.push_back(std::move(*layer));
    }
    return {};
  }

  archive::Fingerprint fingerprint_of(Xapian::docid docid) const {
    return fingerprints_[index_.layer_of(docid)].of(index_.docid_in_layer(docid));
  }

  Result<void> find_others(const std::string& id, const archive::Fingerprint& wanted,
                           change::HiddenArticle& order) const {
    for (size_t layer = 0; layer < fingerprints_.size(); ++layer) {
      const uint64_t articles = live_.manifest.layers[layer].articles;
      for (uint32_t in_layer = 1; in_layer <= articles; ++in_layer) {
        const Xapian::docid docid = index_.docid_of(layer, in_layer);
        if (index_.is_deleted(docid) || !alike(fingerprints_[layer].of(in_layer), wanted)) continue;
        const auto article = index_.article(docid);
        if (!article) return article.error();
        if (article->id != id && article->version_of != id &&
            order.prints.contains(keep::shown_print(*article)))
          order.shown.insert(article->id);
      }
    }
    return {};
  }

  const std::string& db_;
  const commit::LiveArchive& live_;
  const archive::LayeredIndex& index_;
  std::vector<archive::Fingerprints> fingerprints_;
};

}  // namespace

Result<void> Hiding::take(const std::string& path, const change::HiddenArticles& hide,
                          const std::vector<std::string>& unhide,
                          const std::optional<commit::LiveArchive>& live,
                          change::KnownInputs& known) {
  auto before = archive::read_hidden(path);
  if (!before) return before.error();
  before_ = archive::hidden_bytes(*before);
  orders_ = std::move(*before);
  auto changed = change::change_orders(orders_, hide, unhide, known, db_);
  if (!changed) return changed.error();
  changed_ = std::move(*changed);
  if (live && !changed_.hidden.empty()) {
    if (auto learned = learn_texts(*live); !learned) return learned;
  }
  stale_ = change::apply_hidden(known, orders_);
  held_.emplace(orders_);
  return {};
}

// The texts of articles that are hidden from now on, and who else has them: those stay.
Result<void> Hiding::learn_texts(const commit::LiveArchive& live) {
  const auto index = archive::LayeredIndex::open(db_, live.generation, live.manifest);
  if (!index) return index.error();
  return archive::guarded(say("read the texts to be hidden"), db_, [&]() -> Result<void> {
    TextsOf texts(db_, live, *index);
    for (const std::string& id : changed_.hidden) {
      change::HiddenArticle& order = orders_[id];
      if (auto learned = texts.learn(id, order); !learned) return learned;
      std::erase_if(order.shown, [&](const std::string& other) {
        return archive::is_hidden(orders_, other);
      });
    }
    return {};
  });
}

void Hiding::add_file(std::map<std::string, std::string>& files) const {
  std::string bytes = archive::hidden_bytes(orders_);
  if (!bytes.empty()) files["hidden.jsonl"] = std::move(bytes);
}

HidingReport Hiding::report(const change::KnownInputs& known) const {
  HidingReport report;
  report.hidden_now = changed_.hidden;
  report.hidden_before = changed_.hidden_before;
  report.shown_again = change::read_again(known, changed_.withdrawn);
  for (const std::string& id : report.shown_again) {
    const auto text = changed_.texts_withdrawn.find(id);
    if (text != changed_.texts_withdrawn.end()) report.texts_shown.push_back(*text);
  }
  for (const std::string& id : changed_.hidden) {
    const auto order = orders_.find(id);
    if (order != orders_.end() && !order->second.shown.empty())
      report.same_text[id] = order->second.shown;
  }
  return report;
}

std::vector<Message> Hiding::notes() const {
  constexpr size_t kNamed = 3;
  std::vector<Message> notes;
  if (!held_) return notes;
  auto carried = held_->carried();
  std::sort(carried.begin(), carried.end());
  for (size_t i = 0; i < carried.size() && i < kNamed; ++i)
    notes.push_back(say("hidden, too: '{}', which is the text of '{}'", carried[i].first,
                        carried[i].second));
  if (carried.size() > kNamed) {
    notes.push_back(say_count(carried.size() - kNamed,
                              "hidden, too: {} more; 'indexer status --hidden' lists them",
                              "hidden, too: {} more; 'indexer status --hidden' lists them"));
  }
  return notes;
}

}  // namespace khobao::indexer
