#include "indexer/change/change_plan.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <unordered_map>
#include <unordered_set>

#include "common/language/figures.h"
#include "common/language/say.h"

namespace khobao::change {
namespace {

namespace fs = std::filesystem;

uint64_t articles_of(const KnownFile& file) {
  uint64_t count = 0;
  for (const KnownRecord& record : file.records) count += record.outcome == Outcome::indexed;
  return count;
}

Error would_lose(const std::string& folder, const Message& how, uint64_t articles) {
  return {ErrorCode::input,
          say("cannot update from '{}': it is {}, and the archive has {} from it", folder, how,
              articles_shown(articles)),
          say("nothing was changed; where they are to be deleted, add --allow-deletions")};
}

class Planner {
 public:
  Planner(input::Roots& roots, const KnownInputs& known, const PlanOptions& options)
      : roots_(roots), known_(known), options_(options) {
    for (const auto& [id, file] : known_)
      absolute_.emplace_back(roots_.absolute(file.root, file.path), &file);
  }

  Result<ChangePlan> plan(const std::vector<input::Target>& targets) {
    plan_.scanned_ns = std::chrono::duration_cast<std::chrono::nanoseconds>(
                           std::chrono::system_clock::now().time_since_epoch())
                           .count();
    std::vector<input::Target> there;
    for (const input::Target& target : targets) {
      if (target.path == "-") {
        there.push_back(target);
        continue;
      }
      const std::string absolute = input::absolute_path(target.path);
      scope_.push_back(absolute);
      std::error_code error;
      const fs::file_status status = fs::status(target.path, error);
      if (fs::exists(status)) {
        there.push_back(target);
        continue;
      }
      if (status.type() != fs::file_type::not_found) {
        return Error{ErrorCode::input,
                     say("cannot read '{}': {}", target.path, system_reason(error.value())), ""};
      }
      const uint64_t articles = articles_under(absolute);
      if (articles > 0 && !options_.allow_deletions)
        return would_lose(target.path, say("not there"), articles);
      if (articles == 0) there.push_back(target);  // the walk says what is wrong with it
    }
    std::vector<input::Skipped> skipped;
    const auto scanned =
        input::scan(there, roots_, skipped, [&](const input::InputFile& file) { found(file); },
                    {.follow = options_.follow, .links_out = &plan_.links_out});
    if (!scanned) return scanned.error();
    for (input::Skipped& s : skipped) {
      if (!s.folder.empty()) unlisted_.push_back(s.folder);
      plan_.skipped.push_back(std::move(s));
    }
    if (auto checked = check_empty(there); !checked) return checked.error();
    if (options_.may_delete) find_gone();
    return std::move(plan_);
  }

 private:
  uint64_t articles_under(const std::string& folder) const {
    uint64_t count = 0;
    for (const auto& [path, file] : absolute_) {
      if (!path.empty() && input::lies_in(path, folder)) count += articles_of(*file);
    }
    return count;
  }

  void found(const input::InputFile& file) {
    const auto known = known_.find(file.id);
    const KnownFile* before = known == known_.end() ? nullptr : &known->second;
    if (before) seen_.insert(before);
    const input::Root* root = root_named(file.root);
    const std::string received =
        !options_.received.empty() || !root ? options_.received : root->received;
    // Standard input has no root that remembers a date.
    const bool other_date = root ? received != root->received : !received.empty();
    const bool afresh = options_.everything_afresh || other_date;
    if (before && !afresh && before->modified_ns != 0 && before->modified_ns == file.modified_ns &&
        before->size_bytes == file.size_bytes) {
      const auto& records = before->records;
      if (std::any_of(records.begin(), records.end(),
                      [](const KnownRecord& r) { return r.outcome != Outcome::indexed; })) {
        plan_.noted.push_back(file.id);
      }
      return;
    }
    plan_.to_read.push_back(
        {.file = file, .known = before, .afresh = afresh, .lines = {}, .received = received});
  }

  const input::Root* root_named(const std::string& name) const {
    for (const input::Root& root : roots_.all()) {
      if (root.name == name) return &root;
    }
    return nullptr;
  }

  // A folder that is suddenly empty is more likely not mounted.
  Result<void> check_empty(const std::vector<input::Target>& targets) {
    if (options_.allow_deletions || !options_.may_delete) return {};
    for (const input::Target& target : targets) {
      std::error_code ignored;
      if (target.path == "-" || !fs::is_directory(target.path, ignored)) continue;
      const std::string folder = input::absolute_path(target.path);
      const uint64_t articles = articles_under(folder);
      if (articles == 0) continue;
      bool any = false;
      for (const auto& [path, file] : absolute_)
        any = any || (!path.empty() && input::lies_in(path, folder) && seen_.contains(file));
      for (const pipeline::InputToRead& input : plan_.to_read)
        any = any || input::lies_in(input::absolute_path(input.file.path), folder);
      for (const std::string& unlisted : unlisted_) any = any || input::lies_in(unlisted, folder);
      if (!any) return would_lose(target.path, say("empty"), articles);
    }
    return {};
  }

  void find_gone() {
    for (const auto& [path, file] : absolute_) {
      if (path.empty() || seen_.contains(file)) continue;
      const auto inside = [&, &p = path](const std::string& folder) {
        return input::lies_in(p, folder);
      };
      if (std::any_of(scope_.begin(), scope_.end(), inside) &&
          std::none_of(unlisted_.begin(), unlisted_.end(), inside)) {
        plan_.gone.push_back(file_id(*file));
      }
    }
  }

  input::Roots& roots_;
  const KnownInputs& known_;
  const PlanOptions& options_;
  ChangePlan plan_;
  std::vector<std::pair<std::string, const KnownFile*>> absolute_;
  std::vector<std::string> scope_, unlisted_;
  std::unordered_set<const KnownFile*> seen_;
};

}  // namespace

Result<ChangePlan> plan_changes(const std::vector<input::Target>& targets, input::Roots& roots,
                                const KnownInputs& known, const PlanOptions& options) {
  return Planner(roots, known, options).plan(targets);
}

}  // namespace khobao::change
