#include "indexer/read/lines/line_roles.h"

#include "indexer/read/lines/caption.h"
#include "indexer/read/lines/furniture.h"
#include "indexer/read/lines/line_words.h"

namespace khobao::read {
namespace {

constexpr size_t kMaxRelatedWords = 30;  // headlines of other articles are no longer
constexpr size_t kHeadLines = 40;
constexpr size_t kMaxImageMarkBytes = 12;

struct Dated {
  size_t line = 0;
  DateLine date;
};

bool is_image_mark(std::string_view text) {
  return text.size() <= kMaxImageMarkBytes &&
         (text == "[img]" || text == "[IMG]" || text == "[image]" || text == "[ảnh]");
}

bool is_related_headline(const Line& line) {
  const size_t words = count_words(line.text);
  return words <= kMaxRelatedWords && !(line.text.ends_with('.') && words >= 12);
}

// Behind a heading of other articles short lines are furniture, up to the next paragraph of text.
void mark_related(const std::vector<Line>& lines, std::vector<LineRole>& roles, size_t heading) {
  for (size_t i = heading + 1; i < lines.size() && is_related_headline(lines[i]); ++i)
    roles[i] = LineRole::furniture;
}

std::vector<Dated> find_date_lines(const std::vector<Line>& lines,
                                   const std::vector<LineRole>& roles, size_t text) {
  std::vector<Dated> dated;
  bool related = false;
  for (size_t i = 0; i < lines.size(); ++i) {
    related = related || roles[i] == LineRole::related;
    if (roles[i] == LineRole::caption || lines[i].mark == Mark::heading) continue;
    const auto date = read_date_line(lines[i].text);
    if (!date) continue;
    const bool head = i < kHeadLines && i <= text + 1;
    const bool stamped =
        date->announced || date->updated || (date->pure && date->moment.minute_of_day >= 0);
    if (!related && (head || stamped)) dated.push_back({i, *date});
  }
  return dated;
}

// The date of publication among the date lines: one under the title or announced as such, rather
// than an update; the crawler's clock, which stands over the title, never.
const Dated* choose(const std::vector<Dated>& dated, size_t title) {
  const Dated* best = nullptr;
  int best_rank = 0;
  for (const Dated& line : dated) {
    const bool over_title = title != kNoLine && line.line < title;
    if (line.date.clock && (over_title || line.line == 0)) continue;
    int rank = line.date.announced ? 4 : line.date.updated ? 1 : 3;
    if (over_title && !line.date.announced) rank = 2;
    if (rank > best_rank) best = &line, best_rank = rank;
  }
  return best;
}

}  // namespace

PageRoles find_roles(const std::vector<Line>& lines, std::string_view stated_title) {
  PageRoles page;
  page.roles.assign(lines.size(), LineRole::body);
  auto& roles = page.roles;
  bool behind_image = false;
  for (size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    const FurnitureKind kind =
        line.mark == Mark::furniture ? FurnitureKind::furniture : furniture_kind(line.text);
    if (roles[i] == LineRole::furniture) continue;
    if (kind == FurnitureKind::related) {
      roles[i] = LineRole::related;
      mark_related(lines, roles, i);
    } else if (kind == FurnitureKind::furniture) {
      roles[i] = LineRole::furniture;
    } else if (line.mark == Mark::caption ||
               (i > 0 ? is_caption(line.text, behind_image) : ends_with_credit(line.text))) {
      roles[i] = LineRole::caption;
    } else if (i < kHeadLines && is_doubled(line.text)) {
      roles[i] = LineRole::section;
    }
    behind_image = is_image_mark(line.text);
  }
  // Date lines in front of the text help to find the title, and the title tells them from the
  // clock.
  size_t text = find_text(lines, roles);
  std::vector<Dated> dated = find_date_lines(lines, roles, text);
  for (const Dated& line : dated)
    roles[line.line] = line.date.clock && line.line == 0 ? LineRole::clock : LineRole::date;
  if (stated_title.empty()) {
    page.title = find_title(lines, roles);
    if (page.title != kNoLine) roles[page.title] = LineRole::title;
  }
  for (size_t i = 0; i < lines.size() && i < kHeadLines; ++i) {
    const std::string_view title =
        page.title != kNoLine ? std::string_view(lines[page.title].text) : stated_title;
    if (roles[i] == LineRole::body && i <= text && lines[i].text == title)
      roles[i] = LineRole::furniture;
    if (roles[i] == LineRole::body && page.title != kNoLine && i < page.title)
      roles[i] = LineRole::section;
  }
  if (const Dated* chosen = choose(dated, page.title)) page.published = chosen->date.moment;
  return page;
}

}  // namespace khobao::read
