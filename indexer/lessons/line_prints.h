#pragma once
/// What an article's lines leave in the index for lessons to count: a hash each, and with them
/// whose lines they are. All of it comes from the article as it was read, but for the marks of what
/// a lesson took.
///
/// A value of the slot `lines`: hash of the id, hash of the folder, day (four bytes) and how it is
/// known (one), number of sites (one) and their hashes, hash of the title, sketch (two bytes a
/// number), then the lines; eight bytes a number where nothing else is said, little-endian.
/// Listings have none.
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/archive/article.h"
#include "indexer/lessons/article_lines.h"

namespace khobao::lessons {

/// How a line reads, which says how much it takes to believe that it is furniture.
enum class Shape : unsigned char {
  context,   ///< never furniture: a caption, a credit, a signature, a line too long or of no words
  label,     ///< few words and no full stop: "Đọc thêm", but also "Đội hình ra sân:"
  headline,  ///< as long as a headline, without a full stop
  sentence,  ///< ends as one, or is part of a list
};

/// The upper 56 bits are of the comparison_form() of the line and its figures; the others say what
/// it is.
class LinePrint {
 public:
  LinePrint() = default;
  explicit LinePrint(uint64_t bits) : bits_(bits) {}
  LinePrint(uint64_t hash, Shape shape, archive::Part part, bool prose, bool taken)
      : bits_((hash & ~uint64_t{0xFF}) | static_cast<uint64_t>(taken) |
              static_cast<uint64_t>(part) << 1 | static_cast<uint64_t>(shape) << 3 |
              static_cast<uint64_t>(prose) << 5) {}

  uint64_t bits() const { return bits_; }
  uint64_t hash() const { return bits_ & ~uint64_t{0xFF}; }
  bool taken() const { return (bits_ & 1) != 0; }
  archive::Part part() const { return static_cast<archive::Part>(bits_ >> 1 & 3); }
  Shape shape() const { return static_cast<Shape>(bits_ >> 3 & 3); }
  bool prose() const { return (bits_ >> 5 & 1) != 0; }  ///< running text

 private:
  uint64_t bits_ = 0;
};

/// Smallest hashes of word pairs, eight ways: the share that agrees estimates how much of their
/// text two articles have in common.
using Sketch = std::array<uint16_t, 8>;

/// How an article's day is known, for the span of its folder.
enum class DayFrom : unsigned char {
  nothing,   ///< no day, or a dateline of which the day of receipt gave the year
  dateline,  ///< believed
  doubted,   ///< a dateline that a lesson does not believe
  surer,     ///< anything else
};

struct ArticlePrints {
  uint64_t id = 0;
  uint64_t folder = 0;  ///< its folder below its root, or the file of records
  int32_t day = 0;      ///< of publication, since 1970
  DayFrom day_from = DayFrom::nothing;
  std::vector<uint64_t> sites;   ///< host or root; outlet
  uint64_t title = 0;            ///< as the hash() of a line; 0 where there is none
  Sketch sketch{};               ///< of running text alone, figures left out
  std::vector<LinePrint> lines;  ///< of units_of(lines_as_read())
};

/// The hash() of a line.
uint64_t line_hash(std::string_view line);

/// As ArticlePrints has it.
uint64_t site_hash(std::string_view site);

/// "host:maybao.example" or "root:tin", and "outlet:Mây Báo" where it is known.
std::vector<std::string> sites_of(const archive::Article& article, const std::string& root);

/// "tin/2020/xa" for tin/2020/xa/cau.txt, "tin/bao.jsonl" for a record of /home/a/bao.jsonl.
std::string folder_of(const archive::Article& article, const std::string& root);

/// The value of an article; "" for a listing.
std::string prints_value(const archive::Article& article, const std::string& root);

/// False where the bytes are no such value, or "".
bool read_prints(std::string_view value, ArticlePrints& prints);

}  // namespace khobao::lessons
