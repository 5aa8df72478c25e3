#include "indexer/read/forms/json_record.h"

#include <simdjson.h>

#include <algorithm>
#include <string>

#include "common/text/letters/utf8.h"
#include "indexer/read/forms/lines.h"
#include "indexer/read/lines/clean.h"

namespace khobao::read {
namespace {

namespace ondemand = simdjson::ondemand;

Error malformed(simdjson::error_code code) {
  return {ErrorCode::input, std::string("not a JSON record: ") + simdjson::error_message(code),
          "each line must hold one JSON object"};
}

// The value as text: strings as they are, numbers as printed (ids, times), anything else as "".
simdjson::error_code text_of(ondemand::value value, std::string_view& text) {
  ondemand::json_type type;
  if (const auto error = value.type().get(type)) return error;
  text = {};
  if (type == ondemand::json_type::string) return value.get_string().get(text);
  if (type == ondemand::json_type::number) text = trim(value.raw_json_token());
  return simdjson::SUCCESS;
}

std::string* stated_field(Stated& stated, std::string_view key) {
  if (key == "id") return &stated.id;
  if (key == "url") return &stated.url;
  if (key == "source") return &stated.source;
  if (key == "date") return &stated.published;
  if (key == "title") return &stated.title;
  if (key == "author") return &stated.author;
  if (key == "category") return &stated.section;
  if (key == "summary") return &stated.summary;
  if (key == "received") return &stated.received;
  return nullptr;
}

simdjson::error_code read_fields(ondemand::document& document, size_t max_lines, Page& page) {
  ondemand::object object;
  if (const auto error = document.get_object().get(object)) return error;
  for (auto field : object) {
    std::string_view key, text;
    if (const auto error = field.unescaped_key().get(key)) return error;
    std::string* const stated = stated_field(page.stated, key);
    if (stated == nullptr && key != "body") continue;
    ondemand::value value;
    if (const auto error = field.value().get(value)) return error;
    if (const auto error = text_of(value, text)) return error;
    if (stated != nullptr) {
      *stated = clean_line(text);
    } else {
      page.lines.clear();
      if (static_cast<size_t>(std::count(text.begin(), text.end(), '\n')) > max_lines)
        return simdjson::CAPACITY;
      append_lines(text, page.lines);
    }
  }
  // Behind the object nothing may follow; there is no location behind the end.
  return document.current_location().error() ? simdjson::SUCCESS : simdjson::TAPE_ERROR;
}

simdjson::error_code read_page(std::string& padded, size_t json_bytes, size_t max_lines,
                               Page& page) {
  // The parser's buffers grow to the longest record and are used again; nothing else is kept.
  thread_local ondemand::parser parser;
  ondemand::document document;
  const simdjson::padded_string_view json(padded.data(), json_bytes, padded.size());
  if (const auto error = parser.iterate(json).get(document)) return error;
  return read_fields(document, max_lines, page);
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

}  // namespace

Result<Page> read_json_page(std::string_view json_line, size_t max_lines) {
  Page page;
  std::string padded(json_line);
  padded.append(simdjson::SIMDJSON_PADDING, '\0');
  simdjson::error_code error = read_page(padded, json_line.size(), max_lines, page);
  if (error == simdjson::UTF8_ERROR || error == simdjson::STRING_ERROR) {
    padded = replace_malformed(json_line);
    const size_t bytes = padded.size();
    padded.append(simdjson::SIMDJSON_PADDING, '\0');
    page = {};
    error = read_page(padded, bytes, max_lines, page);
  }
  if (error == simdjson::CAPACITY) {
    return Error{ErrorCode::input, "it has more than " + std::to_string(max_lines) + " lines",
                 "raise the limit with --max-lines"};
  }
  if (error) return malformed(error);
  page.is_record = true;
  return page;
}

}  // namespace khobao::read
