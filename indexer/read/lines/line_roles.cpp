// A page on its way:
//   mark_by_words     what each line is by itself: furniture, the heading of a list, a caption
//   find_title        the headline; its last repetition is where the article begins
//   mark_head         between headline and text: date lines, bylines, counters, shares
//   find_dates        date lines there, right above, and at the end of the text
//   cut_to_extent     in a dump, what lies before and after the text
//   mark_inserts      links and teasers inside the text
#include "indexer/read/lines/line_roles.h"

#include <algorithm>

#include "indexer/read/dates/date_line.h"
#include "indexer/read/forms/html/html_headline.h"
#include "indexer/read/lines/caption.h"
#include "indexer/read/lines/credits/byline.h"
#include "indexer/read/lines/credits/head_byline.h"
#include "indexer/read/lines/credits/source.h"
#include "indexer/read/lines/extent.h"
#include "indexer/read/lines/furniture.h"
#include "indexer/read/lines/line_words.h"

namespace khobao::read {
namespace {

constexpr size_t kMaxRelatedWords = 30;  // headlines of other articles are no longer
constexpr size_t kHeadLines = 40;        // a headline that no heading marks stands within
constexpr size_t kMaxTitleWords = 40;
constexpr size_t kMaxImageMarkBytes = 12;
constexpr size_t kStepsAboveTitle = 3;  // a date line so close above the headline is the article's
constexpr size_t kMostShortWords = 6;   // of a line between headline and text that is neither
constexpr double kSameTitle = 0.8;
constexpr size_t kMostInsertLines = 4;  // links to other articles that an extractor left
constexpr size_t kFewestInsertWords = 7, kMostInsertWords = 26;

bool is_image_mark(std::string_view text) {
  return text.size() <= kMaxImageMarkBytes &&
         (text == "[img]" || text == "[IMG]" || text == "[image]" || text == "[ảnh]");
}

bool is_headline_like(const Line& line) {
  const size_t words = count_words(line.text);
  return words >= kFewestInsertWords && words <= kMostInsertWords && starts_upper(line.text) &&
         !ends_sentence(line.text) && !line.text.ends_with(':') && !line.text.ends_with(',') &&
         !line.text.ends_with(';');
}

class Marker {
 public:
  explicit Marker(const Page& page) : page_(page), lines_(page.lines) {
    found_.roles.assign(lines_.size(), LineRole::body);
  }

  PageRoles run() {
    mark_by_words();
    find_date_lines();
    dump_ = !page_.is_record && !page_.is_marked_up && is_dump(lines_, found_.roles);
    place_title();
    mark_head();
    mark_after_lede();
    claim_dates();
    if (!page_.is_record) cut_behind_end();
    if (dump_) cut_to_extent();
    mark_inserts();
    return std::move(found_);
  }

 private:
  LineRole& role(size_t i) { return found_.roles[i]; }
  bool has_title() const { return found_.title_line != kNoLine; }

  void mark_by_words() {
    bool behind_image = false;
    for (size_t i = 0; i < lines_.size(); ++i) {
      const Line& line = lines_[i];
      if (role(i) == LineRole::furniture) continue;
      const FurnitureKind kind =
          line.mark == Mark::furniture ? FurnitureKind::furniture : furniture_kind(line.text);
      if (kind == FurnitureKind::related) {
        // A page that holds nothing else is a short article under such a headline ("Tin mới").
        const std::vector<LineRole> before = found_.roles;
        role(i) = LineRole::related;
        mark_related(i);
        if (std::find(found_.roles.begin(), found_.roles.end(), LineRole::body) ==
            found_.roles.end())
          found_.roles = before;
      } else if (kind == FurnitureKind::furniture) {
        role(i) = LineRole::furniture;
      } else if (line.mark == Mark::caption ||
                 (i > 0 ? is_caption(line.text, behind_image) : ends_with_credit(line.text))) {
        role(i) = LineRole::caption;
      } else if (i < kHeadLines && is_doubled(line.text)) {
        role(i) = LineRole::section;
      }
      behind_image = is_image_mark(line.text);
    }
  }

  // After a heading of other articles short lines and teasers are furniture, up to the next
  // paragraph of text.
  void mark_related(size_t heading) {
    for (size_t i = heading + 1; i < lines_.size(); ++i) {
      const Line& line = lines_[i];
      const size_t words = count_words(line.text);
      const bool other = line.is_link() || is_teaser(lines_, found_.roles, i) ||
                         (words <= kMaxRelatedWords && !(line.text.ends_with('.') && words >= 12));
      if (!other || (line.mark == Mark::heading && !line.is_link())) return;
      role(i) = LineRole::furniture;
    }
  }

  void find_date_lines() {
    dated_.resize(lines_.size());
    bool related = false;
    for (size_t i = 0; i < lines_.size(); ++i) {
      related = related || role(i) == LineRole::related;
      const bool heading = lines_[i].mark == Mark::heading;
      if (role(i) == LineRole::caption || is_prose(lines_[i])) continue;
      const bool furniture = lines_[i].mark == Mark::furniture;
      if (furniture && lines_[i].named != Named::date) continue;
      dated_[i] = read_date_line(lines_[i].text);
      // "Chủ Nhật, 13 tháng 4, 2014": blogs print the day as a heading over the headline.
      if (heading && dated_[i] && !dated_[i]->pure) dated_[i] = std::nullopt;
      // A date line may stand among the links to sections, with its time.
      if (furniture && dated_[i] && (dated_[i]->moment.minute_of_day < 0 || !dated_[i]->pure))
        dated_[i] = std::nullopt;
      if (!dated_[i] || related) continue;
      if (role(i) == LineRole::body || role(i) == LineRole::section)
        role(i) = dated_[i]->clock && i == 0 ? LineRole::clock : LineRole::date;
    }
  }

  // The headline that is known, or found; where the article begins is its last repetition in front
  // of the text, since crawlers and sites print it above their menus, too.
  void place_title() {
    std::string_view known = page_.stated.title;
    std::string title;
    if (known.empty()) {
      const Headline headline = printed_headline(page_, found_.roles);
      if (headline.line == kNoLine) {
        found_.text = find_text(lines_, found_.roles, 0);
        return;
      }
      found_.title = headline.title;
      found_.title_line = headline.line;
      title = headline.title;
      known = title;
    }
    repeat_title(known);
    if (has_title()) role(found_.title_line) = LineRole::title;
    found_.text = find_text(lines_, found_.roles, has_title() ? found_.title_line + 1 : 0);
    for (size_t i = 0; has_title() && i < found_.title_line; ++i) {
      if (role(i) == LineRole::body || role(i) == LineRole::caption) role(i) = LineRole::section;
    }
  }

  // Below a known headline its last repetition in front of the text: a heading where one repeats
  // it, else any line. Captions are called after the headline, too ("… - Ảnh 1."), and don't count.
  void repeat_title(std::string_view known) {
    const size_t from = has_title() ? found_.title_line + 1 : 0;
    size_t repeated = kNoLine;
    bool by_heading = false;
    for (size_t i = from; i < lines_.size(); ++i) {
      const Line& line = lines_[i];
      const bool is_heading = line.mark == Mark::heading;
      const bool printed = is_heading || (line.mark == Mark::none && !line.is_link());
      if (!printed || role(i) == LineRole::caption) continue;
      // A sentence of the text may be made of the headline's words; headlines end in no full stop.
      const bool sentence = !is_heading && line.text.ends_with('.') && !known.ends_with('.');
      const bool same =
          line.text == known || (!sentence && count_words(line.text) <= kMaxTitleWords &&
                                 similarity(line.text, known) >= kSameTitle);
      if (same && (is_heading || !by_heading)) {
        repeated = i;
        by_heading = is_heading;
      }
      if (same || role(i) != LineRole::body || !is_prose(line)) continue;
      // A page's prose after its headline is its text; what stands above may be a notice.
      if (!dump_ || repeated != kNoLine) break;
    }
    if (repeated == kNoLine) return;
    if (has_title()) role(found_.title_line) = LineRole::furniture;
    // The heading on the page has the signs that file names lose: "Sài Gòn: Mưa".
    if (!found_.title.empty() && lines_[repeated].mark == Mark::heading &&
        similarity(lines_[repeated].text, found_.title) >= 0.999)
      found_.title = lines_[repeated].text;
    found_.title_line = repeated;
  }

  // Between headline and text: bylines, sections, counters, share buttons.
  void mark_head() {
    if (!has_title()) return;
    for (size_t i = found_.title_line + 1; i < found_.text && i < lines_.size(); ++i) {
      if (dated_[i]) {
        add_author(byline_before_date(lines_[i].text, dated_[i]->begin));
        continue;
      }
      const Line& line = lines_[i];
      if (found_.source.empty()) found_.source = source_in_head(line);
      if (role(i) != LineRole::body) continue;
      std::string name = head_byline(line.text);
      if (name.empty() && line.named == Named::author) name = person_stated(line.text);
      if (!name.empty() && read_head_tag(line.text).end == 0) {
        add_author(std::move(name));
        role(i) = LineRole::author;
      } else if (line.is_link() || (dump_ && count_words(line.text) <= kMostShortWords &&
                                    !ends_sentence(line.text))) {
        role(i) = LineRole::furniture;
      }
    }
  }

  // Byline and day between the lede and the text: the day may come without its time there, and with
  // the name on either side.
  void mark_after_lede() {
    constexpr size_t kMostSteps = 4;
    if (!has_title() || found_.text >= lines_.size()) return;
    size_t end = found_.text + 1;
    while (end < lines_.size() && end <= found_.text + kMostSteps && !is_prose(lines_[end]) &&
           lines_[end].mark != Mark::heading)
      ++end;
    if (end >= lines_.size() || !is_prose(lines_[end])) return;
    for (size_t i = found_.text + 1; i < end; ++i) {
      if (!dated_[i] || (i == found_.text + 1 && i + 1 == end)) continue;
      for (const size_t beside : {i - 1, i + 1}) {
        if (beside <= found_.text || beside >= end || role(beside) != LineRole::body) continue;
        std::string name = head_byline(lines_[beside].text);
        if (name.empty()) continue;
        add_author(std::move(name));
        role(beside) = LineRole::author;
        below_lede_ = i;
      }
    }
  }

  // What a line that is called source names, or one that credits somebody and does nothing else.
  static std::string source_in_head(const Line& line) {
    constexpr size_t kMostSourceWords = 9;
    if (count_words(line.text) > kMostSourceWords || line.text.find("://") != std::string::npos ||
        furniture_kind(line.text) != FurnitureKind::none)
      return "";
    std::string credit = read_signature(line.text).credit;
    const bool name = credit.empty() && line.named == Named::source && starts_upper(line.text) &&
                      !ends_sentence(line.text);
    return name ? line.text : credit;
  }

  void add_author(std::string name) {
    auto& authors = found_.authors;
    if (!name.empty() && std::find(authors.begin(), authors.end(), name) == authors.end())
      authors.push_back(std::move(name));
  }

  // Lines between `i` and the headline below it, images' texts passed over.
  size_t steps_to_title(size_t i) const {
    size_t steps = 1;
    for (size_t n = i + 1; n < found_.title_line; ++n)
      steps += lines_[n].mark != Mark::caption && !lines_[n].text.empty();
    return steps;
  }

  void claim_dates() {
    bool related = false;
    const size_t end =
        page_.is_record ? lines_.size() : find_hard_end(lines_, found_.roles, found_.text);
    for (size_t i = 0; i < end; ++i) {
      related = related || (role(i) == LineRole::related && i >= found_.text);
      if (!dated_[i]) continue;
      if (const auto witness = witness_of(i, related))
        found_.dates.push_back({dated_[i]->moment, *witness});
    }
  }

  std::optional<Witness> witness_of(size_t i, bool related) const {
    const DateLine& date = *dated_[i];
    const bool timed = date.moment.minute_of_day >= 0;
    const bool above = has_title() && i < found_.title_line;
    const bool below = (i <= found_.text + 1 || i == below_lede_) && !above;
    if ((date.updated && !date.announced) || lines_[i].named == Named::updated)
      return below || (above && steps_to_title(i) <= kStepsAboveTitle)
                 ? std::optional(Witness::updated_line)
                 : std::nullopt;
    if (below) return date.announced ? Witness::announced : Witness::below_title;
    if (above) {
      const bool close = steps_to_title(i) <= kStepsAboveTitle;
      if (date.announced) return close ? Witness::announced : Witness::elsewhere;
      if (date.clock && i == 0 && lines_[i].named != Named::date) return std::nullopt;
      // Weekday and day alone over a headline are the day on which the page was looked at.
      if (close && (timed || (date.pure && (!date.weekday || lines_[i].mark == Mark::heading)))) return Witness::beside_title;
      if (date.clock || dump_ || page_.has_head_block || date.weekday) return std::nullopt;
      return Witness::elsewhere;
    }
    const bool stamped = date.announced || (date.pure && timed);
    return stamped && !related ? std::optional(Witness::elsewhere) : std::nullopt;
  }

  void cut_behind_end() {
    const size_t end = find_hard_end(lines_, found_.roles, found_.text);
    for (size_t i = end; i < lines_.size(); ++i) role(i) = LineRole::furniture;
  }

  void cut_to_extent() {
    const size_t first = has_title() ? found_.title_line + 1 : 0;
    Extent extent = find_extent(lines_, found_.roles, first);
    if (extent.begin == extent.end) return;
    // The line that signs the text belongs to it.
    while (extent.end < lines_.size() && signs(extent.end)) ++extent.end;
    for (size_t i = 0; i < lines_.size(); ++i) {
      const bool inside = i >= extent.begin && i < extent.end;
      if (inside && lines_[i].is_link() && role(i) == LineRole::body) role(i) = LineRole::furniture;
      if (inside && is_teaser(lines_, found_.roles, i) && i > extent.begin + 1)
        role(i) = LineRole::furniture;
      const bool kept =
          role(i) == LineRole::title || role(i) == LineRole::date || role(i) == LineRole::author;
      if (!inside && !kept) role(i) = LineRole::furniture;
    }
  }

  bool signs(size_t i) const {
    const Line& line = lines_[i];
    const LineRole role = found_.roles[i];
    if (line.is_link()) return false;
    // "Bài, ảnh: Lê Na" has the look of a caption.
    return (role == LineRole::body && read_signature(line.text)) ||
           ((role == LineRole::body || role == LineRole::caption) &&
            !labelled_author(line.text).empty());
  }

  void mark_inserts() {
    // A link to another article that an extractor left between headline and text.
    const size_t text = found_.text;
    if (has_title() && text == found_.title_line + 2 && text < lines_.size()) {
      const Line& line = lines_[text - 1];
      if (role(text - 1) == LineRole::body && is_headline_like(line) &&
          count_words(line.text) <= 16 && is_prose(lines_[text]))
        role(text - 1) = LineRole::furniture;
    }
    mark_indented_inserts();
    mark_teasers_by_tag();
  }

  // Lists of links inside the text lose their links in an extractor, not the white space in front.
  void mark_indented_inserts() {
    const auto prose_indented = std::count_if(lines_.begin(), lines_.end(), [](const Line& line) {
      return line.indented && is_prose(line);
    });
    if (prose_indented > 0) return;
    for (size_t i = 0; i < lines_.size();) {
      size_t end = i;
      while (end < lines_.size() && lines_[end].indented &&
             (role(end) == LineRole::body || role(end) == LineRole::caption) &&
             is_headline_like(lines_[end]) && (end == i || !lines_[end].blank_before))
        ++end;
      if (end > i && end - i <= kMostInsertLines && lines_[i].blank_before && i > 0) {
        for (size_t n = i; n < end; ++n) role(n) = LineRole::furniture;
      }
      i = std::max(end, i + 1);
    }
  }

  // "(MAY) - Sáng 3/5, …" after the text is the lede of another article.
  void mark_teasers_by_tag() {
    constexpr size_t kFewestParagraphs = 4;
    if (page_.is_record) return;
    size_t paragraphs = 0;
    for (size_t i = found_.text; i < lines_.size(); ++i) {
      if (role(i) != LineRole::body) continue;
      const HeadTag tag = read_head_tag(lines_[i].text);
      if (paragraphs >= kFewestParagraphs && tag.end > 0 && lines_[i].text.starts_with('('))
        role(i) = LineRole::furniture;
      ++paragraphs;
    }
  }

  const Page& page_;
  const std::vector<Line>& lines_;
  std::vector<std::optional<DateLine>> dated_;
  bool dump_ = false;
  size_t below_lede_ = kNoLine;  // a date line with its byline
  PageRoles found_;
};

}  // namespace

PageRoles find_roles(const Page& page) { return Marker(page).run(); }

}  // namespace khobao::read
