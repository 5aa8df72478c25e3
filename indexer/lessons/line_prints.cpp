#include "indexer/lessons/line_prints.h"

#include <algorithm>

#include "common/archive/disk/hash.h"
#include "common/text/dates/calendar.h"
#include "indexer/read/lines/credits/byline.h"
#include "indexer/read/lines/credits/outlets.h"
#include "indexer/read/lines/line_words.h"

namespace khobao::lessons {
namespace {

using archive::Article;
using archive::Paragraph;
using archive::Part;
using archive::Role;

constexpr size_t kMostLineBytes = 600;    // no furniture line is longer
constexpr size_t kFewestProseBytes = 90;  // of a line of running text
constexpr size_t kFewestHeadlineWords = 7;
constexpr size_t kDayChars = 10;

void put(std::string& out, uint64_t number, size_t bytes = 8) {
  for (size_t i = 0; i < bytes; ++i) out += static_cast<char>(number >> (8 * i) & 0xFF);
}

struct KnownDay {
  int32_t day = 0;
  DayFrom from = DayFrom::nothing;
};

uint64_t take(std::string_view& in, size_t bytes = 8) {
  uint64_t number = 0;
  for (size_t i = 0; i < bytes; ++i)
    number |= uint64_t{static_cast<unsigned char>(in[i])} << (8 * i);
  in.remove_prefix(bytes);
  return number;
}

bool is_prose(const Unit& unit) {
  return unit.role == Role::body && unit.part == Part::whole &&
         unit.text.size() >= kFewestProseBytes && read::ends_sentence(unit.text);
}

// "Nguồn: [Link nguồn]" credits nobody.
bool is_signature(std::string_view text) {
  if (text.find('[') != std::string_view::npos) return false;
  return static_cast<bool>(read::read_signature(text)) || !read::labelled_author(text).empty();
}

bool has_letter(std::string_view form) {
  return form.find_first_not_of("# ") != std::string_view::npos;
}

// The words of `text`, figures and short ones left out, in pairs.
class Sketcher {
 public:
  void add(std::string_view text) {
    uint64_t before = 0;
    for (size_t begin = 0, end = 0; begin < text.size(); begin = end + 1) {
      bool figures = false;
      for (end = begin; end < text.size() && text[end] != ' '; ++end)
        figures = figures || (text[end] >= '0' && text[end] <= '9');
      if (end == begin || figures) continue;
      const uint64_t hash = archive::hash64(text.substr(begin, end - begin));
      if (before != 0) add_pair((before ^ (hash << 1 | hash >> 63)) * 0x9E3779B97F4A7C15u);
      before = hash;
    }
  }

  Sketch sketch() const {
    Sketch out{};
    for (size_t i = 0; i < out.size(); ++i) out[i] = static_cast<uint16_t>(smallest_[i] >> 40);
    return out;
  }

 private:
  // Three bits choose which of the eight a pair counts for ("one permutation" hashing).
  void add_pair(uint64_t hash) {
    uint64_t& smallest = smallest_[hash & 7];
    smallest = std::min(smallest, hash >> 8);
  }

  std::array<uint64_t, 8> smallest_ = [] {
    std::array<uint64_t, 8> most{};
    most.fill(~uint64_t{0} >> 8);
    return most;
  }();
};

// "Trường Thịnh": whoever signs every twentieth article is no furniture.
bool may_be_name(std::string_view text) {
  constexpr size_t kMostNameWords = 4;
  size_t words = 0;
  for (; !text.empty(); ++words) {
    const size_t space = std::min(text.find(' '), text.size());
    if (!read::starts_upper(text.substr(0, space))) return false;
    text.remove_prefix(std::min(space + 1, text.size()));
  }
  return words >= 2 && words <= kMostNameWords;
}

// What goes on in the lines below, or stands in a list: "Trong đó:", "- Ca mới: 266".
bool is_of_list(std::string_view text) {
  return text.ends_with(':') || text.starts_with('-') || text.starts_with('+') ||
         text.starts_with("–") || text.starts_with("•");
}

// Of a line and its comparison_form(), which knows no figures: "Ca mới: 266" is another line than
// "Ca mới: 270".
uint64_t hash_of(std::string_view line, std::string form) {
  if (form.find('#') != std::string::npos) {
    for (const char c : line) {
      if (c >= '0' && c <= '9') form += c;
    }
  }
  return archive::hash64(form);
}

Shape shape_of(const Unit& unit, std::string_view form) {
  if (unit.role == Role::caption || !has_letter(form)) return Shape::context;
  if (unit.part == Part::whole && (is_signature(unit.text) || may_be_name(unit.text)))
    return Shape::context;
  if (read::ends_sentence(unit.text) || is_of_list(unit.text)) return Shape::sentence;
  return read::count_words(form) < kFewestHeadlineWords ? Shape::label : Shape::headline;
}

bool is_corrected(const Article& article, archive::Correctable field) {
  const auto& fields = article.as_read.corrected;
  return std::find(fields.begin(), fields.end(), field) != fields.end();
}

// As it was read: a correction changes nothing of what an article teaches.
const std::string& title_as_read(const Article& article) {
  return is_corrected(article, archive::Correctable::title) ? article.as_read.title : article.title;
}

const std::string& outlet_as_read(const Article& article) {
  return is_corrected(article, archive::Correctable::source) ? article.as_read.outlet
                                                             : article.outlet;
}

KnownDay day_of(const Article& article) {
  const bool corrected = is_corrected(article, archive::Correctable::published);
  const archive::AsRead& read = article.as_read;
  const std::string& published = corrected ? read.published : article.published;
  const bool doubted = !article.doubted.empty();
  const auto from = corrected ? read.published_from : article.published_from;
  if (corrected ? read.year_from_receipt : article.year_from_receipt) return {};
  const text::Day day =
      text::parse_day(std::string_view(doubted ? article.doubted : published).substr(0, kDayChars));
  if (day.year == 0) return {};
  const auto days = static_cast<int32_t>(text::day_number(day));
  if (doubted) return {days, DayFrom::doubted};
  return {days, from == archive::PublishedFrom::dateline ? DayFrom::dateline : DayFrom::surer};
}

}  // namespace

uint64_t line_hash(std::string_view line) {
  if (line.size() > kMostLineBytes) return archive::hash64(line) & ~uint64_t{0xFF};
  return hash_of(line, read::comparison_form(line)) & ~uint64_t{0xFF};
}

uint64_t site_hash(std::string_view site) { return archive::hash64(site); }

std::vector<std::string> sites_of(const Article& article, const std::string& root) {
  const std::string host = read::host_of(article.url);
  std::vector<std::string> sites = {host.empty() ? "root:" + root : "host:" + host};
  const std::string& outlet = outlet_as_read(article);
  if (!outlet.empty() && outlet != host) sites.push_back("outlet:" + outlet);
  return sites;
}

std::string folder_of(const Article& article, const std::string& root) {
  const size_t colon = article.path.rfind(':');
  const bool is_record =
      colon != std::string::npos && colon + 1 < article.path.size() &&
      article.path.find_first_not_of("0123456789", colon + 1) == std::string::npos;
  if (!is_record) return article.id.substr(0, std::min(article.id.rfind('/'), article.id.size()));
  const std::string file = article.path.substr(0, colon);
  return root + "/" + file.substr(file.rfind('/') + 1);
}

std::string prints_value(const Article& article, const std::string& root) {
  std::string out;
  if (article.kind == archive::Kind::listing) return out;
  const std::vector<Paragraph> paragraphs = lines_as_read(article);
  const std::vector<Unit> units = units_of(paragraphs);
  put(out, archive::hash64(article.id));
  put(out, archive::hash64(folder_of(article, root)));
  const KnownDay day = day_of(article);
  put(out, static_cast<uint32_t>(day.day), 4);
  put(out, static_cast<uint64_t>(day.from), 1);
  const std::vector<std::string> sites = sites_of(article, root);
  put(out, sites.size(), 1);
  for (const std::string& site : sites) put(out, site_hash(site));
  const std::string& title = title_as_read(article);
  put(out, title.empty() ? 0 : line_hash(title));
  Sketcher sketcher;
  for (const Unit& unit : units) {
    if (is_prose(unit)) sketcher.add(unit.text);
  }
  for (const uint16_t number : sketcher.sketch()) put(out, number, 2);
  auto taken = article.taken.begin();
  for (size_t i = 0; i < units.size(); ++i) {
    const Unit& unit = units[i];
    const bool is_taken =
        taken != article.taken.end() && taken->place == unit.place && taken->part == unit.part;
    if (is_taken) ++taken;
    const bool counts = unit.text.size() <= kMostLineBytes;

    const std::string form = counts ? read::comparison_form(unit.text) : std::string(unit.text);
    const Shape shape = counts ? shape_of(unit, form) : Shape::context;
    const uint64_t hash = counts ? hash_of(unit.text, form) : archive::hash64(form);
    put(out, LinePrint(hash, shape, unit.part, is_prose(unit), is_taken).bits());
  }
  return out;
}

bool read_prints(std::string_view value, ArticlePrints& prints) {
  constexpr size_t kMostSites = 2;
  prints.sites.clear();
  prints.lines.clear();
  constexpr size_t kHeadBytes = 22;
  if (value.size() < kHeadBytes) return false;
  prints.id = take(value);
  prints.folder = take(value);
  prints.day = static_cast<int32_t>(take(value, 4));
  const uint64_t from = take(value, 1);
  if (from > static_cast<uint64_t>(DayFrom::surer)) return false;
  prints.day_from = static_cast<DayFrom>(from);
  const size_t sites = take(value, 1);
  const size_t head = 8 * sites + 8 + 2 * prints.sketch.size();
  if (sites > kMostSites || value.size() < head || (value.size() - head) % 8 != 0) return false;
  for (size_t i = 0; i < sites; ++i) prints.sites.push_back(take(value));
  prints.title = take(value);
  for (uint16_t& number : prints.sketch) number = static_cast<uint16_t>(take(value, 2));
  while (!value.empty()) prints.lines.emplace_back(take(value));
  return true;
}

}  // namespace khobao::lessons
