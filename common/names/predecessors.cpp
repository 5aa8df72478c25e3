#include "common/names/predecessors.h"

#include <algorithm>
#include <set>

#include "common/base/embedded.h"
#include "common/names/name_data.h"
#include "common/names/name_key.h"

namespace khobao::names {
namespace {

constexpr std::string_view kMinistry = "Bộ ", kDepartment = "Sở ";
constexpr std::string_view kCommittees[] = {"Tỉnh ủy", "Thành ủy"};
constexpr std::string_view kUnions[] = {"Tỉnh đoàn", "Thành đoàn"};

// The head of a province's committee, by the level of the province: "Tỉnh ủy" or "Thành ủy".
template <class Heads>
bool change_committee(std::string& body, const Heads& heads, bool city) {
  for (const std::string_view head : heads) {
    const size_t at = body.rfind(head);
    if (at == std::string::npos || at + head.size() != body.size()) continue;
    body.replace(at, head.size(), heads[city ? 1 : 0]);
    return true;
  }
  return false;
}

class Predecessors {
 public:
  explicit Predecessors(const Gazetteer& gazetteer) : gazetteer_(gazetteer) {}

  std::vector<std::string> of(std::string_view name) {
    seen_.insert(name_key(name));
    open_.emplace_back(name);
    for (size_t next = 0; next < open_.size(); ++next) {
      const std::string current = open_[next];
      listed(current, "", "");
      if (current.starts_with(kDepartment)) departments(current);
      provinces(current);
    }
    return {open_.begin() + 1, open_.end()};
  }

 private:
  void add(std::string name) {
    if (seen_.insert(name_key(name)).second) open_.push_back(std::move(name));
  }

  // What the data files say of `name`, each with its head and its end replaced.
  void listed(const std::string& name, std::string_view head, const std::string& tail) {
    const std::string key = name_key(name);
    for (const Entry& entry : gazetteer_.entries()) {
      const TextRange before = gazetteer_.predecessors(entry);
      if (before.empty() || name_key(gazetteer_.name(entry)) != key) continue;
      for (const std::string_view old : before) {
        if (head.empty()) {
          add(std::string(old));
        } else if (old.starts_with(kMinistry)) {
          add(std::string(head).append(old.substr(kMinistry.size())) + tail);
        }
      }
    }
  }

  void departments(const std::string& name) {
    for (const std::string_view level : {" tỉnh ", " thành phố "}) {
      const size_t at = name.rfind(level);
      if (at == std::string::npos || at < kDepartment.size()) continue;
      const std::string field = name.substr(kDepartment.size(), at - kDepartment.size());
      listed(std::string(kMinistry) + field, kDepartment, name.substr(at));
    }
  }

  void provinces(const std::string& name) {
    const Lexicon& lexicon = gazetteer_.lexicon();
    for (size_t now = 0; now < lexicon.places.size(); ++now) {
      const Place& place = lexicon.places[now];
      const std::string_view place_name = lexicon.text(place.name);
      if (!place.is_province() || !name.ends_with(" " + std::string(place_name))) continue;
      std::string body = name.substr(0, name.size() - place_name.size() - 1);
      const std::string level(lexicon.levels[static_cast<size_t>(place.level)]);
      bool levelled = false;
      if (body == level) body.clear(), levelled = true;  // the province itself: "tỉnh Gia Lai"
      for (const std::string& printed : {" " + level, std::string(" Thành phố")}) {
        if (levelled || !body.ends_with(printed)) continue;
        body.resize(body.size() - printed.size());
        levelled = true;
      }
      for (size_t before = 0; before < lexicon.places.size(); ++before) {
        const Place& old = lexicon.places[before];
        if (before == now || old.merged != static_cast<int>(now)) continue;
        const std::string_view old_level = lexicon.levels[static_cast<size_t>(old.level)];
        std::string old_body = body;
        const bool city = old_level == "thành phố";
        const bool committee = change_committee(old_body, kCommittees, city) ||
                               change_committee(old_body, kUnions, city);
        if (!committee && !levelled) continue;
        if (!committee) old_body.append(old_body.empty() ? "" : " ").append(old_level);
        add(old_body.append(" ").append(lexicon.text(old.name)));
      }
    }
  }

  const Gazetteer& gazetteer_;
  std::set<std::string> seen_;
  std::vector<std::string> open_;
};

}  // namespace

std::vector<std::string> predecessors(const Gazetteer& gazetteer, std::string_view name) {
  return Predecessors(gazetteer).of(name);
}

namespace {

// Of districts, which were raised from one to another.
constexpr std::string_view kDistrictLevels[] = {"huyện", "thị xã", "quận", "thành phố"};

std::string full_name(const Lexicon& lexicon, const Place& place) {
  const std::string level(lexicon.levels[static_cast<size_t>(place.level)]);
  return (level + " ").append(lexicon.text(place.name));
}

// The province that a province of before July 2025 is part of now; "" for other places.
std::string merged_into(const Lexicon& lexicon, std::string_view name) {
  const std::string key = name_key(name);
  for (size_t i = 0; i < lexicon.places.size(); ++i) {
    const Place& place = lexicon.places[i];
    if (!place.is_province() || place.merged == static_cast<int>(i)) continue;
    if (name_key(full_name(lexicon, place)) == key)
      return full_name(lexicon, lexicon.places[static_cast<size_t>(place.merged)]);
  }
  return "";
}

}  // namespace

std::vector<RelatedPlace> related_places(const Gazetteer& gazetteer, std::string_view place) {
  std::vector<RelatedPlace> related;
  const std::string own = name_key(place);
  const auto add = [&](std::string name, std::string_view from) {
    const std::string key = name_key(name);
    const bool known =
        key == own || std::any_of(related.begin(), related.end(), [&](const RelatedPlace& other) {
          return name_key(other.name) == key;
        });
    if (!known) related.push_back({std::move(name), from});
  };
  for (std::string& before : predecessors(gazetteer, place)) add(std::move(before), "");
  if (std::string now = merged_into(gazetteer.lexicon(), place); !now.empty())
    add(std::move(now), kMergerDate);
  for (const UserName& user : gazetteer.user_names()) {
    if (user.kind != NameKind::place) continue;
    const bool later = name_key(user.name) == own;
    for (const std::string& old : user.replaces) {
      if (later) add(old, "");
      if (name_key(old) == own) add(user.name, "");
    }
  }
  for_each_data_line(data::district_changes(), [&](std::string_view line) {
    const auto row = columns(line);
    bool one = name_key(row[0]) == own;
    for_each_part(row[1], ';', [&](std::string_view old) {
      if (name_key(old) == own) add(std::string(row[0]), "");
      one = one || name_key(row[0]) == own;
    });
    if (one) for_each_part(row[1], ';', [&](std::string_view old) { add(std::string(old), ""); });
  });
  for (const std::string_view level : kDistrictLevels) {
    if (!own.starts_with(std::string(level) + " ")) continue;
    const std::string_view name = place.substr(std::min(level.size() + 1, place.size()));
    const bool numbered = !name.empty() && name.front() >= '0' && name.front() <= '9';
    for (const std::string_view other : kDistrictLevels) {
      if (other != level && !numbered) add(std::string(other) + " " + std::string(name), "");
    }
  }
  return related;
}

}  // namespace khobao::names
