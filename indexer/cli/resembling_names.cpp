#include "indexer/cli/resembling_names.h"

#include <algorithm>

#include "common/cli/nearest.h"
#include "common/language/say.h"
#include "common/names/gazetteer.h"
#include "common/text/letters/fold.h"
#include "common/text/letters/normalise.h"
#include "indexer/commit/live_archive.h"
#include "indexer/recognise/corrections.h"
#include "indexer/recognise/naming.h"

namespace khobao::indexer {
namespace {

std::string key_of(std::string_view name) { return text::fold(text::normalise_word(name)); }

std::vector<std::string> keys_of(const names::Gazetteer& gazetteer, const names::Entry& entry) {
  std::vector<std::string> keys{key_of(gazetteer.name(entry))};
  for (const std::string_view alias : gazetteer.aliases(entry)) keys.push_back(key_of(alias));
  return keys;
}

bool is_known(const names::Gazetteer& gazetteer, const std::string& name) {
  for (const names::Entry* entry : gazetteer.find(name)) {
    const std::vector<std::string> keys = keys_of(gazetteer, *entry);
    if (std::find(keys.begin(), keys.end(), key_of(name)) != keys.end()) return true;
  }
  return false;
}

// The known organisation that `name` is a slip away from; "" where there is none.
std::string resembled(const names::Gazetteer& gazetteer, const std::string& name) {
  constexpr size_t kLookedAt = 3;
  for (const names::Entry* entry : gazetteer.nearest(name, kLookedAt)) {
    if (!cli::nearest(key_of(name), keys_of(gazetteer, *entry)).empty())
      return std::string(gazetteer.name(*entry));
  }
  return {};
}

}  // namespace

Result<void> check_new_organisations(const std::string& db, const std::string& file,
                                     const std::optional<std::string>& names_file) {
  recognise::Corrections corrections;
  if (auto taken = corrections.merge_file(file); !taken) return taken;
  const auto kept = commit::kept_settings(db);
  if (!kept) return kept.error();
  auto own = names_file ? recognise::given_names(*names_file)
                        : recognise::kept_names(db, kept->names);
  std::optional<names::Gazetteer> gazetteer;
  for (const auto& [id, fields] : corrections.all()) {
    const auto organisations = fields.find(archive::Correctable::organisations);
    if (organisations == fields.end()) continue;
    for (const std::string& name : organisations->second.values) {
      if (!gazetteer) {
        gazetteer.emplace();
        if (own) gazetteer->add_user_names(own->names);
      }
      if (is_known(*gazetteer, name)) continue;
      if (const std::string meant = resembled(*gazetteer, name); !meant.empty()) {
        return Error{ErrorCode::usage,
                     say("the correction of '{}' would make a new organisation, '{}'; did you mean '{}'?", id, name, meant),
                     say("write the known name, or name the new one in a file for --names first")};
      }
    }
  }
  return {};
}

}  // namespace khobao::indexer
