#include "indexer/read/lines/extent.h"

#include <algorithm>

#include "indexer/read/lines/credits/byline.h"
#include "indexer/read/lines/furniture.h"
#include "indexer/read/lines/line_words.h"

namespace khobao::read {
namespace {

constexpr size_t kFewestProseWords = 8;    // of a sentence
constexpr size_t kUnendedProseWords = 24;  // of a line without a full stop
constexpr size_t kMostCountedWords = 60;
constexpr size_t kFewestHeadlineWords = 5;
constexpr size_t kShortRun = 4;  // this many short lines in a row are a menu

constexpr int kFurnitureWeight = -14;
constexpr int kLinkWeight = -10;
constexpr int kShortWeight = -2;
constexpr int kMenuWeight = -6;
constexpr int kTeaserWeight = -6;

constexpr size_t kFewestDumpLines = 8;
constexpr size_t kDumpPercent = 20;
constexpr size_t kMostSignatureLines = 3;
constexpr size_t kMostLinesToSignature = 8;

bool is_page_part(LineRole role) {
  return role == LineRole::furniture || role == LineRole::related || role == LineRole::clock;
}

bool is_short(const Line& line, LineRole role) {
  return role == LineRole::body && !is_prose(line) && !line.is_link();
}

// The line next to `i` in a direction, captions, images' texts and dates passed over; lines.size()
// after the ends.
size_t neighbour(std::span<const Line> lines, std::span<const LineRole> roles, size_t i, int step) {
  for (;;) {
    if (step < 0 && i == 0) return lines.size();
    i = step < 0 ? i - 1 : i + 1;
    if (i >= lines.size()) return lines.size();
    const bool passed = roles[i] == LineRole::caption || lines[i].mark == Mark::caption ||
                        roles[i] == LineRole::date || lines[i].named == Named::date;
    if (!passed) return i;
  }
}

bool is_link_headline(const Line& line) {
  return line.is_link() && count_words(line.text) >= kFewestHeadlineWords;
}

int weight_of(std::span<const Line> lines, std::span<const LineRole> roles, size_t i,
              size_t short_run) {
  const Line& line = lines[i];
  if (is_page_part(roles[i])) return kFurnitureWeight;
  if (roles[i] == LineRole::caption) return 0;
  if (line.is_link()) return kLinkWeight;
  if (is_prose(line)) {
    if (is_teaser(lines, roles, i)) return kTeaserWeight;
    const size_t words = std::min(count_words(line.text), kMostCountedWords);
    return static_cast<int>(words * (100 - line.link_percent) / 100);
  }
  return short_run >= kShortRun ? kMenuWeight : kShortWeight;
}

// How many short lines in a row each line stands in.
std::vector<size_t> short_runs(std::span<const Line> lines, std::span<const LineRole> roles) {
  std::vector<size_t> runs(lines.size(), 0);
  for (size_t i = 0; i < lines.size();) {
    size_t end = i;
    while (end < lines.size() && is_short(lines[end], roles[end])) ++end;
    for (size_t n = i; n < end; ++n) runs[n] = end - i;
    i = std::max(end, i + 1);
  }
  return runs;
}

// After the last prose: "**Lê Na**", "Theo TTXVN", with captions and links between.
size_t behind_signature(std::span<const Line> lines, std::span<const LineRole> roles, size_t end) {
  size_t taken = 0;
  for (size_t i = end; i < lines.size() && i < end + kMostLinesToSignature; ++i) {
    if (roles[i] == LineRole::caption || lines[i].mark == Mark::caption) continue;
    if (is_page_part(roles[i]) || lines[i].is_link()) break;
    if (!read_signature(lines[i].text) || ++taken > kMostSignatureLines) break;
    end = i + 1;
  }
  return end;
}

}  // namespace

bool is_prose(const Line& line) {
  if (line.is_link()) return false;
  const size_t words = count_words(line.text);
  return words >= kUnendedProseWords || (words >= kFewestProseWords && ends_sentence(line.text));
}

bool is_teaser(std::span<const Line> lines, std::span<const LineRole> roles, size_t line) {
  const size_t before = neighbour(lines, roles, line, -1);
  if (before >= lines.size() || !is_link_headline(lines[before])) return false;
  const size_t behind = neighbour(lines, roles, line, 1);
  return behind >= lines.size() || lines[behind].is_link() || is_page_part(roles[behind]);
}

bool is_dump(std::span<const Line> lines, std::span<const LineRole> roles) {
  size_t parts = 0;
  for (size_t i = 0; i < lines.size(); ++i)
    parts += lines[i].is_link() || (is_page_part(roles[i]) && lines[i].mark == Mark::none);
  return parts >= kFewestDumpLines && parts * 100 >= lines.size() * kDumpPercent;
}

Extent find_extent(std::span<const Line> lines, std::span<const LineRole> roles, size_t first) {
  const std::vector<size_t> runs = short_runs(lines, roles);
  Extent best;
  long best_weight = 0, weight = 0;
  size_t begin = first;
  for (size_t i = first; i < lines.size(); ++i) {
    if (weight <= 0) weight = 0, begin = i;
    weight += weight_of(lines, roles, i, runs[i]);
    if (weight > best_weight) best_weight = weight, best = {begin, i + 1};
  }
  if (best.end > best.begin) best.end = behind_signature(lines, roles, best.end);
  return best;
}

size_t find_hard_end(std::span<const Line> lines, std::span<const LineRole> roles, size_t first) {
  size_t all = 0, before = 0;
  const auto prose_words = [&](size_t i) {
    const bool prose =
        !is_page_part(roles[i]) && is_prose(lines[i]) && last_line(lines[i].text) == LastLine::none;
    return prose ? count_words(lines[i].text) : 0;
  };
  for (size_t i = first; i < lines.size(); ++i) all += prose_words(i);
  for (size_t i = first; i < lines.size(); ++i) {
    const LastLine last = before > 0 ? last_line(lines[i].text) : LastLine::none;
    // Readers may write more than the reporter did; a masthead is followed by little.
    const bool opens_comments = last == LastLine::comments &&
                                (i + 1 >= lines.size() || !is_prose(lines[i + 1]) ||
                                 lines[i].text.find_first_of("0123456789") != std::string::npos);
    if (opens_comments || (last == LastLine::masthead && (all - before) * 3 < all)) return i;
    before += prose_words(i);
  }
  return lines.size();
}

}  // namespace khobao::read
