#include "indexer/change/orders_held.h"

#include "indexer/keep/text_print.h"

namespace khobao::change {

OrdersHeld::OrdersHeld(HiddenArticles& orders) : orders_(orders), any_(!orders.empty()) {
  for (const auto& [id, order] : orders) {
    for (const std::string& print : order.prints) {
      const auto [first, added] = by_print_.emplace(print, id);
      // The one that was ordered rather than one that follows from it.
      if (!added && order.text_of.empty() && !orders.at(first->second).text_of.empty())
        first->second = id;
    }
  }
}

bool OrdersHeld::hides(const archive::Article& article) {
  if (!any_) return false;
  const std::string print = keep::shown_print(article);
  const std::lock_guard lock(mutex_);
  auto order = orders_.find(article.id);
  if (order == orders_.end() && article.is_kept()) order = orders_.find(article.version_of);
  if (order != orders_.end()) {
    if (!print.empty() && order->second.prints.insert(print).second) {
      by_print_.emplace(print, order->first);
      added_ = true;
    }
    return true;
  }
  const auto hidden = by_print_.find(print);
  if (print.empty() || hidden == by_print_.end()) return false;
  const HiddenArticle& of = orders_.at(hidden->second);
  if (of.shown.contains(article.id) || of.shown.contains(article.version_of)) return false;
  const std::string text_of = of.text_of.empty() ? hidden->second : of.text_of;
  orders_[article.id] = {
      .reason = of.reason, .since = of.since, .text_of = text_of, .prints = {print}};
  carried_.emplace_back(article.id, text_of);
  added_ = true;
  return true;
}

}  // namespace khobao::change
