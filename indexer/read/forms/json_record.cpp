#include "indexer/read/forms/json_record.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <limits>
#include <string>
#include <vector>

#include "common/language/say.h"
#include "common/text/letters/utf8.h"
#include "indexer/read/encoding/encoding.h"
#include "indexer/read/forms/html/html_reader.h"
#include "indexer/read/forms/html/markup/html_entities.h"
#include "indexer/read/forms/lines.h"
#include "indexer/read/forms/record_keys.h"
#include "indexer/read/lines/clean.h"

namespace khobao::read {
namespace {

namespace ondemand = simdjson::ondemand;

constexpr int kDeepest = 8;            // of values inside values
constexpr size_t kMostKeysNamed = 12;  // in an error
constexpr size_t kNoRank = std::numeric_limits<size_t>::max();

Message reason_of(simdjson::error_code code) {
  switch (code) {
    case simdjson::TAPE_ERROR: return say("a comma, bracket or key is missing or out of place");
    case simdjson::DEPTH_ERROR: return say("nested too deeply");
    case simdjson::STRING_ERROR: return say("a string has an escape that JSON does not know");
    case simdjson::T_ATOM_ERROR:
    case simdjson::F_ATOM_ERROR:
    case simdjson::N_ATOM_ERROR:
      return say("a value without quotation marks that is not true, false or null");
    case simdjson::NUMBER_ERROR: return say("a malformed number");
    case simdjson::UTF8_ERROR: return say("not UTF-8");
    case simdjson::EMPTY: return say("empty");
    case simdjson::UNESCAPED_CHARS: return say("a control character in a string");
    case simdjson::UNCLOSED_STRING: return say("a quotation mark is not closed");
    case simdjson::INCORRECT_TYPE: return say("it is not an object");
    case simdjson::INCOMPLETE_ARRAY_OR_OBJECT: return say("it breaks off");
    case simdjson::MEMALLOC: return say("out of memory");
    default: return simdjson::error_message(code);
  }
}

Error malformed(simdjson::error_code code) {
  return {ErrorCode::input, say("not a JSON record: {}", reason_of(code)),
          say("each line must hold one JSON object")};
}

// Keys under which exports wrap the record itself.
bool is_wrapper(std::string_view key) {
  constexpr std::string_view kWrappers[] = {"_source", "data",     "article", "fields", "item",
                                            "doc",     "document", "record",  "post",   "news",
                                            "json",    "metadata", "meta"};
  return std::find(std::begin(kWrappers), std::end(kWrappers), key) != std::end(kWrappers);
}

// The text of {"$date": …}, {"name": "Lê Na"}, {"rendered": "<p>…"}, {"type": "paragraph", "text":
// …}.
bool is_content_key(std::string_view key) {
  constexpr std::string_view kKeys[] = {"$date", "$oid",  "$numberLong", "name",    "text",
                                        "value", "#text", "rendered",    "content", "body",
                                        "p",     "title", "paragraph",   "html",    "display_name"};
  return std::find(std::begin(kKeys), std::end(kKeys), key) != std::end(kKeys);
}

// Appends the text that a value holds: strings as they are, numbers as printed, the items of lists
// one a line, of an object what its content keys hold.
simdjson::error_code append_text(ondemand::value value, int depth, std::string& out) {
  ondemand::json_type type;
  if (const auto error = value.type().get(type)) return error;
  const auto add = [&](std::string_view text) {
    if (text.empty()) return;
    if (!out.empty()) out += '\n';
    out += text;
  };
  switch (type) {
    case ondemand::json_type::string: {
      std::string_view text;
      if (const auto error = value.get_string().get(text)) return error;
      add(text);
      return simdjson::SUCCESS;
    }
    case ondemand::json_type::number: add(trim(value.raw_json_token())); return simdjson::SUCCESS;
    case ondemand::json_type::array: {
      if (depth > kDeepest) return simdjson::SUCCESS;
      ondemand::array list;
      if (const auto error = value.get_array().get(list)) return error;
      for (auto item : list) {
        ondemand::value entry;
        if (const auto error = item.get(entry)) return error;
        if (const auto error = append_text(entry, depth + 1, out)) return error;
      }
      return simdjson::SUCCESS;
    }
    case ondemand::json_type::object: {
      if (depth > kDeepest) return simdjson::SUCCESS;
      ondemand::object object;
      if (const auto error = value.get_object().get(object)) return error;
      for (auto field : object) {
        std::string_view key;
        if (const auto error = field.unescaped_key().get(key)) return error;
        if (!is_content_key(key)) continue;
        ondemand::value entry;
        if (const auto error = field.value().get(entry)) return error;
        if (const auto error = append_text(entry, depth + 1, out)) return error;
      }
      return simdjson::SUCCESS;
    }
    default: return simdjson::SUCCESS;
  }
}

// What a record's keys gave, before it is a page. For each field the surest key that holds anything
// counts.
struct Record {
  Stated stated;
  std::string body, html;
  std::array<size_t, static_cast<size_t>(RecordField::html) + 1> ranks;
  std::vector<std::string> unread;  ///< keys that no row has
  bool has_body_key = false;

  Record() { ranks.fill(kNoRank); }
};

simdjson::error_code read_object(ondemand::object& object, int depth, Record& record) {
  for (auto field : object) {
    std::string_view key;
    if (const auto error = field.unescaped_key().get(key)) return error;
    const RecordKey known = record_key(key);
    ondemand::value value;
    if (const auto error = field.value().get(value)) return error;
    ondemand::json_type type;
    if (const auto error = value.type().get(type)) return error;
    if (type == ondemand::json_type::object && depth < kDeepest && is_wrapper(key)) {
      ondemand::object inner;
      if (const auto error = value.get_object().get(inner)) return error;
      if (const auto error = read_object(inner, depth + 1, record)) return error;
      continue;
    }
    if (known.field == RecordField::unknown && record.unread.size() < kMostKeysNamed)
      record.unread.emplace_back(key);
    if (known.field == RecordField::unknown || known.field == RecordField::skip) continue;
    const bool is_body = known.field == RecordField::body || known.field == RecordField::html;
    record.has_body_key = record.has_body_key || is_body;
    size_t& rank = record.ranks[static_cast<size_t>(known.field)];
    if (rank <= known.rank) continue;
    std::string text;
    if (const auto error = append_text(value, 0, text)) return error;
    if (trim(text).empty()) continue;
    rank = known.rank;
    if (known.field == RecordField::body) {
      record.body = std::move(text);
    } else if (known.field == RecordField::html) {
      record.html = std::move(text);
    } else {
      *stated_field(record.stated, known.field) = std::move(text);
    }
  }
  return simdjson::SUCCESS;
}

simdjson::error_code read_record(std::string& padded, size_t json_bytes, Record& record) {
  // The parser's buffers grow to the longest record and are used again; nothing else is kept.
  thread_local ondemand::parser parser;
  ondemand::document document;
  const simdjson::padded_string_view json(padded.data(), json_bytes, padded.size());
  if (const auto error = parser.iterate(json).get(document)) return error;
  ondemand::object object;
  if (const auto error = document.get_object().get(object)) return error;
  if (const auto error = read_object(object, 0, record)) return error;
  // After the object nothing may follow; there is no location after the end.
  return document.current_location().error() ? simdjson::SUCCESS : simdjson::TAPE_ERROR;
}

// True where an escape of a surrogate whose second digit is one of `digits` begins at `pos`.
bool is_surrogate_escape(std::string_view json, size_t pos, std::string_view digits) {
  return pos + 6 <= json.size() && json[pos] == '\\' && json[pos + 1] == 'u' &&
         (json[pos + 2] | 32) == 'd' && digits.find(json[pos + 3]) != std::string_view::npos;
}

// The record with what strict JSON refuses replaced: malformed bytes, and escapes of half a pair.
std::string replace_malformed(std::string_view json) {
  std::string out;
  for (size_t pos = 0; pos < json.size();) {
    const bool high = is_surrogate_escape(json, pos, "89abAB");
    const bool low = is_surrogate_escape(json, pos, "cdefCDEF");
    if (high && is_surrogate_escape(json, pos + 6, "cdefCDEF")) {
      out.append(json, pos, 12), pos += 12;
    } else if (high || low) {
      out += "\\ufffd", pos += 6;
    } else if (json[pos] == '\\' && pos + 1 < json.size()) {
      out.append(json, pos, 2), pos += 2;
    } else {
      text::append_code_point(out, text::next_code_point(json, pos));
    }
  }
  return out;
}

// Markup, not a text that speaks of "<Mây>": two tags of HTML or more.
bool looks_like_markup(std::string_view text) {
  size_t tags = 0;
  for (std::string_view tag :
       {"<p>",   "<p ",   "</p>",     "<br", "<div", "</div>", "<h2",  "<table",  "<span", "</a>",
        "<html", "<body", "<strong>", "<b>", "<em>", "<i>",    "<img", "<figure", "<ul>",  "<li>"})
    tags += text.find(tag) != std::string_view::npos;
  return tags >= 2;
}

// Mojibake, control characters and letters in parts, which the escapes of JSON hid from whoever saw
// its bytes.
std::string mended(std::string text) { return mend_text(plain_text(std::move(text))); }

// The same of a field, with the entities that a crawler left.
std::string mended_field(std::string text) {
  if (text.find('&') != std::string::npos) text = decode_entities(text);
  return mended(std::move(text));
}

Result<Page> page_of(Record record, size_t max_lines) {
  Page page;
  for (std::string* field :
       {&record.stated.id, &record.stated.url, &record.stated.title, &record.stated.published,
        &record.stated.updated, &record.stated.received, &record.stated.crawled,
        &record.stated.source, &record.stated.author, &record.stated.section,
        &record.stated.summary}) {
    const bool is_list = field == &record.stated.author || field == &record.stated.section;
    if (is_list) {
      for (size_t at = field->find('\n'); at != std::string::npos; at = field->find('\n', at + 2))
        field->replace(at, 1, ", ");
    }
    const bool is_address = field == &record.stated.id || field == &record.stated.url;
    *field = is_address ? plain_text(std::move(*field)) : mended_field(std::move(*field));
    *field = clean_line(*field);
  }
  page.stated = std::move(record.stated);
  std::string body = mended(std::move(record.body));
  if (trim(body).empty()) body = mended(std::move(record.html));
  if (static_cast<size_t>(std::count(body.begin(), body.end(), '\n')) > max_lines) {
    return Error{ErrorCode::input, say_count(max_lines, "it has more than {} line", "it has more than {} lines"),
                 say("raise the limit with --max-lines")};
  }
  if (looks_like_markup(body)) {
    Result<Page> html = read_html(body);
    if (!html) return html.error();
    for (Line& line : html->lines) {
      if (line.mark != Mark::furniture) page.lines.push_back(std::move(line));
    }
  } else {
    append_lines(body.find('&') != std::string::npos ? decode_entities(body) : body, page.lines);
  }
  if (page.lines.empty() && page.stated.summary.empty() && !record.has_body_key) {
    std::string keys;
    for (const std::string& key : record.unread) keys += (keys.empty() ? "" : ", ") + key;
    return Error{ErrorCode::input,
                 keys.empty()
                     ? say("no key of the record is known to hold a text")
                     : say("no key of the record is known to hold a text; not read: {}", keys),
                 say("name the text 'body'; the keys that are read stand in README.md")};
  }
  page.is_record = true;
  return page;
}

}  // namespace

Result<Page> read_json_page(std::string_view json_line, size_t max_lines) {
  Record record;
  std::string padded(json_line);
  padded.append(simdjson::SIMDJSON_PADDING, '\0');
  simdjson::error_code error = read_record(padded, json_line.size(), record);
  if (error == simdjson::UTF8_ERROR || error == simdjson::STRING_ERROR) {
    padded = replace_malformed(json_line);
    const size_t bytes = padded.size();
    padded.append(simdjson::SIMDJSON_PADDING, '\0');
    record = Record();
    error = read_record(padded, bytes, record);
  }
  if (error) return malformed(error);
  return page_of(std::move(record), max_lines);
}

}  // namespace khobao::read
