#include "searcher/show/render/result_page.h"

#include <algorithm>
#include <cstdio>
#include <ostream>
#include <sstream>

#include "common/language/figures.h"
#include "common/language/say.h"
#include "common/text/address.h"
#include "common/text/letters/printable.h"
#include "common/text/letters/utf8.h"
#include "searcher/show/how_read.h"
#include "searcher/show/render/histogram.h"
#include "searcher/show/render/hit_facts.h"
#include "searcher/show/render/page_words.h"
#include "searcher/show/render/styled_text.h"

namespace khobao::show {
namespace {

using text::printable;

constexpr size_t kNarrowestPage = 20;  // columns; what is narrower is laid out as this
constexpr size_t kSnippetLines = 2;
constexpr size_t kShortestHit = 3;    // rows: title, facts, a line of snippet
constexpr size_t kOrganisations = 3;  // named in a hit's line of facts
constexpr const char* kSeparator = " · ";

class AnswerPage {
 public:
  /// Hits from `whole` on have one line of snippet.
  AnswerPage(const PageOptions& options, size_t whole, std::ostream& out)
      : options_(options),
        whole_(whole),
        out_(out),
        stylist_(options.color),
        columns_(std::max(options.columns, kNarrowestPage)) {}

  void print(const searcher::SearchResponse& r) {
    for (const query::Warning& warning : r.warnings) {
      paragraph(say("warning: {}", warning.message));
      if (text::display_columns(r.query) <= columns_)
        out_ << query::caret(r.query, warning.at_byte) << '\n';
    }
    summary(r);
    reading(r);
    suggestions(r.suggestions);
    for (const Message& hint : r.hints) paragraph(hint);
    for (const Message& line : r.explanation) paragraph(line);
    const size_t last_full = last_full_hit(r.hits);
    indent_ = std::to_string(options_.first_rank + r.hits.size()).size() + 3;
    for (size_t i = 0; i < r.hits.size(); ++i) {
      if (i == last_full && r.total > 0) rule(in(say("some of the words only")));
      hit(r.hits[i], options_.first_rank + i, i < last_full, r.folded, i < whole_);
    }
    for (const searcher::Facet& facet : r.facets)
      print_facet(facet, columns_, options_.language, out_);
    commands(r);
  }

 private:
  // After the last hit that holds all words.
  static size_t last_full_hit(const std::vector<searcher::Hit>& hits) {
    const auto last =
        std::find_if(hits.rbegin(), hits.rend(), [](const searcher::Hit& hit) { return hit.full; });
    return static_cast<size_t>(hits.rend() - last);
  }

  std::string in(const Message& message) const { return printable(message.in(options_.language)); }

  void paragraph(const Message& message, Style style = Style::plain) {
    for (const std::string& row : stylist_.wrapped({{in(message), style}}, columns_, SIZE_MAX))
      out_ << row << '\n';
  }

  void rule(const std::string& label) {
    std::string line = "── " + label + " ";
    for (size_t at = text::display_columns(line); at < columns_; ++at) line += "─";
    for (const std::string& row : stylist_.wrapped({{line, Style::dim}}, columns_, 1))
      out_ << row << '\n';
  }

  void summary(const searcher::SearchResponse& r) {
    Message line = articles_match(r.total);
    if (r.total == 0 && !r.hits.empty())
      line = say("no article matches; the nearest hold some of the words");
    if (r.total > 0 && r.unread > 0) line = say("at least {}", line);
    if (r.undated == r.total && r.total > 0) {
      line = r.total == 1 ? say("{}, undated", line) : say("{}, all undated", line);
    } else if (r.undated > 0) {
      line = say("{} ({} dated, {} undated)", line, number_shown(r.total - r.undated),
                 number_shown(r.undated));
    }
    if (r.copies > 0 && (r.folded || r.total - r.copies > 1))
      line = say("{}, {} without reposts", line, number_shown(r.total - r.copies));
    char took[32];
    std::snprintf(took, sizeof took, "%.0f ms", r.took_ms);
    line += kSeparator + std::string(took);
    paragraph(line);
    if (r.undated_hidden > 0)
      paragraph(say_count(r.undated_hidden, "{} undated article also matches: --undated",
                          "{} undated articles also match: --undated"));
  }

  // One line; the whole of it with --explain.
  void reading(const searcher::SearchResponse& r) {
    if (!r.explanation.empty()) {
      paragraph(say("read as: {}", r.interpreted), Style::dim);
      for (const Message& note : r.notes) paragraph(note, Style::dim);
      return;
    }
    const std::vector<Piece> line = {{in(how_read(r)), Style::dim}};
    if (line.front().text.empty()) return;
    std::vector<std::string> rows = stylist_.wrapped(line, columns_, SIZE_MAX);
    const std::string whole = " " + in(say("(all: --explain)"));
    const size_t room = columns_ - std::min(columns_, text::display_columns(whole));
    if (rows.size() > 1 && room >= kNarrowestPage) {
      rows = stylist_.wrapped(line, room, 1);
      rows.front() += stylist_.line({{whole, Style::dim}});
    }
    for (const std::string& row : rows) out_ << row << '\n';
  }

  void suggestions(const std::vector<reading::Suggestion>& suggestions) {
    std::string line;
    for (const reading::Suggestion& suggestion : suggestions) {
      if (!suggestion.searched) line += (line.empty() ? "" : "; ") + printable(suggestion.query);
    }
    if (!line.empty()) paragraph(say("Did you mean: {}", line));
  }

  void hit(const searcher::Hit& h, size_t rank, bool among_full, bool folded, bool whole) {
    const archive::Article& a = h.article;
    const std::string number = std::to_string(rank);
    out_ << std::string(indent_ - 2 - std::min(indent_ - 2, number.size()), ' ') << number << "  ";
    std::vector<Piece> title = stylist_.highlighted(
        a.display_title.empty() ? a.id : a.display_title, h.title_highlights, Style::title);
    const std::vector<std::string> rows = stylist_.wrapped(title, columns_ - indent_, 1);
    const std::string address = options_.links ? address_of(a) : "";
    const bool linked = !address.empty();
    if (linked) out_ << "\033]8;;" << address << "\033\\";
    out_ << (rows.empty() ? "" : rows.front());
    if (linked) out_ << "\033]8;;\033\\";
    out_ << '\n';
    indented(stylist_.wrapped({{facts(h, among_full, folded), Style::dim}}, columns_ - indent_, 1));
    const std::string common = in(common_facts(h));
    if (!common.empty()) indented(stylist_.wrapped({{common, Style::dim}}, columns_ - indent_, 1));
    if (!h.snippet.text.empty())
      indented(
          stylist_.wrapped(stylist_.highlighted(h.snippet.text, h.snippet.highlights, Style::plain),
                           columns_ - indent_, common.empty() && whole ? kSnippetLines : 1));
    if (!h.features.empty()) {
      std::string line = in(say("score")) + ' ' + in(short_decimal_shown(h.score)) + " =";
      for (const auto& [name, value] : h.features)
        line += ' ' + std::string(name) + ' ' + in(short_decimal_shown(value));
      indented(stylist_.wrapped({{line, Style::dim}}, columns_ - indent_, SIZE_MAX));
    }
  }

  // Each byte that a URL must not hold as its code; `allowed`: beside letters and digits of ASCII.
  static std::string with_codes(std::string_view s, std::string_view allowed) {
    std::string out;
    for (const char c : s) {
      const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                         allowed.find(c) != std::string_view::npos;
      char code[4];
      std::snprintf(code, sizeof code, "%%%02X", static_cast<unsigned char>(c));
      out += plain ? std::string(1, c) : code;
    }
    return out;
  }

  // Its page, or else the file that it is; records of JSON Lines have no file of their own.
  static std::string address_of(const archive::Article& a) {
    if (text::is_web_address(a.url)) return with_codes(a.url, "/-._~:?#[]@!$&'()*+,;=%");
    const size_t colon = a.path.rfind(':');
    const bool record = colon != std::string::npos &&
                        a.path.find_first_not_of("0123456789", colon + 1) == std::string::npos;
    if (!a.path.starts_with('/') || record) return "";
    return "file://" + with_codes(a.path, "/-._~");
  }

  // "2020-07-02 08:43 · Báo Sông Kôn · UBND tỉnh Bình Định"
  std::string facts(const searcher::Hit& h, bool among_full, bool folded) const {
    const archive::Article& a = h.article;
    std::string line = in(shown_moment(a.published));
    const auto add = [&](const std::string& s) {
      if (!s.empty()) line += kSeparator + s;
    };
    if (!h.full && among_full) add(in(say("some of the words")));
    if (a.kind == archive::Kind::listing) add(in(say("listing")));
    add(in(kept_facts(a)));
    add(in(repost_facts(h, folded)));
    add(printable(a.outlet));
    if (!a.credit.empty() && a.credit != a.outlet) add(printable(a.credit));
    std::string names;
    for (size_t i = 0; i < std::min(kOrganisations, a.organisations.size()); ++i)
      names += (names.empty() ? "" : ", ") + printable(a.organisations[i].name);
    add(names);
    return line;
  }

  void indented(const std::vector<std::string>& rows) {
    for (const std::string& row : rows) out_ << std::string(indent_, ' ') << row << '\n';
  }

  void commands(const searcher::SearchResponse& r) {
    std::string next, open;
    if (!options_.next_page.empty()) next = in(say("next: {}", options_.next_page));
    if (!options_.open_first.empty() && !r.hits.empty())
      open = in(say("open: {}", options_.open_first));
    // A command is taken whole from the window, so it is broken only where it is longer than a
    // line.
    const std::string both = next + kSeparator + open;
    if (!next.empty() && !open.empty() && text::display_columns(both) <= columns_) {
      paragraph(both, Style::dim);
      return;
    }
    for (const std::string& line : {next, open}) {
      if (!line.empty()) paragraph(line, Style::dim);
    }
  }

  const PageOptions& options_;
  size_t whole_;
  std::ostream& out_;
  Stylist stylist_;
  size_t columns_;
  size_t indent_ = 4;  // columns in front of a hit's text
};

std::string page_with(const searcher::SearchResponse& response, const PageOptions& options,
                      size_t whole) {
  std::ostringstream page;
  AnswerPage(options, whole, page).print(response);
  return page.str();
}

}  // namespace

void render_page(const searcher::SearchResponse& response, const PageOptions& options,
                 std::ostream& out) {
  const size_t hits = response.hits.size();
  std::string page = page_with(response, options, hits);
  // The prompt takes the last row.
  const auto fits = [&](const std::string& text) {
    return static_cast<size_t>(std::count(text.begin(), text.end(), '\n')) < options.rows;
  };
  if (hits * kShortestHit < options.rows && !fits(page)) {
    size_t whole = hits;
    std::string shorter = page;
    while (whole > 0 && !fits(shorter)) shorter = page_with(response, options, --whole);
    if (fits(shorter)) page = std::move(shorter);
  }
  out << page;
}

}  // namespace khobao::show
