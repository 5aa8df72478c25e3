#include "indexer/change/hidden_articles.h"

#include <algorithm>

#include "common/language/say.h"
#include "common/archive/versions/version_id.h"
#include "common/text/letters/normalise.h"

namespace khobao::change {

std::string known_id(const KnownInputs& known, const std::string& typed) {
  const std::string other = text::decompose(typed);
  std::string found;
  for (const auto& [name, file] : known) {
    for (const KnownRecord& record : file.records) {
      if (record.outcome == Outcome::skipped) continue;
      // An article that is gone is known by what is kept of it.
      for (const std::string_view id :
           {std::string_view(record.id), archive::version_base(record.id)}) {
        if (id.empty()) continue;
        if (id == typed) return typed;
        if (text::decompose(id) == other) found = id;
      }
    }
  }
  return found;
}

namespace {

bool share_a_text(const HiddenArticle& a, const HiddenArticle& b) {
  return std::any_of(a.prints.begin(), a.prints.end(),
                     [&](const std::string& print) { return b.prints.contains(print); });
}

// With those that follow from it.
void withdraw(const std::string& id, HiddenArticles& hidden, ChangedOrders& changed) {
  HiddenArticles gone;
  for (auto order = hidden.begin(); order != hidden.end();) {
    if (order->first != id && order->second.text_of != id) {
      ++order;
      continue;
    }
    if (order->first != id) changed.texts_withdrawn[order->first] = id;
    changed.withdrawn.insert(order->first);
    gone.insert(hidden.extract(order++));
  }
  for (auto& [other, order] : hidden) {
    for (const auto& [shown, was] : gone) {
      if (share_a_text(order, was)) order.shown.insert(shown);
    }
  }
}

}  // namespace

Result<ChangedOrders> change_orders(HiddenArticles& hidden, const HiddenArticles& hide,
                                    const std::vector<std::string>& unhide,
                                    const KnownInputs& known, const std::string& db) {
  ChangedOrders changed;
  for (const auto& [typed, order] : hide) {
    const std::string id = known_id(known, typed);
    if (id.empty()) {
      return Error{ErrorCode::input,
                   say("there is no article '{}' in the archive '{}'", typed, db),
                   say("ids stand first in 'searcher --db {} --format tsv QUERY'", db)};
    }
    const auto [kept, added] = hidden.emplace(id, order);
    (added ? changed.hidden : changed.hidden_before).push_back(id);
    if (added) continue;
    kept->second.text_of.clear();  // from now on it holds by itself
    std::string& reason = kept->second.reason;
    if (reason != order.reason && !reason.ends_with("; " + order.reason))
      reason += "; " + order.reason;
  }
  for (const std::string& typed : unhide) {
    const std::string id = hidden.contains(typed) ? typed : known_id(known, typed);
    if (!hidden.contains(id) && !changed.withdrawn.contains(id)) {
      return Error{ErrorCode::input, say("the article '{}' is not hidden", typed),
                   say("'indexer status --db {} --hidden' lists those that are", db)};
    }
    withdraw(id, hidden, changed);
  }
  return changed;
}

std::vector<std::string> read_again(const KnownInputs& known,
                                    const std::set<std::string>& withdrawn) {
  std::set<std::string> shown;
  if (withdrawn.empty()) return {};
  for (const auto& [name, file] : known) {
    for (const KnownRecord& record : file.records) {
      if (record.outcome != Outcome::indexed) continue;
      const std::string base(archive::version_base(record.id));
      for (const std::string& id : {record.id, base}) {
        if (withdrawn.contains(id)) shown.insert(id);
      }
    }
  }
  return {shown.begin(), shown.end()};
}

std::vector<std::string> apply_hidden(KnownInputs& known, const HiddenArticles& hidden) {
  std::set<std::string> stale;
  for (auto& [name, file] : known) {
    for (KnownRecord& record : file.records) {
      if (record.outcome == Outcome::skipped) continue;
      const bool hide = is_hidden(hidden, record.id);
      if (hide && record.outcome != Outcome::hidden) {
        if (record.outcome == Outcome::indexed) stale.insert(record.id);
        record.outcome = Outcome::hidden;
        record.note = {};
      } else if (!hide && record.outcome == Outcome::hidden) {
        record.outcome = Outcome::duplicate;
        record.note = say("it was hidden, and is read again");
      }
    }
  }
  return {stale.begin(), stale.end()};
}

}  // namespace khobao::change
