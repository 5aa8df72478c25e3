#pragma once
/// Orders to hide articles, held while inputs are read: for an id, whatever is read under it, and for
/// a text, whatever id brings it.
///
///   hidden: bao/1.txt "Cầu mới"     bao/1.txt is now "Cầu mới đã thông xe"   hidden; that text is, too
///                                   bao/2020/1.txt, new, is "Cầu mới"        hidden, with an order of its own
///                                   tin/cau.txt, there before the order      shown, as the order says
#include <mutex>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/archive/article.h"
#include "indexer/change/hidden_articles.h"

namespace khobao::change {

class OrdersHeld {
 public:
  /// `orders` must outlive it; what is read adds to them.
  explicit OrdersHeld(HiddenArticles& orders);

  /// Whether the article, as it was read, is to be in no answer. Used by several threads at once.
  bool hides(const archive::Article& article);

  /// New ids, and the hidden one whose text each brings.
  const std::vector<std::pair<std::string, std::string>>& carried() const { return carried_; }
  bool added() const { return added_; }  ///< to the orders

 private:
  HiddenArticles& orders_;
  const bool any_;
  std::mutex mutex_;
  std::unordered_map<std::string, std::string> by_print_;  ///< ids that were hidden by order
  std::vector<std::pair<std::string, std::string>> carried_;
  bool added_ = false;
};

}  // namespace khobao::change
