#include "indexer/recognise/corrections.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "common/archive/disk/files.h"
#include "common/archive/disk/own_checksum.h"
#include "common/language/say.h"
#include "common/text/dates/calendar.h"
#include "common/text/dates/moment_reader.h"
#include "common/text/letters/normalise.h"
#include "indexer/input/byte_source.h"
#include "indexer/input/line_reader.h"
#include "indexer/read/lines/clean.h"

namespace khobao::recognise {
namespace {

using archive::Correctable;
using nlohmann::ordered_json;

constexpr size_t kMaxLineBytes = 1 << 20;

// The last line of the remembered file; see own_checksum.h.
constexpr std::string_view kChecksumLine = "{\"checksum\": \"\"}\n";

std::optional<Correctable> field_called(std::string_view name) {
  if (name == "date") return Correctable::published;
  for (const Correctable field : {Correctable::title, Correctable::published, Correctable::source, Correctable::author,
                            Correctable::organisations, Correctable::people, Correctable::places}) {
    if (archive::name_of(field) == name) return field;
  }
  return std::nullopt;
}

bool is_list(Correctable field) {
  return field == Correctable::organisations || field == Correctable::people || field == Correctable::places;
}

// A list of names, as an example of each field that takes one.
Message list_hint(Correctable field) {
  const std::string example = field == Correctable::people   ? "Trần Văn Kha"
                              : field == Correctable::places ? "tỉnh Gia Lai"
                                                       : "Bộ Nội vụ";
  return say("give a list of names, as in \"value\": [\"{}\"]", example);
}

Error bad_line(const Message& what, const Message& hint) { return {ErrorCode::input, what, hint}; }

// "2020-07-02" and "2020-07-02T08:43" alone: a correction is to leave no doubt.
std::optional<std::string> exact_date(const std::string& text) {
  const bool shaped = text.size() == 10 || (text.size() == 16 && text[10] == 'T');
  const auto moment = shaped ? text::read_moment(text) : std::nullopt;
  if (!moment || !is_valid(moment->day)) return std::nullopt;
  std::string exact = to_string(*moment);
  return exact == text ? std::optional(std::move(exact)) : std::nullopt;
}

Result<CorrectedValue> read_value(Correctable field, const ordered_json& value) {
  CorrectedValue corrected;
  if (value.is_null()) return corrected;
  const bool list = is_list(field) && value.is_array();
  for (const ordered_json& entry : list ? value : ordered_json::array({value})) {
    const std::string text =
        entry.is_string() ? read::clean_line(entry.get_ref<const std::string&>()) : "";
    if (text.empty()) {
      return bad_line(say("\"value\" is no text"),
                      is_list(field)
                          ? list_hint(field)
                          : say("give a text in quotes, or null for what the article does not have"));
    }
    corrected.values.push_back(text);
  }
  if (field == Correctable::published) {
    if (!exact_date(corrected.values[0])) {
      return bad_line(say("'{}' is no date", corrected.values[0]),
                      say("write YYYY-MM-DD or YYYY-MM-DDTHH:MM, as in \"2020-07-02\""));
    }
  }
  return corrected;
}

}  // namespace

Result<void> Corrections::take_line(std::string_view line) {
  const auto json = ordered_json::parse(line, nullptr, false);
  if (!json.is_object()) {
    return bad_line(
        say("not a JSON object"),
        say("write lines such as {\"id\": \"…\", \"field\": \"title\", \"value\": \"…\"}"));
  }
  const auto text = [&](const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? found->get<std::string>() : "";
  };
  // Kept composed, however the file writes them and the article's own name is written.
  const std::string id = khobao::text::compose(text("id")), name = text("field");
  if (id.empty()) {
    return bad_line(say("no \"id\""),
                    say("give the article's id, as 'searcher --format json' prints it"));
  }
  const bool withdraw = json.contains("withdraw");
  if (withdraw && json["withdraw"] != true)
    return bad_line(say("\"withdraw\" is not true"),
                    say("write \"withdraw\": true, or a \"value\" instead"));
  if (withdraw && json.contains("value"))
    return bad_line(say("both \"value\" and \"withdraw\""), say("write one of them"));
  if (withdraw && !json.contains("field")) {
    by_id_.erase(id);
    return {};
  }
  const auto field = field_called(name);
  if (!field) {
    return bad_line(
        name.empty() ? say("no \"field\"") : say("no field is called '{}'", name),
        say("fields are title, published, source, author, organisations, people and places"));
  }
  if (withdraw) {
    const auto known = by_id_.find(id);
    if (known == by_id_.end()) return {};
    known->second.erase(*field);
    if (known->second.empty()) by_id_.erase(known);
    return {};
  }
  if (!json.contains("value")) {
    return bad_line(
        say("no \"value\""),
        say("give one, null for what the article does not have, or \"withdraw\": true"));
  }
  auto value = read_value(*field, json["value"]);
  if (!value) return value.error();
  by_id_[id][*field] = std::move(*value);
  return {};
}

Result<void> Corrections::merge_file(const std::string& path, const std::atomic<int>* stop) {
  auto source = input::open_source(path, UINT64_MAX, stop);
  if (!source) return source.error();
  Corrections merged = *this;
  input::LineReader lines(**source, "", kMaxLineBytes);
  input::LineReader::Line line;
  for (;;) {
    const auto more = lines.next(line);
    if (!more) return more.error();
    if (!*more) break;
    const std::string place = path + ":" + std::to_string(line.number);
    if (line.too_long)
      return Error{ErrorCode::input, say("cannot read '{}': longer than 1 MiB", place), ""};
    if (read::trim(line.text).empty()) continue;
    if (auto taken = merged.take_line(line.text); !taken) {
      return Error{taken.error().code,
                   say("cannot take the correction in '{}': {}", place, taken.error().message),
                   taken.error().hint};
    }
  }
  *this = std::move(merged);
  return {};
}

Result<Corrections> Corrections::load(const std::string& db, const std::string& path) {
  Corrections corrections;
  if (path.empty()) return corrections;
  const auto damaged = [&](const Message& what) {
    return Error{
        ErrorCode::index_corrupt, what,
        say("give the corrections again with 'indexer update --db {} --corrections FILE'", db)};
  };
  auto bytes = archive::read_index_file(path);
  if (!bytes && bytes.error().code == ErrorCode::index_corrupt)
    return damaged(bytes.error().message);
  if (!bytes) return bytes.error();
  auto whole = archive::without_checksum(std::move(*bytes), archive::kBehindInJsonLines, path);
  if (!whole || !whole->ends_with(kChecksumLine))
    return damaged(say("'{}' is not what was written", path));
  std::istringstream lines(whole->substr(0, whole->size() - kChecksumLine.size()));
  for (std::string line; std::getline(lines, line);) {
    if (auto taken = corrections.take_line(line); !taken) return taken.error();
  }
  return corrections;
}

std::string Corrections::kept_bytes() const {
  if (by_id_.empty()) return "";
  std::string out;
  for (const auto& [id, fields] : by_id_) {
    for (const auto& [field, value] : fields) {
      ordered_json json = {{"id", id}, {"field", archive::name_of(field)}};
      if (is_list(field) && !value.values.empty()) {
        json["value"] = value.values;
      } else {
        json["value"] =
            value.values.empty() ? ordered_json(nullptr) : ordered_json(value.values[0]);
      }
      out += json.dump(-1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
    }
  }
  return archive::with_checksum(out + std::string(kChecksumLine), archive::kBehindInJsonLines);
}

const FieldCorrections* Corrections::of(const std::string& id) const {
  auto found = by_id_.find(id);
  if (found == by_id_.end() && !by_id_.empty()) found = by_id_.find(text::compose(id));
  return found == by_id_.end() ? nullptr : &found->second;
}

std::set<std::string> Corrections::differences(const Corrections& other) const {
  std::set<std::string> ids;
  for (const auto& [id, fields] : by_id_) {
    const FieldCorrections* const others = other.of(id);
    if (!others || *others != fields) ids.insert(id);
  }
  for (const auto& [id, fields] : other.by_id_) {
    if (!of(id)) ids.insert(id);
  }
  return ids;
}

size_t Corrections::count() const {
  size_t count = 0;
  for (const auto& entry : by_id_) count += entry.second.size();
  return count;
}

}  // namespace khobao::recognise
