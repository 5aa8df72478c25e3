// A page on its way:
//   clean_html        scripts, comments and PHP out; JSON-LD apart
//   HtmlTree          libxml2's tree as a flat list of elements with roles
//   segments_of       its printed lines
//   find_main_text    the container of the article, the furniture around it
//   read_metadata     what head and microdata state
//   find_headline     the line that is the title
//   mark_segments     what each line is
#include "indexer/read/forms/html/html_reader.h"

#include <algorithm>
#include <map>
#include <optional>

#include "common/text/dates/moment_reader.h"
#include "indexer/read/dates/date_line.h"
#include "indexer/read/encoding/encoding_detect.h"
#include "indexer/read/encoding/font_charset.h"
#include "indexer/read/forms/html/font_styles.h"
#include "indexer/read/forms/html/html_headline.h"
#include "indexer/read/forms/html/html_lines.h"
#include "indexer/read/forms/html/html_main_text.h"
#include "indexer/read/forms/html/html_metadata.h"
#include "indexer/read/forms/html/html_segments.h"
#include "indexer/read/forms/html/markup/html_clean.h"
#include "indexer/read/forms/html/markup/html_tree.h"
#include "indexer/read/lines/clean.h"
#include "indexer/read/lines/line_words.h"

namespace khobao::read {
namespace {

// Legacy bytes written as entities ("H&micro; N&eacute;i") show only now.
Mojibake mojibake_of(const std::vector<HtmlSegment>& segments) {
  constexpr size_t kSampleBytes = size_t{64} << 10;
  std::string sample;
  bool ascii = true;
  for (const HtmlSegment& segment : segments) {
    if (sample.size() > kSampleBytes) break;
    sample += segment.text;
    sample += '\n';
  }
  for (size_t i = 0; i + 1 < sample.size(); ++i) {
    const auto lead = static_cast<unsigned char>(sample[i]);
    const auto next = static_cast<unsigned char>(sample[i + 1]);
    ascii = ascii && lead < 0x80;
    if (lead == 0xE1 && (next == 0xBA || next == 0xBB))
      return Mojibake::none;  // Unicode Vietnamese
  }
  return ascii ? Mojibake::none : detect_mojibake(sample);
}

// Runs whose font tells their code, and the rest as the text tells.
std::string segment_text(const HtmlSegment& segment, Mojibake mojibake) {
  const std::string_view raw = segment.text;
  std::string text;
  size_t done = 0;
  for (size_t i = 0; i < segment.runs.size(); ++i) {
    FontRun run = segment.runs[i];
    while (i + 1 < segment.runs.size() && segment.runs[i + 1].begin == run.end &&
           segment.runs[i + 1].font == run.font)
      run.end = segment.runs[++i].end;
    text += mend_mojibake(raw.substr(done, run.begin - done), mojibake);
    text += decode_run(raw.substr(run.begin, run.end - run.begin), run.font);
    done = run.end;
  }
  return clean_line(text + mend_mojibake(raw.substr(done), mojibake));
}

// The code that most of the text in such fonts has: titles and metadata have no font.
std::optional<Font> usual_font(const std::vector<HtmlSegment>& segments) {
  std::map<LegacyCharset, size_t> bytes;
  for (const HtmlSegment& segment : segments) {
    for (const FontRun& run : segment.runs) bytes[*run.font.charset] += run.end - run.begin;
  }
  const auto most = std::max_element(bytes.begin(), bytes.end(), [](const auto& a, const auto& b) {
    return a.second < b.second;
  });
  return most == bytes.end() ? std::nullopt : std::optional(Font{most->first, false});
}

// A text without a font, on a page with such fonts: decoded where that reads better.
std::string mend_stated(const std::string& text, Mojibake mojibake,
                        const std::optional<Font>& usual) {
  std::string mended = mend_mojibake(text, mojibake);
  if (mojibake != Mojibake::none || !usual) return mended;
  std::string decoded = decode_run(text, *usual);
  return judge(decoded).share > judge(text).share ? decoded : mended;
}

Result<HtmlTree> parse(std::string_view utf8, CleanHtml& kept) {
  Result<CleanHtml> clean = clean_html(utf8, TagDepth::as_written);
  if (!clean) return clean.error();
  kept.json_ld = std::move(clean->json_ld);
  kept.styles = std::move(clean->styles);
  Result<HtmlTree> tree = HtmlTree::parse(clean->markup);
  if (!tree || !tree->cut_short()) return tree;
  clean = clean_html(utf8, TagDepth::flat);
  if (!clean) return clean.error();
  return HtmlTree::parse(clean->markup);
}

std::optional<size_t> headline_of(const HtmlTree& tree, const std::vector<HtmlSegment>& segments,
                                  const std::vector<std::string>& texts, const MainText& main_text,
                                  const std::vector<std::string>& stated_titles) {
  std::vector<HeadlineCandidate> candidates;
  std::vector<size_t> origins;
  for (size_t i = 0; i < segments.size(); ++i) {
    const HtmlSegment& segment = segments[i];
    if (main_text.is_furniture[segment.element] || texts[i].empty()) continue;
    if (read_date_line(texts[i]) && !is_in_h1(tree.elements(), segment.element)) continue;
    candidates.push_back({.text = texts[i],
                          .is_h1 = is_in_h1(tree.elements(), segment.element),
                          .names_title = tree.elements()[segment.element].roles.title,
                          .plain_title = tree.elements()[segment.element].roles.plain_title,
                          .is_logo = segment.is_logo(),
                          .is_all_link = segment.is_all_link()});
    origins.push_back(i);
  }
  const auto found = find_headline(candidates, stated_titles);
  return found ? std::optional(origins[*found]) : std::nullopt;
}

// The byline as printed, from the line that is named author.
std::string printed_author(const HtmlTree& tree, const std::vector<HtmlSegment>& segments,
                           const std::vector<std::string>& texts, const std::vector<Mark>& marks) {
  constexpr size_t kMostAuthorWords = 10;
  for (size_t i = 0; i < segments.size(); ++i) {
    const bool is_author =
        tree.elements()[segments[i].element].roles.author && marks[i] == Mark::none;
    if (is_author && !texts[i].empty() && count_words(texts[i]) <= kMostAuthorWords)
      return texts[i];
  }
  return std::string();
}

Named named_of(const HtmlElement& element) {
  if (element.roles.author) return Named::author;
  if (element.roles.updated) return Named::updated;
  if (element.roles.date) return Named::date;
  return element.roles.source ? Named::source : Named::nothing;
}

// The times of a page that stand where a date line does, or say themselves that they are the day of
// publication: near the headline, in front of the text.
std::vector<DateClaim> dates_of(const HtmlTree& tree, const std::vector<HtmlSegment>& segments,
                                const std::vector<StatedTime>& times, const MainText& main_text,
                                const std::vector<Mark>& marks, std::optional<size_t> headline) {
  constexpr size_t kStepsToLink = 3;  // forums link the day of a post
  constexpr size_t kSegmentsAbove = 4, kSegmentsBelow = 8, kProseBytes = 160;
  size_t first = headline && *headline > kSegmentsAbove ? *headline - kSegmentsAbove : 0;
  size_t last = headline ? *headline : 0;
  for (size_t i = last + 1; i < segments.size() && i <= last + kSegmentsBelow; ++i) {
    if (marks[i] == Mark::none && segments[i].bytes > kProseBytes) break;
    last = i;
  }
  if (headline && last < *headline) last = *headline;
  std::vector<DateClaim> claims;
  for (const StatedTime& time : times) {
    const auto moment = text::read_moment(time.printed);
    if (!moment) continue;
    bool near_headline = false, is_furniture = true, is_printed = false;
    for (size_t i = 0; i < segments.size(); ++i) {
      const bool holds =
          tree.is_within(segments[i].element, time.element) ||
          (tree.is_within(time.element, segments[i].element) && i >= first && i <= last);
      if (!holds) continue;
      is_printed = true;
      near_headline = near_headline || (i >= first && i <= last && headline.has_value());
      const bool is_linked_day = headline && i > *headline && i <= *headline + kStepsToLink &&
                                 !main_text.is_furniture[segments[i].element];
      is_furniture = is_furniture && marks[i] == Mark::furniture && !is_linked_day;
    }
    if (is_printed ? is_furniture : !time.published) continue;
    if (time.updated) {
      claims.push_back({*moment, Witness::updated_line});
    } else if (time.published) {
      claims.push_back({*moment, Witness::stated});
    } else if (near_headline) {
      claims.push_back({*moment, Witness::below_title});
    }
  }
  return claims;
}

// Where browsers say that they saved the page from: "<!-- saved from url=(0042)https://… -->", and
// "url: https://…", "saved date: …" in SingleFile's comment.
void read_saved_from(std::string_view html, Stated& stated) {
  constexpr size_t kSavedFromBytes = 4096, kLongestBytes = 2000;
  html = html.substr(0, kSavedFromBytes);
  const auto value_behind = [&](std::string_view mark, std::string_view ends) {
    const size_t at = html.find(mark);
    if (at == std::string_view::npos) return std::string_view();
    const std::string_view rest = html.substr(at + mark.size(), kLongestBytes);
    return trim(rest.substr(0, rest.find_first_of(ends)));
  };
  std::string_view url = value_behind("<!-- saved from url=(", " \n");
  url.remove_prefix(std::min(url.find(')') + 1, url.size()));
  if (html.find("Page saved with SingleFile") != std::string_view::npos) {
    url = value_behind("url: ", " \r\n");
    if (stated.crawled.empty()) stated.crawled = value_behind("saved date: ", "\r\n");
  }
  if (stated.url.empty() && url.starts_with("http")) stated.url = url;
}

}  // namespace

Result<Page> read_html(std::string_view utf8_bytes) {
  CleanHtml kept;
  Result<HtmlTree> tree = parse(utf8_bytes, kept);
  if (!tree) return tree.error();
  const std::vector<HtmlSegment> segments = segments_of(*tree, FontStyles(kept.styles));
  const Mojibake mojibake = mojibake_of(segments);
  std::vector<std::string> texts;
  texts.reserve(segments.size());
  for (const HtmlSegment& segment : segments) texts.push_back(segment_text(segment, mojibake));
  const MainText main_text = find_main_text(*tree, segments);
  HtmlMetadata metadata = read_metadata(*tree, kept.json_ld, main_text.is_furniture);
  const std::optional<Font> usual = usual_font(segments);
  for (std::string& title : metadata.titles) title = clean_line(mend_stated(title, mojibake, usual));
  const auto headline = headline_of(*tree, segments, texts, main_text, metadata.titles);
  const std::vector<Mark> marks = mark_segments(*tree, segments, main_text, headline);

  Page page;
  page.stated = std::move(metadata.stated);
  read_saved_from(utf8_bytes, page.stated);
  page.is_marked_up = true;
  page.states_article = metadata.states_article;
  page.dates = dates_of(*tree, segments, metadata.times, main_text, marks, headline);
  for (std::string* const field :
       {&page.stated.title, &page.stated.summary, &page.stated.author, &page.stated.source})
    *field = clean_line(mend_stated(*field, mojibake, usual));
  if (headline) page.stated.title = texts[*headline];
  // As printed, unless the metadata have the name by itself ("bởi Lê Na").
  const std::string printed = printed_author(*tree, segments, texts, marks);
  const std::string_view stated = page.stated.author;
  const bool agree =
      !stated.empty() && printed.find(stated.substr(0, stated.find(','))) != std::string::npos;
  if (!printed.empty() && !agree) page.stated.author = printed;
  for (size_t i = 0; i < segments.size(); ++i) {
    if (texts[i].empty()) continue;
    page.lines.push_back(
        {.text = texts[i],
         .mark = marks[i],
         .blank_before = segments[i].opens_block,
         .link_percent = static_cast<unsigned char>(std::min<size_t>(
             100, segments[i].link_bytes * 100 / std::max<size_t>(1, segments[i].bytes))),
         .named = named_of(tree->elements()[segments[i].element])});
  }
  return page;
}

}  // namespace khobao::read
