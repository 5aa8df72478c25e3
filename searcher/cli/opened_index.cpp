#include "searcher/cli/opened_index.h"

#include "common/language/say.h"

namespace khobao::searcher {

Result<Index> opened_index(const Options& options, const cli::Environment& environment) {
  constexpr size_t kDay = 86'400;
  if (options.shard_timeout_s == 0 || options.shard_timeout_s > kDay) {
    return Error{ErrorCode::usage,
                 say("{} takes 1 to {} seconds, not {}", "--shard-timeout", kDay,
                     options.shard_timeout_s),
                 ""};
  }
  return Index::open(options.db,
                     {.cache = cli::cache_folder(environment),
                      .temporary = cli::temporary_folder(environment)},
                     {.timeout_s = static_cast<double>(options.shard_timeout_s)});
}

Result<void> check_answerable(const Index& index, const Options& options) {
  if (!index.gathered()) return {};
  const std::pair<bool, const char*> read_all[] = {{!options.similar.empty(), "--similar"},
                                                   {!options.story.empty(), "--story"},
                                                   {!options.trace.empty(), "--trace"},
                                                   {options.since_last, "--since-last"},
                                                   {options.per_mille, "--per-mille"}};
  for (const auto& [asked, option] : read_all) {
    if (!asked) continue;
    return Error{ErrorCode::usage,
                 say("{} reads more of an archive than its servers are asked for", option),
                 say("search its folder, or a replica of it: xapian-replicate")};
  }
  return {};
}

Error after_damage(Error error, const Index& index) {
  if (error.code != ErrorCode::index_corrupt || index.archives().size() < 2) return error;
  index.forget_tables();
  error.hint = say("search again; if it stays, 'indexer verify --db FOLDER' tells which it is");
  return error;
}

}  // namespace khobao::searcher
