#include "indexer/read/lines/caption.h"

#include <string>

#include "common/base/row_table.h"
#include "indexer/read/lines/line_words.h"

extern "C" {
extern const char khobao_caption_openers_begin[];
extern const char khobao_caption_openers_end[];
}

namespace khobao::read {
namespace {

constexpr size_t kMaxCaptionWords = 60;      // with a credit
constexpr size_t kMaxBareCaptionWords = 30;  // by its first or last words alone
constexpr size_t kMaxCaptionBytes = 600;
constexpr size_t kMaxLeadingBytes = 400;
constexpr size_t kMaxCreditBytes = 80;

// Of data/caption_openers.tsv.
PackedTexts caption_words(std::string_view where) {
  return RowTable(khobao_caption_openers_begin, khobao_caption_openers_end).texts(where);
}

// Sentences that end inside the line, in front of its last word.
size_t inner_sentences(std::string_view line) {
  size_t count = 0;
  for (size_t at = line.find(". "); at != std::string_view::npos; at = line.find(". ", at + 2)) {
    count += starts_upper(line.substr(at + 2));
  }
  return count;
}

bool has_credit(std::string_view whole) {
  // The photographer's name is what the line ends with; "Nguồn: …" alone credits the article.
  const size_t skipped = whole.size() > kMaxCreditBytes ? whole.size() - kMaxCreditBytes : 0;
  const std::string_view line = whole.substr(skipped);
  for (std::string_view credit : caption_words("credit")) {
    const size_t at = line.find(credit);
    if (at == 0 && skipped == 0 && credit.starts_with("Nguồn:")) continue;
    if (at != std::string_view::npos && inner_sentences(line.substr(at)) == 0) return true;
  }
  return false;
}

bool has_caption_words(std::string_view line) {
  const std::string words = comparison_form(line);
  for (std::string_view begin : caption_words("begin")) {
    if (words.starts_with(begin) && (words.size() == begin.size() || words[begin.size()] == ' '))
      return true;
  }
  for (std::string_view end : caption_words("end")) {
    if (words.ends_with(end)) return true;
  }
  return false;
}

}  // namespace

bool is_caption(std::string_view line, bool behind_image) {
  if (line.size() > kMaxCaptionBytes) return false;
  const size_t words = count_words(line);
  if (words > kMaxCaptionWords) return false;
  const size_t sentences = inner_sentences(line);
  if (sentences <= 3 && has_credit(line)) return true;
  if (words > kMaxBareCaptionWords || sentences > 0) return false;
  return behind_image || has_caption_words(line);
}

size_t leading_caption_bytes(std::string_view line) {
  const std::string_view head = line.substr(0, kMaxLeadingBytes);
  for (std::string_view opener : {"(Ảnh", "(Nguồn", "(ảnh", "(nguồn"}) {
    const size_t at = head.find(opener);
    if (at == std::string_view::npos || inner_sentences(head.substr(0, at)) > 1) continue;
    const size_t close = head.find(')', at);
    if (close == std::string_view::npos || close - at > 80 || close + 2 >= line.size()) continue;
    if (line[close + 1] == ' ' && starts_upper(line.substr(close + 2))) return close + 1;
  }
  return 0;
}

bool ends_with_credit(std::string_view line) {
  return line.size() <= kMaxCaptionBytes && has_credit(line);
}

}  // namespace khobao::read
