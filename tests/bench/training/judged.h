#pragma once
/// What was found in annotated articles: as 'indexer inspect --format jsonl' prints it, and how much
/// of it is right.
#include <array>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>

#include "common/names/mention.h"
#include "indexer/recognise/learned/name_tag.h"

namespace khobao::training {

/// {"id", "organisations", "people", "places"}, people with their posts.
nlohmann::json inspected(const std::string& id, const names::Findings& found);

/// Counts of things found right, given and wanted.
struct Tally {
  size_t right = 0, given = 0, wanted = 0;
  double f1() const;
};

/// Of one trial. An entity is right where its name or one of its surfaces is one of an annotated
/// entry's; of these the canonical name may be right, too. Names are compared by name_key().
class Judge {
 public:
  /// `annotated` and `found` as in inspected().
  void add(const nlohmann::json& annotated, const nlohmann::json& found);
  /// A line for each kind, one for posts.
  void print(std::ostream& out) const;

 private:
  struct Kind {
    Tally entities, surfaces;
    size_t canonical = 0;
  };
  std::array<Kind, recognise::kNameKinds> kinds_;
  Tally posts_;  ///< of people that were found, against "roles"
};

}  // namespace khobao::training
