#pragma once
/// Files and records as Articles: the form's reader, then understand().
#include <string>
#include <string_view>

#include "common/archive/article.h"
#include "common/base/result.h"
#include "indexer/read/forms/form.h"

namespace khobao::read {

/// No article has more; a file of a million one-letter lines would take a hundred times its size.
inline constexpr size_t kMaxLines = 100'000;

/// What a file says of itself: witnesses of low rank, for a template's author and year are often
/// wrong. They count where nothing else tells.
struct FileProperties {
  std::string title, author, created;
};

struct ReadOptions {
  /// The day the archive received the article, YYYY-MM-DD, "" where unknown: no date lies after
  /// it, and the year of a dateline without any other sign of it is the last one that fits.
  std::string received;
  size_t max_lines = kMaxLines;  ///< longer articles are refused
  std::string url = {};          ///< where a page came from, where it does not say so itself
  std::string fetched = {};      ///< and when: it is received then, if not earlier
  FileProperties properties = {};
};

/// What reading an article leaves to be said of it.
struct Remarks {
  std::string unread_date;  ///< what it states as its day, where that is none ("2020-03") and no
                            ///< other witness dates it; "" elsewhere
};

/// The article of one file; the caller fills in id and path. `form` as form_of() says, but not
/// json_lines, which holds many articles. `path` may name the day of publication. Threads may call
/// it at the same time. A file without a word is an error (ErrorCode::input).
Result<archive::Article> read_article(std::string_view utf8_bytes, Form form, std::string_view path,
                                      const ReadOptions& options, Remarks* remarks = nullptr);

/// The article of one line of JSON Lines, with its id ("" where it has none); the caller fills in
/// path.
Result<archive::Article> read_json_record(std::string_view json_line, const ReadOptions& options,
                                          Remarks* remarks = nullptr);

}  // namespace khobao::read
