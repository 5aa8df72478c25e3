#include "searcher/show/render/html_answer.h"

#include <algorithm>
#include <cstdio>
#include <ostream>
#include <set>

#include "common/text/letters/printable.h"
#include "searcher/show/date_steps.h"
#include "searcher/show/render/histogram.h"

namespace khobao::show {
namespace {

using searcher::Timeline;

constexpr const char* kHead = R"(<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Kho Báo">
)";

constexpr const char* kStyle = R"(<style>
:root { color-scheme: light dark; --ink: #1c1b1a; --dim: #5f5b57; --paper: #fdfcfa; --line: #d9d4cd;
  --bar: #9c3d2e; --mark: #ffe9a8; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9e6e1; --dim: #a39d95; --paper: #191817;
  --line: #3b3835; --bar: #e08a73; --mark: #5c4a12; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 52rem; padding: 1.5rem 1rem 3rem; background: var(--paper);
  color: var(--ink); font: 1rem/1.55 Georgia, "Noto Serif", "Times New Roman", serif; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .3rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1.05rem; margin: 0; }
a { color: inherit; text-decoration-color: var(--bar); }
code { font: .85em/1.4 ui-monospace, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem .8rem; margin: .6rem 0; }
dt, .facts, .small { color: var(--dim); font-size: .9rem; }
dd { margin: 0; overflow-wrap: anywhere; }
mark { background: var(--mark); color: inherit; }
ol, ul { padding-left: 1.6rem; }
td ul { margin: 0; padding-left: 1.1rem; }
li { margin: .2rem 0; overflow-wrap: anywhere; }
ol.hits > li { margin: 1rem 0; }
svg { display: block; width: 100%; height: auto; }
svg rect { fill: var(--bar); }
svg text { fill: var(--dim); font: 11px ui-sans-serif, "DejaVu Sans", sans-serif; }
svg line { stroke: var(--line); }
table { border-collapse: collapse; width: 100%; font-size: .95rem; }
td, th { padding: .15rem .5rem .15rem 0; text-align: left; vertical-align: top; }
td.n, th.n { text-align: right; white-space: nowrap; }
td.bar { width: 45%; }
td.bar div { background: var(--bar); height: .8rem; margin-top: .35rem; min-width: 2px; }
.undated { color: var(--dim); }
@page { size: A4; margin: 18mm; }
@media print { body { max-width: none; padding: 0; font-size: 10.5pt; background: #fff; color: #000; }
  ol.hits > li, tr, svg { break-inside: avoid; } h2 { break-after: avoid; }
  td.bar div, svg rect, mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
</style>
)";

bool is_address(const std::string& url) {
  return url.starts_with("http://") || url.starts_with("https://");
}

std::string vietnamese_step(searcher::DateStep step) {
  switch (step) {
    case searcher::DateStep::day: return "ngày";
    case searcher::DateStep::week: return "tuần";
    case searcher::DateStep::month: return "tháng";
    case searcher::DateStep::year: return "năm";
    case searcher::DateStep::own: break;
  }
  return "";
}

std::string facet_heading(archive::FieldId field) {
  switch (field) {
    case archive::FieldId::organisation: return "Tổ chức";
    case archive::FieldId::person: return "Người";
    case archive::FieldId::place: return "Nơi";
    case archive::FieldId::source: return "Nguồn";
    case archive::FieldId::section: return "Chuyên mục";
    case archive::FieldId::document: return "Văn bản";
    case archive::FieldId::date: return "Ngày đăng";
    default: return std::string(archive::field(field).name);
  }
}

// "2/7/2020 08:43" of "2020-07-02T08:43".
std::string printed_date(const std::string& published) {
  const text::Day day = text::parse_day(std::string_view(published).substr(
      0, std::min<size_t>(10, published.size())));
  if (day.year == 0) return "không rõ ngày";
  std::string shown = std::to_string(day.day) + "/" + std::to_string(day.month) + "/" +
                      std::to_string(day.year);
  if (published.size() >= 16 && published.compare(11, 5, "00:00") != 0)
    shown += " " + published.substr(11, 5);
  return shown;
}

std::string marked(std::string_view text, const std::vector<searcher::Span>& spans) {
  std::string out;
  size_t at = 0;
  for (const searcher::Span& span : spans) {
    out += html_text(text.substr(at, span.begin_byte - at)) + "<mark>" +
           html_text(text.substr(span.begin_byte, span.end_byte - span.begin_byte)) + "</mark>";
    at = span.end_byte;
  }
  return out + html_text(text.substr(at));
}

std::string decimal(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f", value);
  return text;
}

class HtmlPage {
 public:
  HtmlPage(const searcher::SearchResponse& response, const RenderOptions& options,
           std::ostream& out)
      : response_(response),
        options_(options),
        frame_(options.html != nullptr ? *options.html : kNoFrame),
        out_(out) {
    for (size_t i = 0; i < response.hits.size(); ++i)
      ranks_[response.hits[i].article.id] = options.first_rank + i;
  }

  void print() {
    const std::string title =
        response_.query.empty() ? "Toàn bộ kho báo" : html_text(response_.query);
    out_ << kHead << "<title>" << title << " – Kho Báo</title>\n"
         << kStyle << "</head>\n<body>\n<header>\n<h1>" << title << "</h1>\n<p>" << summary()
         << "</p>\n";
    provenance();
    out_ << "</header>\n<main>\n";
    if (!frame_.timeline.dates.empty()) timeline();
    for (const searcher::Facet& facet : response_.facets) {
      if (!facet.counts.empty()) facet_table(facet);
    }
    hits();
    out_ << "</main>\n</body>\n</html>\n";
  }

 private:
  static const HtmlFrame kNoFrame;

  std::string summary() const {
    std::string line = std::to_string(response_.total) + " bài khớp";
    if (response_.unread > 0) line = "ít nhất " + line;
    if (!response_.hits.empty())
      line += ", dưới đây là " + std::to_string(response_.hits.size()) + " bài";
    if (response_.undated_hidden > 0)
      line += "; " + std::to_string(response_.undated_hidden) + " bài khác không rõ ngày";
    return line + ".";
  }

  void provenance() {
    out_ << "<dl>\n";
    const auto entry = [&](const char* name, const std::string& html) {
      if (!html.empty()) out_ << "<dt>" << name << "</dt><dd>" << html << "</dd>\n";
    };
    entry("Lệnh", frame_.command.empty() ? "" : "<code>" + html_text(frame_.command) + "</code>");
    entry("Hiểu là", html_text(response_.interpreted));
    for (const query::Warning& warning : response_.warnings)
      entry("Lưu ý", html_text(warning.message));
    for (const std::string& note : response_.notes) entry("Ghi chú", html_text(note));
    entry("Bản chỉ mục", html_text(response_.generation));
    entry("Ngày lập", frame_.made.empty() ? "" : printed_date(frame_.made));
    out_ << "</dl>\n";
  }

  void timeline() {
    const Timeline& line = frame_.timeline;
    const searcher::TimelineSeries& series = line.series.front();
    out_ << "<section id=\"timeline\">\n<h2>Theo thời gian</h2>\n";
    chart(line, series);
    out_ << "<table id=\"figures\">\n<thead><tr><th>" << vietnamese_step(line.step)
         << "</th><th class=\"n\">số bài</th><th>bài</th></tr></thead>\n<tbody>\n";
    for (size_t at = 0; at < line.dates.size(); ++at) {
      const std::string& date = line.dates[at];
      if (series.counts[at] == 0) continue;
      out_ << "<tr id=\"t-" << date << "\"><th>" << date << "</th><td class=\"n\">"
           << series.counts[at] << "</td><td>";
      articles_of(date);
      out_ << "</td></tr>\n";
    }
    if (series.undated > 0) {
      out_ << "<tr class=\"undated\"><th>không rõ ngày</th><td class=\"n\">" << series.undated
           << "</td><td></td></tr>\n";
    }
    out_ << "</tbody>\n</table>\n";
    out_ << "<p class=\"small\">Mọi bản đăng lại đều được tính. Khoảng không có bài nào được bỏ qua "
            "trong bảng"
         << (frame_.by_date_cut ? "; bảng chỉ liệt kê những bài đầu" : "") << ".</p>\n</section>\n";
  }

  void articles_of(const std::string& date) {
    const auto found = frame_.by_date.find(date);
    if (found == frame_.by_date.end()) return;
    out_ << "<ul>";
    for (const ListedArticle& article : found->second) {
      const std::string name = html_text(article.title.empty() ? article.id : article.title);
      const auto rank = ranks_.find(article.id);
      out_ << "<li>";
      if (rank != ranks_.end()) {
        out_ << "<a href=\"#h-" << rank->second << "\">" << name << "</a>";
      } else {
        out_ << name;
      }
      out_ << " <span class=\"small\">" << printed_date(article.published) << " · <code>"
           << html_text(article.id) << "</code></span></li>";
    }
    out_ << "</ul>";
  }

  void chart(const Timeline& line, const searcher::TimelineSeries& series) {
    constexpr double kLeft = 44, kTop = 16, kWidth = 720, kHeight = 180, kBelow = 22;
    const uint64_t most = *std::max_element(series.counts.begin(), series.counts.end());
    const auto scale = static_cast<double>(histogram_scale(std::max<uint64_t>(most, 1)));
    const double step = (kWidth - kLeft) / static_cast<double>(series.counts.size());
    out_ << "<svg viewBox=\"0 0 " << kWidth << ' ' << kTop + kHeight + kBelow
         << "\" role=\"img\" aria-label=\"Số bài theo thời gian\">\n";
    for (int quarter = 0; quarter <= 4; ++quarter) {
      const double y = kTop + kHeight * (1 - quarter / 4.0);
      out_ << "<line x1=\"" << kLeft << "\" x2=\"" << kWidth << "\" y1=\"" << decimal(y)
           << "\" y2=\"" << decimal(y) << "\"/><text x=\"" << kLeft - 6
           << "\" text-anchor=\"end\" y=\"" << decimal(y + 4) << "\">"
           << static_cast<uint64_t>(scale) * static_cast<uint64_t>(quarter) / 4 << "</text>\n";
    }
    const size_t labels_apart = series.counts.size() / 8 + 1;
    for (size_t at = 0; at < series.counts.size(); ++at) {
      const double x = kLeft + step * static_cast<double>(at);
      const double height = kHeight * static_cast<double>(series.counts[at]) / scale;
      const std::string& date = line.dates[at];
      if (series.counts[at] > 0) {
        out_ << "<a href=\"#t-" << date << "\"><rect data-date=\"" << date << "\" data-count=\""
             << series.counts[at] << "\" x=\"" << decimal(x + step * 0.1) << "\" y=\""
             << decimal(kTop + kHeight - height) << "\" width=\"" << decimal(std::max(step * 0.8, 1.0))
             << "\" height=\"" << decimal(height) << "\"><title>" << date << ": "
             << series.counts[at] << " bài" << peak_title(line, at) << "</title></rect></a>\n";
      }
      if (at % labels_apart == 0) {
        out_ << "<text x=\"" << decimal(x) << "\" y=\"" << kTop + kHeight + 16 << "\">" << date
             << "</text>\n";
      }
    }
    out_ << "</svg>\n";
  }

  static std::string peak_title(const Timeline& line, size_t at) {
    for (const searcher::TimelinePeak& peak : line.peaks) {
      if (peak.at == at) return ". " + html_text(peak.title);
    }
    return "";
  }

  // Hits of the page that have the value.
  std::vector<size_t> holders(const searcher::Facet& facet, const std::string& value) const {
    std::vector<size_t> ranks;
    const archive::FieldRow& field = archive::field(facet.field);
    for (size_t i = 0; i < response_.hits.size(); ++i) {
      const archive::Article& article = response_.hits[i].article;
      bool holds = false;
      if (field.kind == archive::FieldKind::date) {
        const text::Day day = text::parse_day(std::string_view(article.published)
                                                  .substr(0, std::min<size_t>(
                                                                 10, article.published.size())));
        holds = day.year == 0 ? value == searcher::kUndatedValue
                              : date_value(day, step_of(value)) == value;
      } else if (field.reader != nullptr) {
        for (const std::string& own : field.reader(article))
          holds = holds || (!own.empty() && archive::shown_value(facet.field, own) == value);
      }
      if (holds) ranks.push_back(options_.first_rank + i);
    }
    return ranks;
  }

  void facet_table(const searcher::Facet& facet) {
    uint64_t most = 1;
    for (const searcher::FacetCount& count : facet.counts) most = std::max(most, count.count);
    out_ << "<section>\n<h2>" << html_text(facet_heading(facet.field)) << "</h2>\n<table>\n<tbody>\n";
    for (const searcher::FacetCount& count : facet.counts) {
      out_ << "<tr><td>" << html_text(count.value) << "</td><td class=\"n\">" << count.count
           << "</td><td class=\"bar\"><div style=\"width:"
           << decimal(100.0 * static_cast<double>(count.count) / static_cast<double>(most))
           << "%\"></div></td><td class=\"small\">";
      for (const size_t rank : holders(facet, count.value))
        out_ << "<a href=\"#h-" << rank << "\">" << rank << "</a> ";
      out_ << "</td></tr>\n";
    }
    out_ << "</tbody>\n</table>\n";
    if (facet.more_values > 0)
      out_ << "<p class=\"small\">và " << facet.more_values << " giá trị khác</p>\n";
    if (facet.without > 0)
      out_ << "<p class=\"small\">" << facet.without << " bài không có</p>\n";
    out_ << "</section>\n";
  }

  void hits() {
    if (response_.hits.empty()) return;
    out_ << "<section>\n<h2>Bài viết</h2>\n<ol class=\"hits\" start=\"" << options_.first_rank
         << "\">\n";
    for (size_t i = 0; i < response_.hits.size(); ++i) hit(response_.hits[i], options_.first_rank + i);
    out_ << "</ol>\n</section>\n";
  }

  void hit(const searcher::Hit& h, size_t rank) {
    const archive::Article& a = h.article;
    const std::string title = a.display_title.empty() ? html_text(a.id)
                                                      : marked(a.display_title, h.title_highlights);
    out_ << "<li id=\"h-" << rank << "\"><h3>";
    if (is_address(a.url)) {
      out_ << "<a href=\"" << html_text(a.url) << "\" rel=\"noreferrer\">" << title << "</a>";
    } else {
      out_ << title;
    }
    out_ << "</h3>\n<div class=\"facts\">" << printed_date(a.published);
    for (const std::string* s : {&a.outlet, &a.credit, &a.author}) {
      if (!s->empty()) out_ << " · " << html_text(*s);
    }
    out_ << " · <code>" << html_text(a.id) << "</code>"
         << (h.full ? "" : " · chỉ khớp một phần") << "</div>\n";
    if (!h.snippet.text.empty())
      out_ << "<div>" << marked(h.snippet.text, h.snippet.highlights) << "</div>\n";
    if (frame_.whole_text) {
      out_ << "<details><summary class=\"small\">Toàn văn</summary>\n";
      for (const archive::Paragraph& paragraph : a.paragraphs) {
        const bool caption = paragraph.role == archive::Role::caption;
        out_ << (caption ? "<p class=\"small\">" : "<p>") << html_text(paragraph.text) << "</p>\n";
      }
      out_ << "</details>\n";
    }
    out_ << "</li>\n";
  }

  const searcher::SearchResponse& response_;
  const RenderOptions& options_;
  const HtmlFrame& frame_;
  std::ostream& out_;
  std::map<std::string, size_t> ranks_;  // of the hits, by id
};

const HtmlFrame HtmlPage::kNoFrame;

}  // namespace

std::string html_text(std::string_view s) {
  std::string out;
  for (const char c : text::printable(s)) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += c;
    }
  }
  return out;
}

void render_html(const searcher::SearchResponse& response, const RenderOptions& options,
                 std::ostream& out) {
  HtmlPage(response, options, out).print();
}

}  // namespace khobao::show
