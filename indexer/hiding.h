#pragma once
/// Orders to hide articles (change/hidden_articles.h) through one run of the indexer:
///
///   take()      what earlier runs hid and these orders change; what the new ones' texts are
///   held()      while inputs are read: texts that come under other ids are hidden, too
///   add_file()  for the next generation
///   report()    what became of the orders
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "common/language/say.h"
#include "indexer/change/hidden_articles.h"
#include "indexer/change/orders_held.h"
#include "indexer/commit/live_archive.h"

namespace khobao::indexer {

/// Ids, as the archive is after the run.
struct HidingReport {
  std::vector<std::string> hidden_now;
  std::vector<std::string> hidden_before;  ///< that have one more reason now
  std::vector<std::string> shown_again;
  /// Of these, the ones that were hidden for their text, and whose that was.
  std::vector<std::pair<std::string, std::string>> texts_shown;
  /// Those hidden now, and others that have the same text and stay.
  std::map<std::string, std::set<std::string>> same_text;
};

class Hiding {
 public:
  /// `db` must outlive it.
  explicit Hiding(const std::string& db) : db_(db) {}

  /// `path`: of the orders of the generation before, "" for none. `known` is brought to the orders.
  Result<void> take(const std::string& path, const change::HiddenArticles& hide,
                    const std::vector<std::string>& unhide,
                    const std::optional<commit::LiveArchive>& live, change::KnownInputs& known);

  const change::HiddenArticles& orders() const { return orders_; }
  change::OrdersHeld* held() { return held_ ? &*held_ : nullptr; }
  /// Ids of articles in the layers that count no longer.
  const std::vector<std::string>& stale() const { return stale_; }
  /// Since the generation before, by what was read as well.
  bool changed() const { return archive::hidden_bytes(orders_) != before_; }
  void add_file(std::map<std::string, std::string>& files) const;

  HidingReport report(const change::KnownInputs& known) const;
  std::vector<Message> notes() const;

 private:
  Result<void> learn_texts(const commit::LiveArchive& live);

  const std::string& db_;
  std::string before_;
  change::HiddenArticles orders_;
  change::ChangedOrders changed_;
  std::optional<change::OrdersHeld> held_;
  std::vector<std::string> stale_;
};

}  // namespace khobao::indexer
