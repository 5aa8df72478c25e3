#include "indexer/read/lines/credits/byline.h"

#include <algorithm>

#include "indexer/read/lines/clean.h"
#include "indexer/read/lines/credits/byline_words.h"
#include "indexer/read/lines/credits/outlets.h"
#include "indexer/read/lines/credits/person_name.h"
#include "indexer/read/lines/line_words.h"

namespace khobao::read {
namespace {

constexpr size_t kMaxSignatureBytes = 140;
constexpr size_t kMaxSignatureWords = 14;
constexpr size_t kMaxCreditWords = 6;
constexpr size_t kTailBytes = 160;

// Without the signs that stand around a signature: "Lê Na -", "/. Lê Na".
std::string_view strip_signs(std::string_view text) {
  for (;;) {
    const size_t before = text.size();
    while (!text.empty() &&
           std::string_view(" .-/*;:,|").find(text.back()) != std::string_view::npos)
      text.remove_suffix(1);
    while (!text.empty() && std::string_view(" -*|/").find(text.front()) != std::string_view::npos)
      text.remove_prefix(1);
    for (std::string_view dash : {"–", "—"}) {
      if (text.ends_with(dash)) text.remove_suffix(dash.size());
      if (text.starts_with(dash)) text.remove_prefix(dash.size());
    }
    if (text.size() == before) return text;
  }
}

// Known to the tables, or a host; "Mây Báo/AP" where both parts are.
bool is_known_source(std::string_view text) {
  if (!known_outlet(text).empty() || !host_of(text).empty()) return true;
  const size_t slash = text.find('/');
  if (slash == std::string_view::npos || slash == 0 || text.size() > 60) return false;
  return !known_outlet(text.substr(0, slash)).empty() &&
         !known_outlet(text.substr(slash + 1)).empty();
}

// What "Theo" may name: a known source, or a few words with capitals ("Mây Báo", "The Sun").
bool is_credit_name(std::string_view text) {
  if (text.empty() || text.size() > 100) return false;
  if (is_known_source(text)) return true;
  if (!starts_upper(text) || text.find_first_of(":;()\"") != std::string_view::npos) return false;
  size_t capitals = 0, words = 0;
  for (size_t pos = 0; pos < text.size(); ++words) {
    const size_t end = std::min(text.find(' ', pos), text.size());
    capitals += starts_upper(text.substr(pos, end - pos));
    pos = end + 1;
  }
  return words <= kMaxCreditWords && (capitals * 2 > words || words <= 2);
}

// An address that nothing calls a source may be anybody's: a team's page, a form to fill in.
bool is_page_address(std::string_view text) {
  return text.find("://") != std::string_view::npos ||
         (!host_of(text).empty() && text.find('/') != std::string_view::npos &&
          known_outlet(text).empty());
}

bool is_remark(std::string_view text) {
  const PackedTexts remarks = byline_words("remark");
  return std::find(remarks.begin(), remarks.end(), comparison_form(text)) != remarks.end();
}

// "Cổng thông tin huyện Đồng Mây": a body's name, which is longer and has fewer capitals than a
// newspaper's. Only after a label.
bool is_body_name(std::string_view text) {
  constexpr size_t kMostBodyWords = 12;
  if (!starts_upper(text) || count_words(text) > kMostBodyWords ||
      text.find_first_of(":;,()\"") != std::string_view::npos || ends_sentence(text))
    return false;
  const std::string form = comparison_form(text);
  for (std::string_view opener :
       {"cổng", "trang", "văn phòng", "phòng", "sở", "ban", "bộ", "cục", "ubnd", "ủy ban", "hội",
        "trung tâm", "đài", "báo", "tạp chí", "công an", "trường", "bệnh viện", "viện", "đoàn"}) {
    if (form.starts_with(std::string(opener) + ' ')) return true;
  }
  return false;
}

bool strip_credit_word(std::string_view& text) {
  for (std::string_view word : byline_words("credit")) {
    if (!text.starts_with(word) || text.size() == word.size()) continue;
    if (!word.ends_with(':') && text[word.size()] != ' ') continue;
    text = trim(text.substr(word.size()));
    return true;
  }
  return false;
}

// "Lê Na (Mây Báo)" as "Lê Na" and "Mây Báo"; the second is "" where no bracket closes the text.
std::pair<std::string_view, std::string_view> split_bracket(std::string_view text) {
  const size_t open = text.rfind('(');
  if (!text.ends_with(')') || open == std::string_view::npos || open == 0) return {text, {}};
  return {strip_signs(text.substr(0, open)), trim(text.substr(open + 1, text.size() - open - 2))};
}

// The text after "Theo": "Mây Báo", "Lê Na (Mây Báo)", "Lê Na/Mây Báo".
Signature read_credit(std::string_view text) {
  text = strip_signs(text);
  auto [name, outlet] = split_bracket(text);
  if (outlet.empty() && !is_known_source(text)) {
    if (const size_t slash = text.find('/'); slash != std::string_view::npos) {
      name = strip_signs(text.substr(0, slash)), outlet = strip_signs(text.substr(slash + 1));
    }
  }
  if (outlet.empty() || is_remark(outlet)) {
    return is_credit_name(name) && !is_remark(name) ? Signature{"", std::string(name)}
                                                    : Signature{};
  }
  if (!is_known_source(name) && is_byline_name(name) && is_credit_name(outlet))
    return {std::string(name), std::string(outlet)};
  if (!is_known_source(name) && is_known_source(outlet)) return {"", std::string(outlet)};
  return is_credit_name(name) ? Signature{"", std::string(name)} : Signature{};
}

// "L.N (theo Mây Báo)", "Lê Na (TTXVN)", "Lê Na (tổng hợp)".
Signature read_name_with_bracket(std::string_view text) {
  auto [name, inside] = split_bracket(text);
  if (inside.empty() || !is_byline_name(name) || is_known_source(name)) return {};
  if (const size_t by = inside.find("theo "); by != std::string_view::npos)
    inside.remove_prefix(by);
  if (strip_credit_word(inside) || is_known_source(inside))
    return {std::string(name), read_credit(inside).credit};
  return {std::string(name), ""};
}

// "Lê Na/VOV.VN", "Lê Na - Theo Mây Báo", "Lê Na Theo Mây Báo".
Signature read_name_then_outlet(std::string_view text) {
  for (std::string_view sign : {" - ", " – ", ", ", " ", "/"}) {
    for (size_t at = text.find(sign); at != std::string_view::npos; at = text.find(sign, at + 1)) {
      const std::string_view name = strip_signs(text.substr(0, at));
      std::string_view outlet = trim(text.substr(at + sign.size()));
      const bool credited = strip_credit_word(outlet);
      if (!credited && (sign == " " || sign == ", ")) continue;
      if (!(credited ? is_credit_name(strip_signs(outlet)) : is_known_source(outlet))) continue;
      if (is_byline_name(name) && !is_known_source(name))
        return {std::string(name), std::string(strip_signs(outlet))};
    }
  }
  return {};
}

// "Theo Mây Báo Theo Mây Báo" -> "Theo Mây Báo".
std::string_view once(std::string_view text) {
  const size_t half = text.size() / 2;
  const bool doubled = text.size() > 4 && text.size() % 2 == 1 && text[half] == ' ' &&
                       text.substr(0, half) == text.substr(half + 1);
  return doubled ? text.substr(0, half) : text;
}

// Where the last sentence in front of the paragraph's end ends; npos where none does in its tail.
size_t last_sentence_end(std::string_view text) {
  const size_t least = text.size() > kTailBytes ? text.size() - kTailBytes : 0;
  for (size_t at = text.rfind(' '); at != std::string_view::npos && at > least;
       at = text.rfind(' ', at - 1)) {
    const std::string_view before = text.substr(least, at - least);
    if (!ends_sentence(before) && !before.ends_with(')') && !before.ends_with("”") &&
        !before.ends_with('"'))
      continue;
    // "TP. Lê Na": a short word with its full stop ends no sentence.
    const size_t word = before.rfind(' ');
    const bool abbreviation = before.ends_with('.') && word != std::string_view::npos &&
                              before.size() - word <= 5 && starts_upper(before.substr(word + 1));
    if (!abbreviation) return at;
  }
  return std::string_view::npos;
}

}  // namespace

Signature read_signature(std::string_view line) {
  if (line.size() > kMaxSignatureBytes || count_words(line) > kMaxSignatureWords ||
      is_signatory_post(line))
    return {};
  if (std::string author = labelled_author(line); !author.empty()) return {std::move(author), ""};
  std::string_view text = once(strip_signs(line));
  if (text.starts_with('(') && text.find(')') == text.size() - 1) {
    text = strip_signs(text.substr(1, text.size() - 2));
    if (is_known_source(text)) return {"", std::string(text)};
  }
  if (is_remark(text)) return {};
  const std::string_view labelled = text;
  if (strip_credit_word(text)) {
    Signature credit = read_credit(text);
    const bool has_label = labelled.substr(0, labelled.size() - text.size()).find(':') !=
                           std::string_view::npos;
    if (!credit && has_label && is_body_name(strip_signs(text))) credit.credit = strip_signs(text);
    return credit;
  }
  if (is_known_source(text) && !is_page_address(text)) return {"", std::string(text)};
  if (Signature both = read_name_with_bracket(text)) return both;
  if (Signature both = read_name_then_outlet(text)) return both;
  return is_byline_name(text) ? Signature{std::string(text), ""} : Signature{};
}

Signature read_closing_signature(std::string_view paragraph) {
  std::string_view text = strip_signs(paragraph);
  const size_t end = last_sentence_end(text);
  if (end != std::string_view::npos) {
    if (Signature signature = read_signature(text.substr(end + 1))) return signature;
  }
  const std::string_view tail =
      text.substr(text.size() > kTailBytes ? text.size() - kTailBytes : 0);
  for (std::string_view word : {"(Theo ", "(theo ", " Theo ", " Nguồn: "}) {
    const size_t at = tail.rfind(word);
    if (at == std::string_view::npos) continue;
    std::string_view credit = tail.substr(at + word.size());
    if (credit.ends_with(')') && word.starts_with('(')) credit.remove_suffix(1);
    if (is_known_source(strip_signs(credit))) return {"", std::string(strip_signs(credit))};
  }
  return {};
}

std::string labelled_author(std::string_view paragraph) {
  // "Nội dung Lê Na": in the credits of long reads the label is set apart by style alone.
  for (std::string_view label : {"Nội dung ", "Thực hiện ", "Bài viết ", "Tác giả "}) {
    if (paragraph.size() <= kMaxSignatureBytes && paragraph.starts_with(label) &&
        count_words(paragraph.substr(label.size())) >= 2 &&
        is_byline_name(paragraph.substr(label.size())))
      return std::string(trim(paragraph.substr(label.size())));
  }
  const PackedTexts labels = byline_words("author");
  for (size_t colon = paragraph.find(':'); colon != std::string_view::npos;
       colon = paragraph.find(':', colon + 1)) {
    const std::string_view front = paragraph.substr(0, colon + 1);
    for (std::string_view label : labels) {
      if (!front.ends_with(label)) continue;
      const size_t at = front.size() - label.size();
      if (at > 0 && front[at - 1] != ' ' && front[at - 1] != '(') continue;
      // Inside a paragraph "Tin:" and "PV:" may say anything.
      if (at > 0 && !label.starts_with("Tác giả") && !label.starts_with("Bài")) continue;
      const std::string_view rest = trim(paragraph.substr(colon + 1));
      // "Tin, ảnh: LAN HỒ - QUỐC VIỆT"
      if (at == 0 && is_byline_name(strip_signs(rest))) return std::string(strip_signs(rest));
      const size_t bytes = leading_name_bytes(rest);
      if (bytes > 0 && is_byline_name(rest.substr(0, bytes)))
        return std::string(rest.substr(0, bytes));
    }
  }
  return "";
}

bool is_signatory_post(std::string_view line) {
  if (line.size() > kMaxSignatureBytes || !is_all_capitals(line)) return false;
  const std::string form = comparison_form(line);
  const PackedTexts posts = byline_words("post");
  return std::any_of(posts.begin(), posts.end(),
                     [&](std::string_view post) { return form.ends_with(post); });
}

}  // namespace khobao::read
