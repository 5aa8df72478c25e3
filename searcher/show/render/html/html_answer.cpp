#include "searcher/show/render/html/html_answer.h"

#include <algorithm>
#include <cstdio>
#include <ostream>
#include <set>

#include "common/text/address.h"
#include "searcher/show/date_steps.h"
#include "searcher/show/render/histogram.h"
#include "searcher/show/render/html/html_text.h"

namespace khobao::show {
namespace {

using searcher::Timeline;

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
  const text::Day day = text::parse_day(
      std::string_view(published).substr(0, std::min<size_t>(10, published.size())));
  if (day.year == 0) return "không rõ ngày";
  std::string shown =
      std::to_string(day.day) + "/" + std::to_string(day.month) + "/" + std::to_string(day.year);
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
    out_ << html_head(title + " – Kho Báo") << "<body>\n<header>\n<h1>" << title << "</h1>\n<p>"
         << summary() << "</p>\n";
    provenance();
    out_ << "</header>\n<main>\n";
    const bool dated = !frame_.timeline.dates.empty();
    if (dated) timeline();
    if (response_.table) table(*response_.table);
    for (const searcher::Facet& facet : response_.facets) {
      if (!facet.counts.empty()) facet_table(facet);
    }
    hits();
    if (dated) figures();
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
    for (const Message& note : response_.notes)
      entry("Ghi chú", html_text(note.in(Language::vietnamese)));
    for (const Message& hint : response_.hints)
      entry("Ghi chú", html_text(hint.in(Language::vietnamese)));
    entry("Bản chỉ mục", html_text(response_.generation));
    entry("Ngày lập", frame_.made.empty() ? "" : printed_date(frame_.made));
    out_ << "</dl>\n";
  }

  void timeline() {
    const Timeline& line = frame_.timeline;
    const searcher::TimelineSeries& series = line.series.front();
    out_ << "<section id=\"timeline\">\n<h2>Theo thời gian</h2>\n";
    chart(line, series);
    out_ << "<p class=\"small\">Mọi bản đăng lại đều được tính";
    if (series.undated > 0) out_ << "; " << series.undated << " bài không rõ ngày";
    out_ << ". Mỗi cột dẫn tới các bài của nó trong <a href=\"#figures\">bảng số liệu</a>.</p>\n"
         << "</section>\n";
  }

  // The numbers of the chart, and the articles that its bars lead to.
  void figures() {
    const Timeline& line = frame_.timeline;
    const searcher::TimelineSeries& series = line.series.front();
    out_ << "<section>\n<h2>Số liệu theo thời gian</h2>\n<table id=\"figures\">\n<thead><tr><th>"
         << vietnamese_step(line.step)
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
    out_ << "<p class=\"small\">Khoảng không có bài nào được bỏ qua"
         << (frame_.listed_cut ? "; chỉ liệt kê những bài đầu" : "") << ".</p>\n</section>\n";
  }

  void articles_of(const std::string& date) {
    const auto found = frame_.by_date.find(date);
    if (found != frame_.by_date.end()) list(found->second, "");
  }

  // `id` of the list, "" for none.
  void list(const std::vector<ListedArticle>& articles, const std::string& id) {
    out_ << "<ul" << (id.empty() ? "" : " id=\"" + id + "\"") << ">";
    for (const ListedArticle& article : articles) {
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
             << decimal(kTop + kHeight - height) << "\" width=\""
             << decimal(std::max(step * 0.8, 1.0)) << "\" height=\"" << decimal(height)
             << "\"><title>" << date << ": " << series.counts[at] << " bài" << peak_title(line, at)
             << "</title></rect></a>\n";
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

  void facet_table(const searcher::Facet& facet) {
    uint64_t most = 1;
    for (const searcher::FacetCount& count : facet.counts) most = std::max(most, count.count);
    const std::string name(archive::field(facet.field).name);
    out_ << "<section>\n<h2>" << html_text(facet_heading(facet.field))
         << "</h2>\n<table class=\"facet\">\n<tbody>\n";
    for (size_t i = 0; i < facet.counts.size(); ++i) {
      const searcher::FacetCount& count = facet.counts[i];
      const std::string list_id = "f-" + name + '-' + std::to_string(i + 1);
      const auto found = frame_.by_value.find({facet.field, count.value});
      const bool listed = found != frame_.by_value.end();
      out_ << "<tr><td>"
           << html_text(count.value == searcher::kUndatedValue ? "không rõ ngày" : count.value)
           << "</td><td class=\"n\">" << count.count << "</td><td class=\"bar\">";
      if (listed) out_ << "<a href=\"#" << list_id << "\" title=\"các bài\">";
      out_ << "<span style=\"width:"
           << decimal(100.0 * static_cast<double>(count.count) / static_cast<double>(most))
           << "%\"></span>" << (listed ? "</a>" : "") << "</td></tr>\n";
      if (!listed) continue;
      out_ << "<tr><td colspan=\"3\"><details><summary class=\"small\">các bài</summary>";
      list(found->second, list_id);
      out_ << "</details></td></tr>\n";
    }
    out_ << "</tbody>\n</table>\n";
    if (facet.more_values > 0)
      out_ << "<p class=\"small\">và " << facet.more_values << " giá trị khác</p>\n";
    if (facet.without > 0) out_ << "<p class=\"small\">" << facet.without << " bài không có</p>\n";
    out_ << "</section>\n";
  }

  static std::string vietnamese_line(const searcher::TableLine& line,
                                     const searcher::TableSide& side, uint64_t more) {
    if (line.of == searcher::LineOf::others) return "khác (" + std::to_string(more) + ")";
    if (line.of == searcher::LineOf::none)
      return archive::field(side.field).kind == archive::FieldKind::date ? "không rõ ngày"
                                                                         : "không có";
    return html_text(line.value);
  }

  void table(const searcher::Table& t) {
    out_ << "<section>\n<h2>" << html_text(facet_heading(t.row_side.field)) << " × "
         << html_text(facet_heading(t.column_side.field))
         << "</h2>\n<div class=\"wide\"><table class=\"crossed\">\n<thead><tr><th></th>";
    for (const searcher::TableLine& column : t.columns)
      out_ << "<th class=\"n\">" << vietnamese_line(column, t.column_side, t.more_columns)
           << "</th>";
    out_ << "<th class=\"n\">tất cả</th></tr></thead>\n<tbody>\n";
    for (size_t row = 0; row < t.rows.size(); ++row) {
      out_ << "<tr><th>" << vietnamese_line(t.rows[row], t.row_side, t.more_rows) << "</th>";
      for (const uint64_t count : t.cells[row]) out_ << "<td class=\"n\">" << count << "</td>";
      out_ << "<td class=\"n\">" << t.rows[row].total << "</td></tr>\n";
    }
    out_ << "</tbody>\n<tfoot><tr><th>tất cả</th>";
    for (const searcher::TableLine& column : t.columns)
      out_ << "<td class=\"n\">" << column.total << "</td>";
    out_ << "<td class=\"n\">" << t.total << "</td></tr></tfoot>\n</table></div>\n"
         << "<p class=\"small\">Bài có nhiều giá trị được tính ở mỗi giá trị.</p>\n</section>\n";
  }

  void hits() {
    if (response_.hits.empty()) return;
    out_ << "<section>\n<h2>Bài viết</h2>\n<ol class=\"hits\" start=\"" << options_.first_rank
         << "\">\n";
    for (size_t i = 0; i < response_.hits.size(); ++i)
      hit(response_.hits[i], options_.first_rank + i);
    out_ << "</ol>\n</section>\n";
  }

  void hit(const searcher::Hit& h, size_t rank) {
    const archive::Article& a = h.article;
    const std::string title =
        a.display_title.empty() ? html_text(a.id) : marked(a.display_title, h.title_highlights);
    out_ << "<li id=\"h-" << rank << "\"><h3>";
    if (text::is_web_address(a.url)) {
      out_ << "<a href=\"" << html_text(a.url) << "\" rel=\"noreferrer\">" << title << "</a>";
    } else {
      out_ << title;
    }
    out_ << "</h3>\n<div class=\"facts\">" << printed_date(a.published);
    for (const std::string* s : {&a.outlet, &a.credit, &a.author}) {
      if (!s->empty()) out_ << " · " << html_text(*s);
    }
    out_ << " · <code>" << html_text(a.id) << "</code>" << (h.full ? "" : " · chỉ khớp một phần")
         << "</div>\n";
    if (!h.snippet.text.empty())
      out_ << "<div>" << marked(h.snippet.text, h.snippet.highlights) << "</div>\n";
    if (frame_.whole_text) {
      out_ << "<details open><summary class=\"small\">Toàn văn</summary>\n";
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

void render_html(const searcher::SearchResponse& response, const RenderOptions& options,
                 std::ostream& out) {
  HtmlPage(response, options, out).print();
}

}  // namespace khobao::show
