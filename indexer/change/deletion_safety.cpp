#include "indexer/change/deletion_safety.h"

#include <algorithm>
#include <map>
#include <string>

#include "common/language/figures.h"
#include "common/language/say.h"

namespace khobao::change {
namespace {

Error would_remove(const std::string& root, uint64_t deleted, uint64_t before) {
  return {
      ErrorCode::input,
      say("root '{}' would lose {} of its {}", root, number_shown(deleted), articles_shown(before)),
      say("nothing was changed; where they are to be deleted, add --allow-deletions")};
}

std::map<std::string, uint64_t> articles_by_root(const KnownInputs& inputs) {
  std::map<std::string, uint64_t> counts;
  for (const auto& [id, file] : inputs) {
    for (const KnownRecord& record : file.records)
      counts[file.root] += record.outcome == Outcome::indexed;
  }
  return counts;
}

}  // namespace

Result<void> check_deletions(const ChangeSet& changes) {
  for (const auto& [root, deleted] : changes.deleted_of_root) {
    const auto had = changes.had_before.find(root);
    const uint64_t before = had == changes.had_before.end() ? 0 : had->second;
    if (deleted <= kHarmlessDeletions || deleted * kHarmlessShare <= before) continue;
    Error error = would_remove(root, deleted, before);
    uint64_t swapped = 0;
    for (const auto& [file, count] : changes.other_ids) {
      if (file.starts_with(root + "/")) swapped += count;
    }
    if (swapped * 2 >= deleted)
      error.hint = say("as many came under other ids: their ids have changed; {}", error.hint);
    return error;
  }
  return {};
}

Result<void> check_links(const std::vector<input::InputFile>& links_out, const KnownInputs& known) {
  uint64_t articles = 0;
  std::string first;
  for (const input::InputFile& link : links_out) {
    const auto file = known.find(link.id);
    if (file == known.end()) continue;
    for (const KnownRecord& record : file->second.records)
      articles += record.outcome == Outcome::indexed;
    if (articles > 0 && first.empty()) first = link.path;
  }
  if (articles == 0) return {};
  return Error{ErrorCode::input,
               say_count(articles,
                         "{} article of the archive came by links that lead out of the folders, "
                         "such as '{}', and such links are no longer followed by themselves",
                         "{} articles of the archive came by links that lead out of the folders, "
                         "such as '{}', and such links are no longer followed by themselves",
                         first),
               say("nothing was changed; add --follow to go on reading them, which later runs "
                   "remember, or --no-follow to have their articles deleted")};
}

Result<void> check_rebuild(const KnownInputs& before, const KnownInputs& now,
                           const std::vector<input::Root>& roots) {
  const auto counts = articles_by_root(now);
  for (const auto& [root, had] : articles_by_root(before)) {
    const auto found = counts.find(root);
    const uint64_t has = found == counts.end() ? 0 : found->second;
    if (root == "-") {
      if (had == 0 || has > 0) continue;
      return Error{ErrorCode::input,
                   say_count(had, "{} article came by standard input and would be lost",
                             "{} articles came by standard input and would be lost"),
                   say("give them again with the folders, as in 'indexer rebuild FOLDER - < FILE'; "
                       "where they are to be deleted, add --allow-deletions")};
    }
    const bool was_read =
        std::any_of(roots.begin(), roots.end(),
                    [&, &name = root](const input::Root& r) { return r.name == name; });
    if (has >= had || !was_read) continue;
    const uint64_t lost = had - has;
    if (has == 0 || (lost > kHarmlessDeletions && lost * kHarmlessShare > had))
      return would_remove(root, lost, had);
  }
  return {};
}

Result<void> check_sources_read(const KnownInputs& before, const std::vector<input::Root>& roots,
                                const std::vector<input::Skipped>& skipped) {
  std::map<std::string, const input::Skipped*> places;  // absolute
  for (const input::Skipped& one : skipped)
    places.emplace(one.folder.empty() ? input::absolute_path(one.path) : one.folder, &one);
  if (places.empty()) return {};
  for (const auto& [id, file] : before) {
    const bool has_articles =
        std::any_of(file.records.begin(), file.records.end(),
                    [](const KnownRecord& r) { return r.outcome == Outcome::indexed; });
    const auto root =
        std::find_if(roots.begin(), roots.end(),
                     [&name = file.root](const input::Root& r) { return r.name == name; });
    if (!has_articles || root == roots.end()) continue;
    // The file itself, or a folder that it lies in.
    for (std::string place = root->folder + "/" + file.path; !place.empty();
         place.resize(place.rfind('/') == std::string::npos ? 0 : place.rfind('/'))) {
      const auto found = places.find(place);
      if (found == places.end()) continue;
      return Error{ErrorCode::input,
                   say("cannot read '{}', which gave articles before: {}", found->second->path,
                       retold(found->second->reason)),
                   say("nothing was changed; rebuild when it can be read, or add --allow-deletions "
                       "to keep its texts as gone from their source")};
    }
  }
  return {};
}

Error with_first_skipped(Error error, const std::vector<input::Skipped>& skipped) {
  if (skipped.empty()) return error;
  const input::Skipped& first = skipped.front();
  error.message += say("; skipped '{}': {}", first.path, retold(first.reason));
  if (skipped.size() > 1) error.message += say(", and {} more", skipped.size() - 1);
  return error;
}

}  // namespace khobao::change
