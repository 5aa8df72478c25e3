#include "indexer/read/reader.h"

#include <algorithm>
#include <ctime>

#include "common/base/utc_time.h"
#include "common/language/say.h"
#include "common/text/dates/moment_reader.h"
#include "common/text/letters/normalise.h"
#include "indexer/read/forms/html/html_reader.h"
#include "indexer/read/forms/json_record.h"
#include "indexer/read/forms/markdown_reader.h"
#include "indexer/read/forms/plain_text_reader.h"
#include "indexer/read/lines/clean.h"
#include "indexer/read/lines/credits/head_byline.h"
#include "indexer/read/lines/credits/outlets.h"
#include "indexer/read/lines/credits/person_name.h"
#include "indexer/read/lines/line_words.h"
#include "indexer/read/understand.h"

namespace khobao::read {
namespace {

// `lines` bounds the lines of the page without making them.
bool has_more_lines(std::string_view bytes, size_t lines) {
  return static_cast<size_t>(std::count(bytes.begin(), bytes.end(), '\n')) > lines;
}

Error too_many_lines(size_t limit) {
  return {ErrorCode::input, say_count(limit, "it has more than {} line", "it has more than {} lines"),
          say("raise the limit with --max-lines")};
}

Result<Page> read_page(std::string_view bytes, Form form, size_t max_lines) {
  if (form != Form::html && has_more_lines(bytes, max_lines)) return too_many_lines(max_lines);
  switch (form) {
    case Form::html: return read_html(bytes);
    case Form::markdown: return read_markdown(bytes);
    case Form::json_lines: return read_json_page(bytes, max_lines);
    case Form::plain_text: break;
  }
  return read_plain_text(bytes);
}

// Empty files, blank ones and records without a word.
Result<archive::Article> if_any(archive::Article article) {
  if (article.title.empty() && article.paragraphs.empty() && article.furniture.empty())
    return Error{ErrorCode::input, say("it holds no text"), ""};
  return article;
}

// Where nothing on its pages tells.
void believe_properties(const FileProperties& properties, const Receipt& receipt,
                        archive::Article& article) {
  constexpr size_t kFewestTitleWords = 3, kFewestNameWords = 2;
  if (article.title.empty() && count_words(properties.title) >= kFewestTitleWords &&
      !properties.title.starts_with("Microsoft Word")) {
    article.title = article.display_title = text::compose(clean_line(properties.title));
  }
  const std::string author = text::compose(clean_line(properties.author));
  if (article.author.empty() && count_words(author) >= kFewestNameWords && is_byline_name(author) &&
      !person_stated(author).empty())
    article.author = author;
  const auto created = text::read_moment(properties.created);
  text::Day latest = receipt.today;
  if (receipt.received.year > 0 && (latest.year == 0 || receipt.received < latest))
    latest = receipt.received;
  if (!article.published.empty() || !created || !is_believable(created->day, latest)) return;
  article.published = to_string(created->day);
  article.published_from = archive::PublishedFrom::meta;
}

Result<archive::Article> understood(Page&& page, const Receipt& receipt, Remarks* remarks) {
  const std::string stated = page.stated.published;
  archive::Article article = understand(std::move(page), receipt);
  if (remarks != nullptr && article.published.empty() && !stated.empty() &&
      !text::read_moment(stated))
    remarks->unread_date = stated;
  return if_any(std::move(article));
}

// Tomorrow, as no clock and no zone is trusted to the hour; nothing where the clock stands before
// the day that this was written.
text::Day last_day() {
  constexpr std::time_t kDay = 86'400;
  constexpr text::Day kWritten{2026, 11, 1};
  constexpr size_t kDayChars = 10;
  const text::Day day = text::parse_day(utc_text(std::time(nullptr) + kDay).substr(0, kDayChars));
  return day < kWritten ? text::Day{} : day;
}

Receipt receipt_of(const ReadOptions& options, std::string_view path) {
  return {.received = text::parse_day(options.received),
          .crawled = {},
          .today = last_day(),
          .path = path};
}

}  // namespace

Result<archive::Article> read_article(std::string_view utf8_bytes, Form form, std::string_view path,
                                      const ReadOptions& options, Remarks* remarks) {
  Result<Page> page = read_page(utf8_bytes, form, options.max_lines);
  if (!page) return page.error();
  if (page->lines.size() > options.max_lines) return too_many_lines(options.max_lines);
  if (page->stated.url.empty()) page->stated.url = options.url;
  if (page->stated.source.empty()) page->stated.source = host_of(options.url);
  if (page->stated.received.empty()) page->stated.received = options.fetched;
  const Receipt receipt = receipt_of(options, path);
  auto article = understood(*std::move(page), receipt, remarks);
  if (article) believe_properties(options.properties, receipt, *article);
  return article;
}

Result<archive::Article> read_json_record(std::string_view json_line, const ReadOptions& options,
                                          Remarks* remarks) {
  Result<Page> page = read_json_page(json_line, options.max_lines);
  if (!page) return page.error();
  if (page->lines.size() > options.max_lines) return too_many_lines(options.max_lines);
  return understood(*std::move(page), receipt_of(options, {}), remarks);
}

}  // namespace khobao::read
