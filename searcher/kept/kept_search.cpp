#include "searcher/kept/kept_search.h"

#include <nlohmann/json.hpp>

#include "common/language/say.h"
#include "searcher/kept/archives_json.h"

namespace khobao::kept {
namespace {

using Json = nlohmann::ordered_json;
constexpr const char* kSearchFormat = "khobao kept search 1";

}  // namespace

std::string to_json(const KeptSearch& search) {
  Json json = {{"format", kSearchFormat},
               {"db", archives_json(search.db)},
               {"arguments", search.arguments},
               {"saved", search.saved},
               {"last_run", nullptr}};
  if (search.last_run) {
    json["last_run"] = {{"at", search.last_run->at},
                        {"generation", search.last_run->generation},
                        {"stamp", search.last_run->stamp}};
  }
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<KeptSearch> read_kept_search(const std::string& text, const std::string& path) {
  const Json json = Json::parse(text, nullptr, false);
  const Error none{ErrorCode::input, say("'{}' is no search that was kept", path),
                   say("mend it by hand, or remove it with --forget and keep the search again")};
  if (!json.is_object() || json.value("format", Json()) != kSearchFormat) return none;
  try {
    KeptSearch search{.db = archives_in(json.at("db")),
                      .arguments = json.at("arguments"),
                      .saved = json.at("saved"),
                      .last_run = std::nullopt};
    if (const Json& run = json.at("last_run"); !run.is_null())
      search.last_run = LastRun{run.at("at"), run.at("generation"), run.at("stamp")};
    return search;
  } catch (const Json::exception&) {  // a value that is missing or of another type
    return none;
  }
}

}  // namespace khobao::kept
