#pragma once
/// The articles that --show names.
///
///   bao/cau.txt               an id
///   #3   #1,#4   #2-5         hits of the answer last shown in this terminal
///   /srv/news/tin.jsonl:7     a path, as answers show it
///   -                         ids or paths, one a line, of standard input
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "searcher/cli/terminal/last_answer.h"
#include "searcher/index.h"

namespace khobao::searcher {

/// The id that an option of one article names: as it is, or that of hit "#3" of the last answer.
Result<std::string> id_named(const std::string& name, const std::vector<std::string>& dbs,
                             const cli::Environment& environment);

class ArticleNames {
 public:
  /// `index` must outlive this object.
  ArticleNames(const Index& index, const cli::Environment& environment)
      : index_(index), environment_(environment) {}

  /// Calls `each` with the article of every name, in order, as names are read. What is no article
  /// is a usage error; among lines of standard input it is named on standard error and passed over.
  /// Throws Xapian errors.
  Result<void> for_each(const std::vector<std::string>& names,
                        const std::function<Result<void>(Xapian::docid)>& each);

  /// Lines of standard input that named no article.
  size_t missing() const { return missing_; }

  /// The query of the last answer, where a number of it was asked for; else "".
  const std::string& query() const { return query_; }

  /// Looks up the last answer now where `names` hold a number of it, for query().
  Result<void> look_up(const std::vector<std::string>& names);

 private:
  Result<Xapian::docid> find(const std::string& name);
  Xapian::docid find_path(const std::string& path) const;

  const Index& index_;
  const cli::Environment& environment_;
  std::optional<LastAnswer> last_;
  std::string query_;
  size_t missing_ = 0;
};

}  // namespace khobao::searcher
