#include "common/names/document_term.h"

#include <array>

#include "common/text/letters/upper_case.h"
#include "common/text/letters/utf8.h"

namespace khobao::names {
namespace {

// First full year of each congress's term: the sixth met in December 1986, those since 2011 in
// January.
constexpr int kFirstCongress = 6;
constexpr std::array kTermBegins = {1987, 1991, 1996, 2001, 2006, 2011, 2016, 2021, 2026, 2031};

constexpr std::string_view kRoman[] = {"",     "I",  "II", "III", "IV",  "V",    "VI",  "VII",
                                       "VIII", "IX", "X",  "XI",  "XII", "XIII", "XIV", "XV"};

std::string capitalised(std::string_view s) {
  size_t first = 0;
  if (!s.empty()) text::next_code_point(s, first);
  return text::upper_case(s.substr(0, first)) + std::string(s.substr(first));
}

// "ct-ttg" -> "CT-TTg", as the prime minister's numbers are written.
std::string printed_issuer(std::string_view issuer) {
  std::string out = text::upper_case(issuer);
  if (out.ends_with("TTG")) out.back() = 'g';
  return out;
}

std::string_view unknown_part(std::string_view issuer, std::string_view year) {
  if (issuer.empty()) return "không rõ cơ quan";
  if (!year.empty() || issuer.find(' ') != std::string_view::npos) return "";
  return is_party_issuer(issuer) ? "không rõ khóa" : "không rõ năm";
}

}  // namespace

bool is_party_issuer(std::string_view issuer) {
  return issuer.ends_with("/tw") || issuer.ends_with("/tu");
}

std::string term_of(std::string_view issuer, std::string_view year) {
  if (!is_party_issuer(issuer) || year.size() < 4) return "";
  int number = 0;
  for (const char c : year.substr(0, 4)) {
    if (c < '0' || c > '9') return "";
    number = number * 10 + (c - '0');
  }
  for (size_t i = 0; i + 1 < kTermBegins.size(); ++i) {
    if (number < kTermBegins[i] || number >= kTermBegins[i + 1]) continue;
    if (issuer.ends_with("/tw"))
      return "khóa " + std::to_string(kFirstCongress + static_cast<int>(i));
    return std::to_string(kTermBegins[i]) + "-" + std::to_string(kTermBegins[i + 1] - 1);
  }
  return "";
}

std::string printed_term(std::string_view term) {
  constexpr std::string_view kTerm = "khóa ";
  if (!term.starts_with(kTerm)) return std::string(term);
  size_t number = 0;
  for (const char c : term.substr(kTerm.size())) {
    if (c < '0' || c > '9' || number > 9) return std::string(term);
    number = number * 10 + static_cast<size_t>(c - '0');
  }
  return number < std::size(kRoman) ? std::string(kTerm).append(kRoman[number]) : std::string(term);
}

std::string document_name(std::string_view key) {
  std::array<std::string_view, 4> parts;
  for (std::string_view& part : parts) {
    const size_t end = key.find('|');
    part = key.substr(0, end);
    key.remove_prefix(end == std::string_view::npos ? key.size() : end + 1);
  }
  const auto& [kind, number, issuer, year] = parts;
  std::string name = capitalised(kind);
  if (!number.empty()) name.append(name.empty() ? "" : " ").append(number);
  if (!year.empty() && issuer.find('-') != std::string_view::npos)
    return name.append("/").append(year).append("/") + printed_issuer(issuer);  // 100/2019/NĐ-CP
  if (issuer.find(' ') != std::string_view::npos) {
    name.append(" ").append(printed_term(issuer));  // the fourth plenum's term
  } else if (!issuer.empty()) {
    name.append(issuer.find('/') != std::string_view::npos ? "-" : "/")
        .append(printed_issuer(issuer));
  }
  std::string note = printed_term(year);
  if (const std::string_view unknown = unknown_part(issuer, year); !unknown.empty())
    note.append(note.empty() ? "" : ", ").append(unknown);
  return note.empty() ? name : name + " (" + note + ")";
}

}  // namespace khobao::names
