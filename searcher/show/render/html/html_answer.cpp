#include "searcher/show/render/html/html_answer.h"

#include <algorithm>
#include <cstdio>
#include <ostream>
#include <set>

#include "common/text/address.h"
#include "common/language/figures.h"
#include "common/language/say.h"
#include "searcher/show/date_steps.h"
#include "searcher/show/render/histogram.h"
#include "searcher/show/render/hit_facts.h"
#include "searcher/show/render/html/html_text.h"
#include "searcher/show/render/page_words.h"

namespace khobao::show {
namespace {

using searcher::Timeline;

Message facet_heading(archive::FieldId field) {
  switch (field) {
    case archive::FieldId::organisation: return say("Organisations");
    case archive::FieldId::person: return say("People");
    case archive::FieldId::place: return say("Places");
    case archive::FieldId::source: return say("Sources");
    case archive::FieldId::outlet: return say("Outlets");
    case archive::FieldId::credit: return say("Credited sources");
    case archive::FieldId::section: return say("Sections");
    case archive::FieldId::author: return say("Authors");
    case archive::FieldId::document: return say("Documents");
    case archive::FieldId::date: return say("Dates");
    default: return std::string(archive::field(field).name);
  }
}

// "2/7/2020 08:43" and "2020-07-02 08:43" of "2020-07-02T08:43".
Message printed_date(const std::string& published) {
  const text::Day day = text::parse_day(
      std::string_view(published).substr(0, std::min<size_t>(10, published.size())));
  if (day.year == 0) return say("undated");
  Message shown = day_shown(day);
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
        response_.query.empty() ? in(say("The whole archive")) : html_text(response_.query);
    out_ << html_head(title + " – Kho Báo", frame_.language) << "<body>\n<header>\n<h1>" << title << "</h1>\n<p>"
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

  std::string in(const Message& message) const { return html_text(message.in(frame_.language)); }
  std::string in(uint64_t number) const { return in(number_shown(number)); }

  std::string summary() const {
    Message line =
        response_.total == 0 ? say("No article matches") : articles_match(response_.total);
    if (response_.unread > 0) line = say("At least {}", line);
    if (!response_.hits.empty())
      line = say("{}; {} below", line, number_shown(response_.hits.size()));
    if (response_.undated_hidden > 0) {
      line = say("{}; {} more match but have no date", line,
                 number_shown(response_.undated_hidden));
    }
    return in(line) + ".";
  }

  void provenance() {
    out_ << "<dl>\n";
    const auto entry = [&](const Message& name, const std::string& html) {
      if (!html.empty()) out_ << "<dt>" << in(name) << "</dt><dd>" << html << "</dd>\n";
    };
    entry(say("Command"), frame_.command.empty() ? "" : "<code>" + html_text(frame_.command) + "</code>");
    entry(say("Read as"), html_text(response_.interpreted));
    for (const query::Warning& warning : response_.warnings)
      entry(say("Warning"), in(warning.message));
    for (const Message& note : response_.notes)
      entry(say("Note"), in(note));
    for (const Message& hint : response_.hints)
      entry(say("Note"), in(hint));
    entry(say("Index"), html_text(response_.generation));
    entry(say("Made"), frame_.made.empty() ? "" : in(printed_date(frame_.made)));
    out_ << "</dl>\n";
  }

  void timeline() {
    const Timeline& line = frame_.timeline;
    const searcher::TimelineSeries& series = line.series.front();
    out_ << "<section id=\"timeline\">\n<h2>" << in(say("Over time")) << "</h2>\n";
    chart(line, series);
    out_ << "<p class=\"small\">";
    if (series.undated > 0) {
      out_ << in(say_count(series.undated, "Every repost is counted; {} article is undated.",
                           "Every repost is counted; {} articles are undated."));
    } else {
      out_ << in(say("Every repost is counted."));
    }
    out_ << ' ' << in(say("Each bar leads to its articles in")) << " <a href=\"#figures\">"
         << in(say("the table of figures")) << "</a>.</p>\n</section>\n";
  }

  // The numbers of the chart, and the articles that its bars lead to.
  void figures() {
    const Timeline& line = frame_.timeline;
    const searcher::TimelineSeries& series = line.series.front();
    out_ << "<section>\n<h2>" << in(say("Figures over time"))
         << "</h2>\n<table id=\"figures\">\n<thead><tr><th>" << in(step_word(line.step))
         << "</th><th class=\"n\">" << in(say("articles")) << "</th><th>" << in(say("title"))
         << "</th></tr></thead>\n<tbody>\n";
    for (size_t at = 0; at < line.dates.size(); ++at) {
      const std::string& date = line.dates[at];
      if (series.counts[at] == 0) continue;
      out_ << "<tr id=\"t-" << date << "\"><th>" << in(date_shown(date)) << "</th><td class=\"n\">"
           << in(series.counts[at]) << "</td><td>";
      articles_of(date);
      out_ << "</td></tr>\n";
    }
    if (series.undated > 0) {
      out_ << "<tr class=\"undated\"><th>" << in(say("undated")) << "</th><td class=\"n\">"
           << in(series.undated)
           << "</td><td></td></tr>\n";
    }
    out_ << "</tbody>\n</table>\n";
    out_ << "<p class=\"small\">"
         << in(frame_.listed_cut
                   ? say("Dates without articles are left out; only the first articles are listed.")
                   : say("Dates without articles are left out."))
         << "</p>\n</section>\n";
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
      out_ << " <span class=\"small\">" << in(printed_date(article.published)) << " · <code>"
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
         << "\" role=\"img\" aria-label=\"" << in(say("Articles over time")) << "\">\n";
    for (int quarter = 0; quarter <= 4; ++quarter) {
      const double y = kTop + kHeight * (1 - quarter / 4.0);
      out_ << "<line x1=\"" << kLeft << "\" x2=\"" << kWidth << "\" y1=\"" << decimal(y)
           << "\" y2=\"" << decimal(y) << "\"/><text x=\"" << kLeft - 6
           << "\" text-anchor=\"end\" y=\"" << decimal(y + 4) << "\">"
           << in(static_cast<uint64_t>(scale) * static_cast<uint64_t>(quarter) / 4) << "</text>\n";
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
             << "\"><title>" << in(date_shown(date)) << ": " << in(articles_shown(series.counts[at]))
             << peak_title(line, at)
             << "</title></rect></a>\n";
      }
      if (at % labels_apart == 0) {
        out_ << "<text x=\"" << decimal(x) << "\" y=\"" << kTop + kHeight + 16 << "\">"
             << in(date_shown(date)) << "</text>\n";
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
    out_ << "<section>\n<h2>" << in(facet_heading(facet.field))
         << "</h2>\n<table class=\"facet\">\n<tbody>\n";
    for (size_t i = 0; i < facet.counts.size(); ++i) {
      const searcher::FacetCount& count = facet.counts[i];
      const std::string list_id = "f-" + name + '-' + std::to_string(i + 1);
      const auto found = frame_.by_value.find({facet.field, count.value});
      const bool listed = found != frame_.by_value.end();
      out_ << "<tr><td>"
           << (count.value == searcher::kUndatedValue ? in(say("undated")) : shown_value(facet.field, count.value))
           << "</td><td class=\"n\">" << in(count.count) << "</td><td class=\"bar\">";
      if (listed) out_ << "<a href=\"#" << list_id << "\" title=\"" << in(say("the articles")) << "\">";
      out_ << "<span style=\"width:"
           << decimal(100.0 * static_cast<double>(count.count) / static_cast<double>(most))
           << "%\"></span>" << (listed ? "</a>" : "") << "</td></tr>\n";
      if (!listed) continue;
      out_ << "<tr><td colspan=\"3\"><details><summary class=\"small\">" << in(say("the articles")) << "</summary>";
      list(found->second, list_id);
      out_ << "</details></td></tr>\n";
    }
    out_ << "</tbody>\n</table>\n";
    if (facet.more_values > 0) {
      out_ << "<p class=\"small\">"
           << in(say_count(facet.more_values, "and {} other value", "and {} other values"))
           << "</p>\n";
    }
    if (facet.without > 0) {
      out_ << "<p class=\"small\">"
           << in(say_count(facet.without, "{} article has none", "{} articles have none"))
           << "</p>\n";
    }
    out_ << "</section>\n";
  }

  // "07/2020" of a month on a Vietnamese page.
  std::string shown_value(archive::FieldId field, const std::string& value) const {
    const bool date = archive::field(field).kind == archive::FieldKind::date;
    return date ? in(date_shown(value)) : html_text(value);
  }

  std::string line_shown(const searcher::TableLine& line, const searcher::TableSide& side,
                         uint64_t more) const {
    if (line.of == searcher::LineOf::others) return in(say("others")) + " (" + in(more) + ")";
    if (line.of == searcher::LineOf::none)
      return archive::field(side.field).kind == archive::FieldKind::date ? in(say("undated"))
                                                                         : in(say("none"));
    return shown_value(side.field, line.value);
  }

  void table(const searcher::Table& t) {
    out_ << "<section>\n<h2>" << in(facet_heading(t.row_side.field)) << " × "
         << in(facet_heading(t.column_side.field))
         << "</h2>\n<div class=\"wide\"><table class=\"crossed\">\n<thead><tr><th></th>";
    for (const searcher::TableLine& column : t.columns)
      out_ << "<th class=\"n\">" << line_shown(column, t.column_side, t.more_columns)
           << "</th>";
    out_ << "<th class=\"n\">" << in(say("all")) << "</th></tr></thead>\n<tbody>\n";
    for (size_t row = 0; row < t.rows.size(); ++row) {
      out_ << "<tr><th>" << line_shown(t.rows[row], t.row_side, t.more_rows) << "</th>";
      for (const uint64_t count : t.cells[row]) out_ << "<td class=\"n\">" << in(count) << "</td>";
      out_ << "<td class=\"n\">" << in(t.rows[row].total) << "</td></tr>\n";
    }
    out_ << "</tbody>\n<tfoot><tr><th>" << in(say("all")) << "</th>";
    for (const searcher::TableLine& column : t.columns)
      out_ << "<td class=\"n\">" << in(column.total) << "</td>";
    out_ << "<td class=\"n\">" << in(t.total) << "</td></tr></tfoot>\n</table></div>\n"
         << "<p class=\"small\">"
         << in(say("An article with several values is counted under each of them."))
         << "</p>\n</section>\n";
  }

  void hits() {
    if (response_.hits.empty()) return;
    out_ << "<section>\n<h2>" << in(say("Articles")) << "</h2>\n<ol class=\"hits\" start=\"" << options_.first_rank
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
    out_ << "</h3>\n<div class=\"facts\">" << in(printed_date(a.published));
    for (const std::string* s : {&a.outlet, &a.credit, &a.author}) {
      if (!s->empty()) out_ << " · " << html_text(*s);
    }
    out_ << " · <code>" << html_text(a.id) << "</code>" << (h.full ? "" : " · " + in(say("some of the words only")))
         << "</div>\n";
    if (!h.snippet.text.empty())
      out_ << "<div>" << marked(h.snippet.text, h.snippet.highlights) << "</div>\n";
    if (frame_.whole_text) {
      out_ << "<details open><summary class=\"small\">" << in(say("Full text"))
           << "</summary>\n";
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
