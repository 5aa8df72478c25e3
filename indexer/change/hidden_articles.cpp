#include "indexer/change/hidden_articles.h"


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
    hidden[id] = order;
    changed.hidden.push_back(id);
  }
  for (const std::string& typed : unhide) {
    const std::string id = hidden.contains(typed) ? typed : known_id(known, typed);
    if (hidden.erase(id) == 0) {
      return Error{ErrorCode::input, say("the article '{}' is not hidden", typed),
                   say("'indexer status --db {} --hidden' lists those that are", db)};
    }
    changed.withdrawn.insert(id);
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
