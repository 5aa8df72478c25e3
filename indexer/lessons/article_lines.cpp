#include "indexer/lessons/article_lines.h"

#include <string>
#include <utility>

namespace khobao::lessons {
namespace {

using archive::Paragraph;
using archive::Part;
using archive::TakenLine;

constexpr size_t kOpeningLines = 2, kClosingLines = 3;  // whose sentences are looked at
constexpr size_t kFewestSentenceBytes = 20, kMostSentenceBytes = 400;

bool is_stop(char c) { return c == '.' || c == '!' || c == '?'; }

// The first sentence with its stop, where text follows it after a space; "" otherwise.
std::string_view first_sentence(std::string_view text) {
  for (size_t i = kFewestSentenceBytes; i + 2 < text.size() && i <= kMostSentenceBytes; ++i) {
    if (is_stop(text[i]) && text[i + 1] == ' ') return text.substr(0, i + 1);
  }
  return {};
}

// What stands after the last stop that ends a sentence before it; "" where that is all.
std::string_view last_sentence(std::string_view text) {
  if (text.size() < 2 * kFewestSentenceBytes) return {};
  for (size_t i = text.size() - kFewestSentenceBytes; i-- > kFewestSentenceBytes;) {
    if (text.size() - i > kMostSentenceBytes) return {};
    if (is_stop(text[i]) && text[i + 1] == ' ') return text.substr(i + 2);
  }
  return {};
}

}  // namespace

std::vector<Paragraph> lines_as_read(const archive::Article& article) {
  if (article.taken.empty()) return article.paragraphs;
  std::vector<Paragraph> lines;
  auto kept = article.paragraphs.begin();
  const auto fill_to = [&](size_t place) {
    while (lines.size() <= place && kept != article.paragraphs.end()) lines.push_back(*kept++);
  };
  for (const TakenLine& taken : article.taken) {
    if (taken.part == Part::whole) {
      if (taken.place > 0) fill_to(taken.place - 1);
      lines.push_back(taken.paragraph);
      continue;
    }
    fill_to(taken.place);
    if (taken.place >= lines.size()) continue;
    std::string& text = lines[taken.place].text;
    text = taken.part == Part::front ? taken.paragraph.text + " " + text
                                     : text + " " + taken.paragraph.text;
  }
  lines.insert(lines.end(), kept, article.paragraphs.end());
  return lines;
}

std::vector<Unit> units_of(const std::vector<Paragraph>& paragraphs) {
  std::vector<Unit> units;
  units.reserve(paragraphs.size() + 2 * (kOpeningLines + kClosingLines));
  for (size_t i = 0; i < paragraphs.size(); ++i) {
    const Paragraph& paragraph = paragraphs[i];
    const auto place = static_cast<uint32_t>(i);
    units.push_back({place, Part::whole, paragraph.text, paragraph.role});
    const bool edge = i < kOpeningLines || i + kClosingLines >= paragraphs.size();
    if (!edge || paragraph.role != archive::Role::body) continue;
    const std::string_view first = first_sentence(paragraph.text);
    const std::string_view last = last_sentence(paragraph.text);
    if (!first.empty()) units.push_back({place, Part::front, first, paragraph.role});
    const bool apart = first.size() + last.size() + 2 <= paragraph.text.size();
    if (!last.empty() && apart) units.push_back({place, Part::end, last, paragraph.role});
  }
  return units;
}

void take_units(std::vector<Paragraph> paragraphs, const std::vector<Unit>& units,
                archive::Article& article) {
  article.taken.clear();
  for (const Unit& unit : units)
    article.taken.push_back({unit.place, unit.part, {std::string(unit.text), unit.role}});
  std::vector<bool> kept(paragraphs.size(), true);
  for (const TakenLine& taken : article.taken) {
    std::string& text = paragraphs[taken.place].text;
    const size_t bytes = taken.paragraph.text.size();
    switch (taken.part) {
      case Part::whole: kept[taken.place] = false; break;
      case Part::front: text.erase(0, bytes + 1); break;
      case Part::end: text.resize(text.size() - bytes - 1); break;
    }
  }
  article.paragraphs.clear();
  for (size_t i = 0; i < paragraphs.size(); ++i) {
    if (kept[i]) article.paragraphs.push_back(std::move(paragraphs[i]));
  }
}

}  // namespace khobao::lessons
