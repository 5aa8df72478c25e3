#include "common/archive/tables/hiding_orders.h"

#include <nlohmann/json.hpp>
#include <sstream>

#include "common/archive/disk/files.h"
#include "common/archive/versions/version_id.h"
#include "common/language/say.h"

namespace khobao::archive {

Result<HiddenArticles> read_hidden(const std::string& path) {
  HiddenArticles hidden;
  if (path.empty()) return hidden;
  const auto bytes = read_index_file(path);
  if (!bytes) return bytes.error();
  std::istringstream lines(*bytes);
  for (std::string line; std::getline(lines, line);) {
    const auto json = nlohmann::json::parse(line, nullptr, false);
    const auto text = [&](const char* key) {
      const auto value = json.is_object() ? json.find(key) : json.end();
      return value != json.end() && value->is_string() ? value->get<std::string>() : std::string();
    };
    const std::string id = text("id");
    if (id.empty())
      return Error{ErrorCode::index_corrupt, say("'{}' is not what was written", path), ""};
    const auto texts = [&](const char* key) {
      std::set<std::string> found;
      const auto list = json.find(key);
      if (list == json.end() || !list->is_array()) return found;
      for (const auto& value : *list) {
        if (value.is_string()) found.insert(value.get<std::string>());
      }
      return found;
    };
    hidden[id] = {.reason = text("reason"),
                  .since = text("since"),
                  .text_of = text("text_of"),
                  .prints = texts("prints"),
                  .shown = texts("shown")};
  }
  return hidden;
}

std::string hidden_bytes(const HiddenArticles& hidden) {
  std::string bytes;
  for (const auto& [id, order] : hidden) {
    nlohmann::ordered_json line = {{"id", id}, {"reason", order.reason}, {"since", order.since}};
    if (!order.text_of.empty()) line["text_of"] = order.text_of;
    if (!order.prints.empty()) line["prints"] = order.prints;
    if (!order.shown.empty()) line["shown"] = order.shown;
    bytes += line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
  }
  return bytes;
}

bool is_hidden(const HiddenArticles& hidden, const std::string& id) {
  if (hidden.empty()) return false;
  const std::string_view base = version_base(id);
  return hidden.contains(id) || (!base.empty() && hidden.contains(base));
}

}  // namespace khobao::archive
