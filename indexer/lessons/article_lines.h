#pragma once
/// An article's lines as they were read, whatever lessons took of them since, and the units of them
/// that a lesson may take: whole lines, and the first and last sentences of the text.
#include <cstdint>
#include <string_view>
#include <vector>

#include "common/archive/article.h"

namespace khobao::lessons {

struct Unit {
  uint32_t place = 0;  ///< of the paragraph
  archive::Part part = archive::Part::whole;
  std::string_view text;
  archive::Role role = archive::Role::body;
};

/// The paragraphs as they were read: those of the article with what was taken put back.
std::vector<archive::Paragraph> lines_as_read(const archive::Article& article);

/// In reading order; of each paragraph the whole comes first. The paragraphs must outlive them.
std::vector<Unit> units_of(const std::vector<archive::Paragraph>& paragraphs);

/// `paragraphs` less the units, into the article with a note of what was taken. `units`: some of
/// units_of(paragraphs), in that order.
void take_units(std::vector<archive::Paragraph> paragraphs, const std::vector<Unit>& units,
                archive::Article& article);

}  // namespace khobao::lessons
