#pragma once
/// An archive for one test: a work folder, a database in it, and the real programs run on it.
#include <string>
#include <vector>

#include "tests/support/answer.h"
#include "tests/support/program.h"
#include "tests/support/temp_dir.h"

namespace khobao::test {

/// A JSON Lines record; empty values are left out of it.
struct TestArticle {
  std::string id, date, title, body;
  std::string source = {};
  std::string summary = {};
  std::string author = {};
  std::string section = {};
};

/// One JSON record a line.
std::string json_lines(const std::vector<TestArticle>& articles);

/// One article of plain text: title, date line and body, as a portal prints them.
std::string plain_text(const TestArticle& article);

/// Runs "indexer" or "searcher" in `folder`.
CliResult run_cli(const std::string& program, const std::vector<std::string>& args,
                  const std::string& folder, const std::string& input = {});

class Archive {
 public:
  Archive() = default;
  /// Writes the articles to articles.jsonl and indexes it; throws where the indexer does not exit
  /// 0.
  explicit Archive(const std::vector<TestArticle>& articles,
                   const std::vector<std::string>& options = {});

  const std::string& folder() const { return folder_.path(); }
  std::string db() const { return folder_ / "db"; }
  std::string live_generation() const;  ///< its folder
  std::string only_layer() const;       ///< its folder; throws where there are several

  /// Writes a file below the work folder.
  void write(const std::string& name, const std::string& bytes) const {
    write_file(folder_ / name, bytes);
  }

  /// "indexer update --db DB ARGS", run in the work folder; paths may be relative to it.
  CliResult update(const std::vector<std::string>& args, const std::string& input = {}) const;

  /// "indexer COMMAND --db DB ARGS" for any other command.
  CliResult indexer(const std::string& command, const std::vector<std::string>& args = {}) const;

  /// "searcher --db DB ARGS".
  CliResult search(const std::vector<std::string>& args, const std::string& input = {}) const;

  /// "searcher --db DB --format json ARGS", read strictly; throws unless the exit status is 0 with
  /// a match and 1 without.
  Answer answer(const std::vector<std::string>& args) const;

  /// The ids of all articles, sorted.
  std::vector<std::string> ids() const;

 private:
  TempDir folder_;
};

}  // namespace khobao::test
