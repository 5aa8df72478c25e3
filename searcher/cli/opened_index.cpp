#include "searcher/cli/opened_index.h"

#include "common/language/say.h"

namespace khobao::searcher {

Result<Index> opened_index(const Options& options, const cli::Environment& environment) {
  return Index::open(options.db, {.cache = cli::cache_folder(environment),
                                  .temporary = cli::temporary_folder(environment)});
}

Error after_damage(Error error, const Index& index) {
  if (error.code != ErrorCode::index_corrupt || index.archives().size() < 2) return error;
  index.forget_tables();
  error.hint = say("search again; if it stays, 'indexer verify --db FOLDER' tells which it is");
  return error;
}

}  // namespace khobao::searcher
