#include "indexer/recognise/grammar/completion.h"

#include <algorithm>
#include <map>
#include <set>

#include "common/names/name_key.h"

namespace khobao::recognise {
namespace {

constexpr int kMaxParents = 6;
// Bodies of the gazetteer with longer names than "Bộ Quốc phòng" are those of one country.
constexpr long kGenericWords = 3;
// Each name is held against all others: in longer texts (no articles) they stay as printed.
constexpr size_t kMaxCompared = 2000;

// "Phòng Cảnh sát …", "Phòng An ninh …" belong to the police, other offices to a department.
bool names_police(const std::string& unit) {
  return unit.find("Cảnh sát") != std::string::npos || unit.find("An ninh") != std::string::npos;
}

long word_count(const std::string& name) {
  return 1 + std::count(name.begin(), name.end(), ' ');
}

class Completion {
 public:
  Completion(const names::Gazetteer& gazetteer, const PlaceContext& places,
             std::span<const names::Paragraph> paragraphs, Reading& reading)
      : gazetteer_(gazetteer),
        lexicon_(gazetteer.lexicon()),
        places_(places),
        paragraphs_(paragraphs),
        found_(reading.found),
        reading_(reading) {}

  void run() {
    for (Found& found : found_) name_committee(found);
    share_places();
    const bool compare = found_.size() <= kMaxCompared;
    for (Found& found : found_) {
      if (compare) adopt_place(found);
    }
    for (Found& found : found_) attach_place(found);
    for (Found& found : found_) complete_level(found);
    for (size_t i = 0; compare && i < found_.size(); ++i) attach_parent(i);
    attach_countries();
    drop_incomplete();
  }

 private:
  bool needs_place(const Found& found) const {
    return found.head != nullptr && found.place.empty() && found.parent < 0 && found.country < 0;
  }

  /// The next name that is not part of another, in the same paragraph; end where there is none.
  size_t next_top(size_t index) const {
    for (size_t i = index + 1; i < found_.size(); ++i) {
      if (found_[i].paragraph != found_[index].paragraph) break;
      if (!found_[i].nested && found_[i].first >= found_[index].end) return i;
    }
    return found_.size();
  }

  /// "HĐND, UBND" and "HĐND và UBND": nothing but a comma, a dash or "và" between.
  bool listed(const Found& left, const Found& right) const {
    const auto& words = paragraphs_[left.paragraph].words;
    constexpr uint16_t kList =
        names::sep::kSpace | names::sep::kComma | names::sep::kDash | names::sep::kSlash;
    if (right.first == left.end) {
      return words[right.first].joined(kList) && words[right.first].before != names::sep::kSpace;
    }
    return right.first == left.end + 1 && lexicon_.has(words[left.end].symbol, names::role::kAnd) &&
           words[left.end].joined(kList) && words[right.first].before == names::sep::kSpace;
  }

  bool provincial(const Found& found) const {
    const std::string_view level =
        found.level < 0 ? std::string_view() : lexicon_.levels[static_cast<size_t>(found.level)];
    return level == "tỉnh" || level == "thành phố";
  }

  static bool territorial(const Found& found) {
    return found.head != nullptr && (found.head->tail == names::Tail::territory ||
                                     found.head->tail == names::Tail::committee);
  }

  void share_places() {
    for (size_t i = found_.size(); i-- > 0;) {
      Found& found = found_[i];
      if (found.nested || !needs_place(found) || !(territorial(found) || found.head->province))
        continue;
      const size_t next = next_top(i);
      if (next == found_.size() || found_[next].head == nullptr || !listed(found, found_[next]))
        continue;
      const Found& other = found_[next];
      if (other.dropped) {  // "HĐND, UBND các xã"
        found.dropped = found.level < 0 || !found.level_printed;
        continue;
      }
      if (!territorial(other)) continue;
      // "Sở Xây dựng, UBND phường Hàm Rồng": departments are the province's.
      if (found.head->province && !provincial(other)) continue;
      if (found.level < 0) {
        found.level = other.level;
        found.place = other.place;
        found.level_printed = other.level_printed || other.head->tail == names::Tail::committee;
        found.plain = other.level < 0;
      } else if (found.level == other.level) {
        found.place = other.place;
      }
    }
  }

  /// "Ban Thường vụ quận Đống Đa" is that of its committee.
  void name_committee(Found& found) {
    if (found.head == nullptr || found.unit != "Ban Thường vụ" || found.level < 0 ||
        found.parent >= 0)
      return;
    for (const names::Head& head : lexicon_.heads) {
      const std::string_view name = lexicon_.text(head.name);
      if (head.tail != names::Tail::committee || head.level != found.level || !name.ends_with("ủy"))
        continue;
      found.unit.append(" ").append(name);
      found.head = &head;
      return;
    }
  }

  /// A name printed in full elsewhere in the article completes its short form.
  void adopt_place(Found& found) {
    if (!needs_place(found) || found.head->tail == names::Tail::country) return;
    const Found* same = nullptr;
    for (const Found& other : found_) {
      if (other.unit != found.unit || (other.place.empty() && other.parent < 0)) continue;
      if (found.level >= 0 && other.level >= 0 && other.level != found.level) continue;
      if (same != nullptr && (same->place != other.place || same->level != other.level ||
                              name_of(*same) != name_of(other))) {
        return;  // several
      }
      same = &other;
    }
    if (same == nullptr || same == &found) return;
    if (found.head->tail == names::Tail::name && found.plain) return;
    found.level = same->level;
    found.level_printed = same->level_printed;
    found.place = same->place;
    if (same->parent >= 0) found.parent = same->parent;
    found.plain = false;
  }

  std::string name_of(const Found& found) const {
    return canonical_name(gazetteer_, reading_, found);
  }

  void attach_place(Found& found) {
    if (!needs_place(found) || !found.place.empty()) return;
    const bool own_province = found.head->province && found.level < 0;
    if (!own_province && found.level < 0) return;
    if (!territorial(found) && !found.level_printed && !own_province) return;
    const auto answer = places_.place_of(found.level, found.paragraph, found.first);
    if (answer.place.empty()) return;
    found.level = answer.level;
    found.place = answer.place;
  }

  /// "Liên hiệp các tổ chức hữu nghị TP", "Ban Kinh tế HĐND huyện": an open name that ends with a
  /// level is of the article's place.
  void complete_level(Found& found) {
    if (found.entry >= 0 || found.parent >= 0 || found.country >= 0 || !found.place.empty()) return;
    static constexpr std::string_view kLevels[] = {"tỉnh", "thành phố", "huyện", "quận"};
    for (const std::string_view name : kLevels) {
      if (found.unit.size() <= name.size() || !found.unit.ends_with(name) ||
          found.unit[found.unit.size() - name.size() - 1] != ' ')
        continue;
      const auto answer = places_.place_of(lexicon_.level(name), found.paragraph, found.first);
      if (!answer.place.empty()) found.unit.append(" ").append(answer.place);
      return;
    }
  }

  void attach_parent(size_t index) {
    Found& found = found_[index];
    if (found.head == nullptr || found.parent >= 0 || !found.place.empty() || found.country >= 0)
      return;
    if (!found.head->parent && !found.head->office) return;
    // "Phòng Cảnh sát hình sự (Công an tỉnh)", "… , Công an tỉnh"
    if (const size_t next = next_top(index); !found.nested && next < found_.size()) {
      const Found& other = found_[next];
      const auto& words = paragraphs_[found.paragraph].words;
      constexpr uint16_t kBeside =
          names::sep::kSpace | names::sep::kOpen | names::sep::kComma | names::sep::kDash;
      if (other.first == found.end && !found.plain && words[other.first].joined(kBeside) &&
          territorial(other) && other.level >= 0) {
        found.parent = static_cast<int>(next);
        return;
      }
    }
    if (const size_t next = next_top(index);
        !found.nested && next < found_.size() && !found.plain) {
      const Found& other = found_[next];
      if (other.head == found.head && other.parent >= 0 && listed(found, other)) {
        found.parent = other.parent;  // "Phòng … và Phòng … Công an tỉnh"
        return;
      }
    }
    const bool body = found.head->tail == names::Tail::body;
    if (body ? !found.plain : !found.head->office) return;
    // The one body of the article that it can belong to.
    int parent = -1;
    std::string name;
    for (size_t i = 0; i < found_.size(); ++i) {
      const Found& other = found_[i];
      if (other.head == nullptr || i == index) continue;
      const bool police = other.head->tail == names::Tail::territory && other.unit == "Công an" &&
                          (other.place.empty() || provincial(other));
      const bool fits = body                       ? other.head->tail == names::Tail::committee
                        : names_police(found.unit) ? police
                                                   : other.head->province;
      if (!fits) continue;
      const std::string other_name = name_of(other);
      if (parent >= 0 && other_name != name) return;
      parent = static_cast<int>(i);
      name = other_name;
    }
    if (parent < 0) return;
    found.parent = parent;
    found.plain = false;
  }

  void attach_countries() {
    std::map<std::string, int> by_unit;
    for (const Found& found : found_) {
      if (found.country >= 0) by_unit.emplace(found.unit, found.country);
    }
    const int country = places_.foreign_country();
    if (country < 0 && places_.mentions_vietnam()) return;
    for (Found& found : found_) {
      const bool national = found.entry >= 0
                                ? gazetteer_.kind(gazetteer_.entry(found.entry)) == "state"
                                : found.head != nullptr && found.head->national;
      if (!national || found.country >= 0) continue;
      // "Bộ Lao động - Thương binh và Xã hội" in an article on labour in Japan is at home.
      const bool home = found.entry >= 0 && word_count(found.unit) > kGenericWords;
      if (home && places_.mentions_vietnam()) continue;
      const auto it = by_unit.find(found.unit);
      if (it != by_unit.end()) {
        found.country = it->second;
      } else if (country >= 0) {
        found.country = country;
      }
      if (found.country >= 0) found.plain = false;
    }
  }

  void drop_incomplete() {
    static constexpr std::string_view kOftenGeneric[] = {"xã", "phường", "thị trấn", "thôn",
                                                         "đặc khu"};
    for (Found& found : found_) {
      if (found.head == nullptr) continue;
      if (found.plain && !found.head->bare) found.dropped = true;
      if (found.place.empty() && found.level >= 0 && found.parent < 0) {
        for (const std::string_view level : kOftenGeneric) {
          found.dropped |= lexicon_.levels[static_cast<size_t>(found.level)] == level;
        }
      }
    }
  }

  const names::Gazetteer& gazetteer_;
  const names::Lexicon& lexicon_;
  const PlaceContext& places_;
  std::span<const names::Paragraph> paragraphs_;
  std::vector<Found>& found_;
  Reading& reading_;
};

std::string name_with_parents(const names::Gazetteer& gazetteer, const Reading& reading,
                              const Found& found, int depth) {
  const names::Lexicon& lexicon = gazetteer.lexicon();
  std::string name = found.unit;
  // Districts and communes have a smaller command: "Ban Chỉ huy Quân sự huyện".
  if (found.level >= 0 && found.head != nullptr && name == "Bộ Chỉ huy Quân sự") {
    const std::string_view level = lexicon.levels[static_cast<size_t>(found.level)];
    if (level != "tỉnh" && level != "thành phố") name = "Ban Chỉ huy Quân sự";
  }
  if (found.country >= 0) {
    return name.append(" ").append(lexicon.countries[static_cast<size_t>(found.country)]);
  }
  if (found.head == nullptr) return name;
  const bool committee = found.head->tail == names::Tail::committee;
  // "Phòng Cảnh sát giao thông tỉnh Bình Định" is its police's.
  const bool police =
      found.head->office && found.parent < 0 && !found.place.empty() && names_police(found.unit);
  if (police) name += " Công an";
  if (!committee && found.level >= 0 &&
      (found.level_printed || police || found.head->province ||
       found.head->tail == names::Tail::territory)) {
    if (!(found.parent >= 0))
      name.append(" ").append(lexicon.levels[static_cast<size_t>(found.level)]);
  }
  if (found.parent >= 0 && depth < kMaxParents) {
    const Found& parent = reading.found[static_cast<size_t>(found.parent)];
    return name + " " + name_with_parents(gazetteer, reading, parent, depth + 1);
  }
  if (found.place.empty()) return name;
  if (committee && found.place == "Hồ Chí Minh") name += " Thành phố";
  // "Quận ủy quận 2"
  const bool numbered = found.place.find_first_not_of("0123456789") == std::string::npos;
  if (committee && numbered && found.level >= 0)
    name.append(" ").append(lexicon.levels[static_cast<size_t>(found.level)]);
  return name + " " + found.place;
}

}  // namespace

void complete(const names::Gazetteer& gazetteer, const PlaceContext& places,
              std::span<const names::Paragraph> paragraphs, Reading& reading) {
  Completion(gazetteer, places, paragraphs, reading).run();
}

std::string canonical_name(const names::Gazetteer& gazetteer, const Reading& reading,
                           const Found& found) {
  return gazetteer.merged(name_with_parents(gazetteer, reading, found, 0));
}

}  // namespace khobao::recognise
