#pragma once
/// Articles with the names that a person marked in them, one JSON object a line: "organisations",
/// "people" and "places", each with "surfaces" as printed, beside what a record of news has; "set"
/// says where it comes from.
#include <array>
#include <cstdint>
#include <istream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "common/archive/article.h"
#include "common/names/mention.h"
#include "common/names/shaped_words.h"
#include "indexer/recognise/learned/name_tag.h"

namespace khobao::training {

struct Annotated {
  std::string id, set;
  archive::Article article;
  nlohmann::json names;  ///< the whole record
};

/// The keys of the three kinds, by recognise::NameKind.
inline constexpr std::array<const char*, recognise::kNameKinds> kKindKeys{"organisations", "people",
                                                                          "places"};

/// What cannot be read as an article is passed over.
std::vector<Annotated> read_annotated(std::istream& in);

/// Views of `article`, which must outlive them.
names::ArticleText text_of(const archive::Article& article);

/// The tags that the annotation allows each word of a paragraph, as sets: 1 is recognise::kNoName
/// alone; a surface of two kinds allows both. Longer surfaces are marked first.
std::vector<uint8_t> allowed_tags(const nlohmann::json& annotated,
                                  const names::Paragraph& paragraph);

/// Numbers of the articles, by part: each "set" by itself where `folds` is "sets", else as many
/// parts as it says, by id.
std::vector<std::vector<size_t>> parts_of(const std::vector<Annotated>& articles,
                                          const std::string& folds);

}  // namespace khobao::training
