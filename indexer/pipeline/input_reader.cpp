#include "indexer/pipeline/input_reader.h"

#include <utility>

#include "common/archive/disk/hash.h"
#include "common/language/say.h"
#include "indexer/input/json_objects.h"
#include "indexer/input/line_reader.h"
#include "indexer/input/web/feed_items.h"
#include "indexer/input/web/warc_reader.h"
#include "indexer/read/forms/form.h"

namespace khobao::pipeline {
namespace {

constexpr size_t kBatchBytes = 256 << 10;

// Of a record that brings none. Its line would be another's after the next change of the file.
std::string id_by_content(const std::string& file_id, std::string_view hash) {
  constexpr size_t kBytes = 8;
  return file_id + "#" + archive::to_hex(hash.substr(0, kBytes));
}

// Enough to tell the form by; the rest follows.
Result<void> read_head(input::ByteSource& source, std::string& head) {
  char buffer[4096];
  while (head.size() < sizeof buffer) {
    const auto got = source.read(buffer, sizeof buffer - head.size());
    if (!got) return got.error();
    if (*got == 0) break;
    head.append(buffer, *got);
  }
  return {};
}

}  // namespace

void InputReader::read(const InputToRead& input) {
  if (record_.failed()) return;
  input_ = &input;
  const uint64_t before = progress_.bytes_read;
  try {
    read_file();
  } catch (...) {
    record_.fail_reading(input.file.path);
  }
  // Its size, however much of it was read, so that the sum is that of the plan.
  progress_.bytes_read = before + input.file.size_bytes;
}

void InputReader::read_file() {
  if (auto going_on = unless_stopped(options_); !going_on) return record_.fail(going_on.error());
  const input::InputFile& file = input_->file;
  if (const auto limit = reached_limit()) {
    const bool full = records_ >= options_.max_records;
    return full ? record_.unreadable(file, *limit) : record_.leave_for_later(file);
  }
  auto source =
      input::open_source(file.opened.empty() ? file.path : file.opened, options_.max_unpacked_bytes,
                         options_.stop, file.size_bytes > 0 ? &progress_.bytes_read : nullptr);
  if (!source) return record_.unreadable(file, source.error());
  std::string head;
  if (auto read = read_head(**source, head); !read) return record_.unreadable(file, read.error());
  if (input::is_warc(head)) {
    begin_file();
    web_pages(**source, std::move(head));
  } else if (input::is_feed(head)) {
    begin_file();
    feed(**source, head);
  } else if (read::form_of(file.path, head) == read::Form::json_lines) {
    begin_file();
    json_lines(**source, std::move(head));
  } else {
    auto rest = input::read_all(**source, file.path, options_.max_file_bytes);
    // One that is too long says how to raise the limit; any other may be read another time.
    if (!rest && rest.error().hint.empty()) return record_.unreadable(file, rest.error());
    begin_file();
    if (rest) {
      RawArticle article;
      article.bytes = head + *rest;
      article.path = file.path;
      article.id = file.id;
      add(std::move(article), 0);
    } else {
      skip(0, rest.error());
      record_.read_again();  // it may be whole another time
    }
  }
}

void InputReader::begin_file() {
  known_by_hash_.clear();
  if (reads_freed()) return record_.begin_again(input_->file, *input_->known, input_->lines);
  if (input_->known && !input_->afresh) {
    for (const change::KnownRecord& record : input_->known->records) {
      if (record.hash.empty()) continue;
      const auto [same, added] = known_by_hash_.emplace(record.hash, &record);
      // Of records with the same bytes one is in the archive, and the others are its duplicates.
      if (!added && record.outcome == change::Outcome::indexed) same->second = &record;
    }
  }
  record_.begin_file(input_->file);
}

void InputReader::json_lines(input::ByteSource& source, std::string head) {
  if (input::is_json_document(head)) {
    input::JsonObjects objects(source, std::move(head), options_.max_file_bytes);
    return json_records(objects);
  }
  input::LineReader lines(source, std::move(head), options_.max_file_bytes);
  json_records(lines);
}

template <class Records>
void InputReader::json_records(Records& records) {
  input::LineReader::Line line;
  for (;;) {
    const auto more = records.next(line);
    if (!more) return record_.cut_off(input_->known, line.number, more.error());
    if (!*more || record_.failed()) return;
    if (auto going_on = unless_stopped(options_); !going_on) return record_.fail(going_on.error());
    if (const auto limit = reached_limit())
      return record_.cut_off(input_->known, line.number - 1, *limit);
    if (line.too_long) {
      record_.read_again();  // another time the limit may be another
      skip(line.number,
           {ErrorCode::input,
            say("line longer than {} MiB", options_.max_file_bytes >> 20),
            say("raise the limit with --max-file-size")});
    } else if (line.text.find_first_not_of(" \t") != std::string::npos) {
      RawArticle article;
      article.bytes = std::move(line.text);
      article.path = input_->file.path + ":" + std::to_string(line.number);
      article.json = true;
      add(std::move(article), line.number);
    }
  }
}

void InputReader::web_pages(input::ByteSource& source, std::string head) {
  input::WarcReader records(source, std::move(head), options_.max_file_bytes);
  input::WarcReader::Record record;
  for (;;) {
    const auto more = records.next(record);
    if (!more) return record_.cut_off(input_->known, record.number, more.error());
    if (!*more || record_.failed()) return;
    if (auto going_on = unless_stopped(options_); !going_on) return record_.fail(going_on.error());
    if (const auto limit = reached_limit())
      return record_.cut_off(input_->known, record.number - 1, *limit);
    switch (record.kind) {
      case input::WarcReader::Record::Kind::passed: record_.pass_over(record.passed); break;
      case input::WarcReader::Record::Kind::broken:
        record_.read_again();  // it may be whole another time
        skip(record.number, record.broken);
        break;
      case input::WarcReader::Record::Kind::page: {
        RawArticle article;
        article.bytes = std::move(record.page.bytes);
        article.path = input_->file.path + ":" + std::to_string(record.number);
        article.id = record.page.url + "@" + record.page.fetched;
        article.page = true;
        article.charset = std::move(record.page.charset);
        article.url = std::move(record.page.url);
        article.fetched = std::move(record.page.fetched);
        add(std::move(article), record.number);
      }
    }
  }
}

// Of the run, where it leaves the next input unread.
std::optional<Error> InputReader::reached_limit() {
  std::optional<Error> limit;
  if (records_ >= options_.max_records) {
    limit = {ErrorCode::input,
             say_count(options_.max_records, "more than {} record in one run",
                       "more than {} records in one run"),
             say("raise the limit with --max-records")};
  } else if (options_.until && std::chrono::steady_clock::now() >= *options_.until) {
    limit = {ErrorCode::input, say("the time that --max-seconds allows was over"),
             say("the next update goes on from there")};
  }
  if (limit) record_.reach(*limit);
  return limit;
}

void InputReader::feed(input::ByteSource& source, const std::string& head) {
  if (!options_.feeds) {
    record_.read_again();  // it may be asked for another time
    return record_.pass_over(to_translate("feeds, which --feeds reads"));
  }
  const auto rest = input::read_all(source, input_->file.path, options_.max_file_bytes);
  const auto items = rest ? input::feed_items(head + *rest) : rest.error();
  if (!items) {
    record_.read_again();
    return skip(0, items.error());
  }
  uint64_t number = 0;
  for (const std::string& item : *items) {
    if (const auto limit = reached_limit()) return record_.cut_off(input_->known, number, *limit);
    RawArticle article;
    article.bytes = item;
    article.path = input_->file.path + ":" + std::to_string(++number);
    article.json = true;
    add(std::move(article), number);
  }
}

void InputReader::skip(uint64_t line, const Error& error) {
  ++records_;
  if (!reads_freed()) record_.skip(line, error);
}

// What is known of this record, where its file held it before, in whatever line.
const change::KnownRecord* InputReader::unchanged(uint64_t line, std::string_view hash) const {
  const auto record = known_by_hash_.find(hash);
  const bool same = record != known_by_hash_.end() && (record->second->line == 0) == (line == 0);
  return same ? record->second : nullptr;
}

// Where the article is to be noted that stands there; nothing where it need not be understood.
std::optional<RecordPlace> InputReader::place_of(const RawArticle& article, uint64_t line,
                                                 const change::RecordHash& hash) {
  change::KnownRecord record;
  const change::KnownRecord* known = unchanged(line, hash);
  if (known) {
    record = *known;
  } else {
    record.written_line = line;
    record.hash = hash;
  }
  record.line = line;
  const RecordPlace place = record_.add(std::move(record));
  if (!known) return place;
  if (known->outcome == change::Outcome::indexed) record_.claim(known->id, place, article.path);
  return std::nullopt;
}

// The same where the run has read the file before: what has changed since then waits for the next
// run, for this one may have written the articles that stood there.
std::optional<RecordPlace> InputReader::freed_place(uint64_t line, const change::RecordHash& hash) {
  const change::KnownRecord* known = change::find_record(*input_->known, line);
  if (!known || known->hash != hash) {
    record_.read_again();
    return std::nullopt;
  }
  if (!input_->lines.contains(line)) return std::nullopt;
  return record_.again(static_cast<size_t>(known - input_->known->records.data()));
}

void InputReader::add(RawArticle&& article, uint64_t line) {
  ++records_;
  // Of pages the address counts, too: many are the same page of an error or a login.
  const change::RecordHash hash =
      archive::content_hash(article.page ? article.id + '\n' + article.bytes : article.bytes);
  if (article.json) article.id = id_by_content(input_->file.id, hash);
  const auto place = reads_freed() ? freed_place(line, hash) : place_of(article, line, hash);
  if (!place) return;
  article.place = *place;
  if (batch_.root != input_->file.root || batch_.received != input_->received) flush();
  batch_.root = input_->file.root;
  batch_.received = input_->received;
  batch_.bytes += article.bytes.size();
  batch_.articles.push_back(std::move(article));
  if (batch_.bytes >= kBatchBytes) flush();
}

void InputReader::flush() {
  if (!batch_.articles.empty() && !record_.failed()) workers_.push(std::exchange(batch_, {}));
  batch_ = {};
}

}  // namespace khobao::pipeline
