#include "indexer/read/understand.h"

#include <optional>
#include <span>
#include <unordered_set>

#include "indexer/read/dates/dateline.h"
#include "indexer/read/dates/printed_dates.h"
#include "indexer/read/lines/byline.h"
#include "indexer/read/lines/caption.h"
#include "indexer/read/lines/clean.h"
#include "indexer/read/lines/furniture.h"
#include "indexer/read/lines/line_roles.h"
#include "indexer/read/lines/line_words.h"
#include "indexer/read/lines/listing.h"
#include "indexer/read/lines/outlets.h"
#include "indexer/read/lines/source.h"

namespace khobao::read {
namespace {

using archive::Article;
using archive::Paragraph;
using archive::PublishedFrom;
using archive::Role;

constexpr size_t kMinRepeatBytes = 40;    // shorter paragraphs may well stand twice
constexpr size_t kClosingParagraphs = 4;  // where a signature is looked for
constexpr size_t kOpeningParagraphs = 3;  // where tags and credits are

bool repeats_start(std::string_view cut, std::string_view whole) {
  while (cut.ends_with('.')) cut.remove_suffix(1);
  if (cut.ends_with("…")) cut.remove_suffix(std::string_view("…").size());
  cut = trim(cut);
  return cut.size() >= kMinRepeatBytes && whole.size() >= cut.size() && whole.starts_with(cut);
}

void cut_furniture_inside(std::vector<Line>& lines, std::vector<std::string>& furniture) {
  for (size_t i = 0; i < lines.size(); ++i) {
    const bool edge = i == 0 || i + 1 == lines.size();
    if (edge || lines[i].text.find('[') != std::string::npos)
      cut_inline_furniture(lines[i].text, furniture);
  }
  std::erase_if(lines, [](const Line& line) { return line.text.empty(); });
}

// The stated summary as the lede: where the body begins or goes on with it, it is there already.
void place_summary(std::vector<Line>& lines, std::string summary) {
  if (summary.empty()) return;
  for (size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].text != summary && !repeats_start(summary, lines[i].text)) continue;
    if (i > 0 && lines[i].text == summary) {
      lines.erase(lines.begin() + static_cast<long>(i));
      break;
    }
    return;
  }
  lines.insert(lines.begin(),
               Line{.text = std::move(summary), .mark = Mark::none, .blank_before = true});
}

void take_paragraphs(std::vector<Line>& lines, const PageRoles& page, Article& article) {
  for (size_t i = 0; i < lines.size(); ++i) {
    std::string& text = lines[i].text;
    switch (page.roles[i]) {
      case LineRole::title: article.title = std::move(text); break;
      case LineRole::caption: article.paragraphs.push_back({std::move(text), Role::caption}); break;
      case LineRole::body:
        if (const size_t bytes = leading_caption_bytes(text); bytes > 0) {
          article.paragraphs.push_back({text.substr(0, bytes), Role::caption});
          article.paragraphs.push_back({text.substr(bytes + 1), Role::body});
        } else {
          article.paragraphs.push_back({std::move(text), Role::body});
        }
        break;
      default: article.furniture.push_back(std::move(text)); break;
    }
  }
}

// A paragraph printed twice counts once, and so does a lede of which the beginning stands in front.
void drop_repeats(std::vector<Paragraph>& paragraphs) {
  if (paragraphs.size() >= 2 && repeats_start(paragraphs[0].text, paragraphs[1].text))
    paragraphs.erase(paragraphs.begin());
  std::unordered_set<std::string_view> seen;
  std::vector<bool> keep(paragraphs.size(), true);
  for (size_t i = 0; i < paragraphs.size(); ++i) {
    const std::string_view text = paragraphs[i].text;
    keep[i] = text.size() < kMinRepeatBytes || seen.insert(text).second;
  }
  size_t i = 0;
  std::erase_if(paragraphs, [&](const Paragraph&) { return !keep[i++]; });
}

void read_author_and_source(const Stated& stated, Article& article) {
  std::string credit, tag;
  const auto& paragraphs = article.paragraphs;
  for (size_t n = 0; n < kClosingParagraphs && n < paragraphs.size(); ++n) {
    const Paragraph& paragraph = paragraphs[paragraphs.size() - 1 - n];
    if (paragraph.role == Role::caption && n > 0) continue;
    Signature signature = read_signature(paragraph.text);
    if (!signature) signature = read_closing_signature(paragraph.text);
    const size_t above = paragraphs.size() - 1 - n;
    if (above > 0 && is_signatory_post(paragraphs[above - 1].text)) signature.author.clear();
    if (article.author.empty()) article.author = signature.author;
    if (credit.empty()) credit = signature.credit;
    if (article.author.empty() && n < 2) article.author = labelled_author(paragraph.text);
  }
  for (size_t i = 0; i < kOpeningParagraphs && i < paragraphs.size(); ++i) {
    if (paragraphs[i].role == Role::caption) continue;
    if (tag.empty()) tag = std::string(read_head_tag(paragraphs[i].text).name);
    if (credit.empty()) credit = opening_credit(paragraphs[i].text);
  }
  if (!stated.author.empty()) {
    const std::string name = labelled_author(stated.author);
    article.author = name.empty() ? stated.author : name;
  }
  article.source = !credit.empty() ? credit : !tag.empty() ? tag : stated.source;
  if (!credit.empty()) article.credit = unified_outlet(credit);
  const std::string host = host_of(stated.url);
  const std::string& ran_by = !stated.source.empty() ? stated.source : !tag.empty() ? tag : host;
  article.outlet = unified_outlet(ran_by);
}

void read_date_of(const Stated& stated, const PageRoles& page, Day received, Article& article) {
  std::optional<Moment> moment = parse_stated_moment(stated.published);
  if (!moment) moment = page.published;
  if (!moment && !article.paragraphs.empty())
    moment = find_date_stamp(std::string_view(article.paragraphs[0].text).substr(0, 400));
  if (moment && (received.year == 0 || moment->day <= received)) {
    article.published = to_string(*moment);
    article.published_from = PublishedFrom::line;
    return;
  }
  std::vector<std::string_view> texts;
  for (const Paragraph& paragraph : article.paragraphs) {
    if (paragraph.role == Role::body) texts.push_back(paragraph.text);
  }
  if (const auto dateline = read_dateline(article.title, texts, received)) {
    article.published = to_string(Moment{dateline->day, -1});
    article.published_from = PublishedFrom::dateline;
    article.year_from_receipt = dateline->year_from_receipt;
  }
}

}  // namespace

Article understand(Page page, Day received) {
  if (const auto stated = parse_stated_moment(page.stated.received);
      stated && (received.year == 0 || stated->day < received))
    received = stated->day;
  Article article;
  article.url = page.stated.url;
  article.id = page.stated.id;
  article.section = page.stated.section;
  cut_furniture_inside(page.lines, article.furniture);
  place_summary(page.lines, std::move(page.stated.summary));
  const PageRoles roles = find_roles(page.lines, page.stated.title);
  if (!page.is_record && is_listing(page.lines, roles.roles)) article.kind = archive::Kind::listing;
  take_paragraphs(page.lines, roles, article);
  if (article.title.empty()) article.title = page.stated.title;
  drop_repeats(article.paragraphs);
  read_date_of(page.stated, roles, received, article);
  read_author_and_source(page.stated, article);
  article.display_title = article.title;
  for (const Paragraph& paragraph : article.paragraphs) {
    if (article.display_title.empty() && paragraph.role == Role::body)
      article.display_title = make_title(paragraph.text);
  }
  return article;
}

}  // namespace khobao::read
