#pragma once
/// The ids of the last answer that was shown in this terminal, so that `--show '#3'` opens its
/// third hit.
///
/// Kept in the XDG state folder, one file for each terminal, readable by its owner alone. A file
/// says which boot, terminal and index it is of; any difference is an error rather than another
/// article.
#include <string>
#include <vector>

#include "common/base/result.h"
#include "common/cli/environment.h"

namespace khobao::searcher {

struct LastAnswer {
  std::vector<std::string> dbs;  ///< the archives searched
  std::string query;             ///< what its articles are highlighted with
  size_t first_rank = 1;         ///< of ids[0]
  std::vector<std::string> ids;  ///< in the order shown
};

/// Keeps `answer` for the terminal of standard output. False where that is no terminal or the state
/// folder cannot be written: an answer is shown all the same.
bool keep_answer(const LastAnswer& answer, const cli::Environment& environment);

/// What was kept for this terminal. A usage error where there is nothing, or where it was kept in
/// another boot or for other archives than `dbs`.
Result<LastAnswer> last_answer(const std::vector<std::string>& dbs, const cli::Environment& environment);

/// The id that `number`, such as "#3", means in `answer`; a usage error outside of it.
Result<std::string> id_of_hit(const std::string& number, const LastAnswer& answer);

/// "#1,#3" and "#2-#4" (or "#2-4") as single numbers; anything else as it is.
std::vector<std::string> single_numbers(const std::string& numbers);

}  // namespace khobao::searcher
