#include "common/names/document_citation.h"

#include <algorithm>
#include <unordered_set>

#include "common/names/document_term.h"
#include "common/text/tokenizer.h"

namespace khobao::names {
namespace {

using text::Token;
using text::TokenKind;

constexpr size_t kMaxDocuments = 500;

struct Parts {
  std::string number, issuer, year;
};

bool is_digits(std::string_view s) {
  return !s.empty() && std::all_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "35-ct/tw" -> 35, ct/tw; "100/2019/nđ-cp" -> 100, 2019, nđ-cp; "57/nq-tw" -> 57, nq/tw.
Parts take_apart(std::string_view term) {
  Parts parts;
  const size_t digits = std::min(term.find_first_not_of("0123456789"), term.size());
  parts.number = term.substr(0, digits);
  term.remove_prefix(std::min(digits + 1, term.size()));
  if (term.size() >= 5 && is_digits(term.substr(0, 4)) && (term[4] == '/' || term[4] == '-')) {
    parts.year = term.substr(0, 4);
    term.remove_prefix(5);
  }
  parts.issuer = term;
  // Printers mix up dash and slash of party numbers.
  const bool party = parts.issuer.ends_with("tw") || parts.issuer.ends_with("tu");
  if (party && parts.year.empty()) std::replace(parts.issuer.begin(), parts.issuer.end(), '-', '/');
  return parts;
}

// Reads the citations of one paragraph.
struct Reader {
  const Lexicon& lexicon;
  std::string_view text;
  const std::vector<Token>& tokens;

  size_t behind(size_t i) const { return i + 1 + tokens[i].parts; }
  bool word(size_t i, std::string_view term) const {
    return i < tokens.size() && tokens[i].term == term;
  }
  /// The gap in front of token `i` holds nothing but blanks (and `also`).
  bool follows(size_t i, std::string_view also = "") const {
    if (i == 0 || i >= tokens.size() || tokens[i].begin_byte < tokens[i - 1].end_byte) return false;
    const auto between =
        text.substr(tokens[i - 1].end_byte, tokens[i].begin_byte - tokens[i - 1].end_byte);
    return std::all_of(between.begin(), between.end(),
                       [&](char c) { return c == ' ' || also.find(c) != std::string_view::npos; });
  }
  bool capital(size_t i) const {
    const std::string_view surface =
        text.substr(tokens[i].begin_byte, tokens[i].end_byte - tokens[i].begin_byte);
    return !surface.empty() && surface != tokens[i].term;
  }

  const DocumentKind* kind_at(size_t pos, size_t& end) const {
    const DocumentKind* best = nullptr;
    for (const DocumentKind& kind : lexicon.document_kinds) {
      size_t i = pos;
      size_t matched = 0;
      const TextRange words = lexicon.words(kind);
      for (; matched < words.size() && word(i, words[matched]); ++matched, ++i) {
        if (matched > 0 && !follows(i)) break;
      }
      if (matched == kind.words && (best == nullptr || kind.words > best->words)) {
        best = &kind;
        end = i;
      }
    }
    return best;
  }

  /// "Trung ương 4 khóa XII", "Hội nghị lần thứ 11 Ban Chấp hành Trung ương Đảng khóa XIII".
  bool plenum(size_t i, Document& document, size_t& last) const {
    bool meeting = false, central = false;
    std::string number, term;
    size_t steps = 0;
    for (; i < tokens.size() && steps < 16; ++steps) {
      if (steps > 0 && !follows(i, "()")) break;
      if (word(i, "hội") && word(i + 1, "nghị")) {
        meeting = true, i += 2;
      } else if (word(i, "trung") && word(i + 1, "ương")) {
        central = true, i += 2;
      } else if (word(i, "tw") || word(i, "tư")) {
        central = true, i += 1;
      } else if (word(i, "lần") && word(i + 1, "thứ")) {
        i += 2;
      } else if (word(i, "ban") && word(i + 1, "chấp") && word(i + 2, "hành")) {
        i += 3;
      } else if (word(i, "bch") || word(i, "đảng") || word(i, "của")) {
        i += 1;
      } else if (word(i, "khóa") && i + 1 < tokens.size() && !number.empty()) {
        if (lexicon.roman(tokens[i + 1].term) == 0) break;
        term = "khóa " + std::to_string(lexicon.roman(tokens[i + 1].term));
        last = i + 1;
        break;
      } else if (number.empty() && (meeting || central) && lexicon.roman(tokens[i].term) > 0) {
        number = std::to_string(lexicon.roman(tokens[i].term));
        last = i++;
      } else {
        break;
      }
    }
    if (number.empty() || !central) return false;
    document.kind += " trung ương";
    document.number = number;
    document.issuer = term;
    return true;
  }

  bool citation(size_t pos, Document& document, size_t& last, std::string& inherited) const {
    size_t i = pos;
    const DocumentKind* kind = kind_at(pos, i);
    if (kind == nullptr || i >= tokens.size()) return false;
    document.kind = lexicon.text(kind->name);
    if (kind->plenum && follows(i) && plenum(i, document, last)) return true;
    // A name may stand between: "Luật Bảo hiểm xã hội số 58/2014/QH13".
    if (kind->named) {
      for (size_t step = 0; step < 8 && i < tokens.size() && !word(i, "số") &&
                            tokens[i].kind == TokenKind::word && follows(i, ",-");
           ++step) {
        ++i;
      }
      if (!word(i, "số")) return false;
    }
    const bool announced = word(i, "số") && follows(i);
    if (announced) ++i;
    if (i >= tokens.size() || !follows(i, announced ? ":" : "")) return false;
    const Token& token = tokens[i];
    if (token.kind == TokenKind::document) {
      const Parts parts = take_apart(token.term);
      document.number = parts.number;
      document.issuer = parts.issuer;
      document.year = parts.year;
      last = i;
      inherited = lexicon.text(kind->name);
      return true;
    }
    if (token.kind == TokenKind::fraction && (announced || kind->strong)) {
      const size_t slash = token.term.find('/');
      document.number = token.term.substr(0, slash);
      if (const std::string year = token.term.substr(slash + 1); year.size() == 4)
        document.year = year;
      if (document.year.empty() && !announced) return false;
      last = i;
      return true;
    }
    if (token.kind == TokenKind::date && (announced || kind->strong)) {  // 12/2020: number and year
      const size_t slash = token.term.rfind('/');
      document.number = token.term.substr(0, slash);
      document.year = token.term.substr(slash + 1);
      if (!is_digits(document.number)) return false;
      last = i;
      return true;
    }
    if (token.kind == TokenKind::word) {  // letters run into the number: 35CT
      const size_t digits = token.term.find_first_not_of("0123456789");
      if (!announced || digits == 0 || digits > 5) return false;
      document.number = token.term.substr(0, digits);
      last = i;
      return true;
    }
    if (token.kind != TokenKind::number || !is_digits(token.term) || token.term.size() > 5)
      return false;
    if (!announced) {
      // "kế hoạch 5 năm", "Quyết định 3 vấn đề": what is counted follows. "Luật 2013" is a year.
      if (!kind->strong || (!capital(pos) && token.term.size() < 2)) return false;
      if (token.term.size() == 4 && (token.term.starts_with("20") || token.term.starts_with("19")))
        return false;
      if (i + 1 < tokens.size() && follows(i + 1) && !capital(i + 1)) {
        const Symbol symbol = symbol_of(tokens[i + 1].term);
        if (!lexicon.has(symbol, role::kCitation)) return false;
      }
      if (token.end_byte < text.size() &&
          (text[token.end_byte] == '%' || text[token.end_byte] == '-'))
        return false;
      const std::string_view printed =
          text.substr(token.begin_byte, token.end_byte - token.begin_byte);
      if (printed.find_first_of(".,") != std::string_view::npos) return false;
    }
    document.number = token.term;
    last = i;
    return true;
  }

  /// The year of the date after a citation: "… ngày 30/5/2019", "…, ngày 30 tháng 5 năm 2019",
  /// "… năm 2019", "… (2019)".
  std::string year_behind(size_t i) const {
    if (!follows(i, ",(")) return "";
    if (word(i, "năm") && follows(i + 1)) return year_at(i + 1);
    if (!follows(i) && text[tokens[i].begin_byte - 1] == '(') {
      if (std::string year = year_at(i); !year.empty()) return year;
    }
    if (!word(i, "ngày") || i + 1 >= tokens.size()) return "";
    const std::string& date = tokens[i + 1].term;
    if (tokens[i + 1].kind == TokenKind::date)
      return date.substr(date.size() - std::min<size_t>(4, date.size()));
    const bool spelled = word(i + 2, "tháng") && word(i + 4, "năm");
    return spelled ? year_at(i + 5) : "";
  }

  std::string year_at(size_t i) const {
    if (i >= tokens.size() || tokens[i].term.size() != 4 || !is_digits(tokens[i].term)) return "";
    return tokens[i].term.starts_with("19") || tokens[i].term.starts_with("20") ? tokens[i].term
                                                                                : "";
  }

  /// The term of the Central Committee that a citation names: "… (khóa XII)", "… của Ban Chấp hành
  /// Trung ương khóa XII".
  std::string term_behind(size_t i) const {
    constexpr size_t kFar = 14;
    for (size_t step = 0; step < kFar && follows(i, ",()"); ++step, ++i) {
      if (tokens[i].kind == TokenKind::document) break;
      if (!word(i, "khóa") || i + 1 >= tokens.size()) continue;
      const int number = lexicon.roman(tokens[i + 1].term);
      return number > 0 ? "khóa " + std::to_string(number) : "";
    }
    return "";
  }

  Symbol symbol_of(std::string_view term) const { return lexicon.known->find(term); }
};

std::string join_key(const Document& d) {
  const std::string& year = d.term.empty() ? d.year : d.term;
  return d.kind + "|" + d.number + "|" + d.issuer + "|" + year;
}

// What one citation of an article leaves open another may say: "Chỉ thị 35-CT/TW ngày 30/5/2019 …
// Chỉ thị 35". Where they say different things it stays open.
void complete_from_each_other(std::vector<Document>& documents) {
  constexpr size_t kMaxCompared = 100;
  if (documents.size() > kMaxCompared) return;
  for (Document& open : documents) {
    if (!open.issuer.empty() && !(open.year.empty() && open.term.empty())) continue;
    const Document* said = nullptr;
    bool several = false;
    for (const Document& other : documents) {
      const bool more =
          open.issuer.empty() ? !other.issuer.empty() : !other.year.empty() || !other.term.empty();
      if (!more || other.kind != open.kind || other.number != open.number) continue;
      if (!open.issuer.empty() && other.issuer != open.issuer) continue;
      if (!open.year.empty() && !other.year.empty() && other.year != open.year) continue;
      several |= said != nullptr && (said->issuer != other.issuer || said->year != other.year ||
                                     said->term != other.term);
      said = &other;
    }
    if (said == nullptr || several) continue;
    open.issuer = said->issuer;
    open.year = said->year;
    open.term = said->term;
  }
}

bool may_cite(const Paragraph& paragraph, const std::vector<Token>& tokens) {
  return std::any_of(paragraph.words.begin(), paragraph.words.end(),
                     [](const Word& word) { return (word.roles & role::kDocument) != 0; }) ||
         std::any_of(tokens.begin(), tokens.end(),
                     [](const Token& token) { return token.kind == TokenKind::document; });
}

}  // namespace

std::vector<Document> find_documents(const Lexicon& lexicon, std::span<const Paragraph> paragraphs,
                                     std::span<const std::vector<Token>> tokens,
                                     std::string_view published) {
  std::vector<Document> out;
  for (size_t p = 0; p < paragraphs.size(); ++p) {
    if (!may_cite(paragraphs[p], tokens[p])) continue;
    const Reader reader{lexicon, paragraphs[p].text, tokens[p]};
    std::string inherited;  // kind of the citation before in a list
    size_t inherited_end = 0;
    // Every token but the compounds is a word of the paragraph, in order.
    const auto& words = paragraphs[p].words;
    size_t counted = 0, word = 0;
    for (size_t i = 0; i < tokens[p].size();) {
      const Token& token = tokens[p][i];
      for (; counted < i; ++counted) word += tokens[p][counted].parts == 0;
      const bool cites =
          token.parts == 0 && word < words.size() && (words[word].roles & role::kDocument) != 0;
      if (!cites && token.kind != TokenKind::document) {
        ++i;
        continue;
      }
      Document document;
      size_t last = i;
      bool found = false;
      size_t first = i;
      if (cites) {
        found = reader.citation(i, document, last, inherited);
      } else if (token.kind == TokenKind::document && !token.term.empty()) {
        // A number without its kind: in a list it has that of the number before.
        const Parts parts = take_apart(token.term);
        document.number = parts.number;
        document.issuer = parts.issuer;
        document.year = parts.year;
        document.kind = lexicon.document_kind_of(parts.issuer);
        if (document.kind.empty() && i <= inherited_end + 4) document.kind = inherited;
        if (i > 0 && reader.word(i - 1, "số") && reader.follows(i)) first = i - 1;
        found = !document.kind.empty();
      }
      if (!found || out.size() >= kMaxDocuments) {
        i = token.kind == TokenKind::document ? reader.behind(i) : i + 1;
        continue;
      }
      inherited_end = reader.behind(last);
      if (!cites) {  // a document cited before with its kind
        const auto known = std::find_if(out.begin(), out.end(), [&](const Document& d) {
          return d.number == document.number && d.issuer == document.issuer &&
                 d.year == document.year;
        });
        if (known != out.end()) {
          known->where.push_back({p, tokens[p][first].begin_byte, tokens[p][last].end_byte});
          i = reader.behind(last);
          continue;
        }
      }
      const size_t next = reader.behind(last);
      if (document.year.empty()) document.year = reader.year_behind(next);
      document.term = term_of(document.issuer, document.year);
      if (document.term.empty() && document.issuer.ends_with("/tw"))
        document.term = reader.term_behind(next);
      const size_t begin = tokens[p][first].begin_byte, end = tokens[p][last].end_byte;
      document.printed = paragraphs[p].text.substr(begin, end - begin);
      const auto same = std::find_if(
          out.begin(), out.end(), [&](const Document& d) { return d.printed == document.printed; });
      Document& target = same == out.end() ? out.emplace_back(std::move(document)) : *same;
      target.where.push_back({p, begin, end});
      i = reader.behind(last);
    }
  }
  complete_from_each_other(out);
  for (Document& document : out) {
    if (document.term.empty() && is_party_issuer(document.issuer))
      document.term = term_of(document.issuer, published);
    document.key = join_key(document);
  }
  return out;
}

std::string document_key(const Lexicon& lexicon, std::string_view citation) {
  text::Tokenizer tokenizer;
  std::vector<Token> tokens;
  tokenizer.tokenize(citation, tokens);
  Paragraph paragraph;
  read_words(citation, tokens, *lexicon.known, lexicon.roles(), paragraph);
  const auto documents = find_documents(lexicon, {&paragraph, 1}, {&tokens, 1}, "");
  return documents.empty() ? "" : documents.front().key;
}

bool may_mean(std::string_view wanted, std::string_view document) {
  for (int field = 0; field < 4; ++field) {
    const std::string_view a = wanted.substr(0, wanted.find('|'));
    const std::string_view b = document.substr(0, document.find('|'));
    if (!a.empty() && a != b && !(field >= 2 && b.empty())) return false;
    wanted.remove_prefix(std::min(a.size() + 1, wanted.size()));
    document.remove_prefix(std::min(b.size() + 1, document.size()));
  }
  return true;
}

}  // namespace khobao::names
