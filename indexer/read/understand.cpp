#include "indexer/read/understand.h"

#include <optional>
#include <span>
#include <unordered_set>

#include "common/text/dates/moment_reader.h"
#include "indexer/read/dates/dateline.h"
#include "indexer/read/dates/publication.h"
#include "indexer/read/dates/url_date.h"
#include "indexer/read/forms/head_block.h"
#include "indexer/read/forms/html/html_headline.h"
#include "indexer/read/lines/caption.h"
#include "indexer/read/lines/clean.h"
#include "indexer/read/lines/credits/byline.h"
#include "indexer/read/lines/credits/head_byline.h"
#include "indexer/read/lines/credits/outlets.h"
#include "indexer/read/lines/credits/source.h"
#include "indexer/read/lines/furniture.h"
#include "indexer/read/lines/line_roles.h"
#include "indexer/read/lines/line_words.h"
#include "indexer/read/lines/listing.h"

namespace khobao::read {
namespace {

using text::Day;
using text::Moment;

using archive::Article;
using archive::Paragraph;
using archive::PublishedFrom;
using archive::Role;

constexpr size_t kShortLineBytes = 80;    // a button's words may stand on such a line
constexpr size_t kMinRepeatBytes = 40;    // shorter paragraphs may well stand twice
constexpr double kSameSummary = 0.85;     // of the words, where both print them
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
    const bool edge = i == 0 || i + 1 == lines.size() || lines[i].text.size() <= kShortLineBytes;
    if (edge || lines[i].text.find('[') != std::string::npos)
      cut_inline_furniture(lines[i].text, furniture);
  }
  std::erase_if(lines, [](const Line& line) { return line.text.empty(); });
}

// True where the paragraph prints what the summary says: it, its beginning, or nearly its words.
bool prints_summary(std::string_view paragraph, std::string_view summary) {
  if (const HeadTag tag = read_head_tag(paragraph); tag.end > 0) paragraph.remove_prefix(tag.end);
  if (const HeadTag tag = read_head_tag(summary); tag.end > 0) summary.remove_prefix(tag.end);
  return paragraph == summary || repeats_start(summary, paragraph) ||
         repeats_start(paragraph, summary) || similarity(paragraph, summary) >= kSameSummary;
}

// The stated summary as the lede: where the text begins or goes on with it, it is there already.
void place_summary(std::string summary, Article& article) {
  if (summary.empty()) return;
  auto& paragraphs = article.paragraphs;
  for (size_t i = 0; i < paragraphs.size(); ++i) {
    if (!prints_summary(paragraphs[i].text, summary)) continue;
    if (i > 0 && paragraphs[i].text == summary) {
      paragraphs.erase(paragraphs.begin() + static_cast<long>(i));
      break;
    }
    return;
  }
  for (const std::string& line : article.furniture) {
    if (line == summary) return;
  }
  paragraphs.insert(paragraphs.begin(), {std::move(summary), Role::body});
}

void take_paragraphs(std::vector<Line>& lines, const PageRoles& page, Article& article) {
  for (size_t i = 0; i < lines.size(); ++i) {
    std::string& text = lines[i].text;
    switch (page.roles[i]) {
      case LineRole::title: break;
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

// "Theo" by itself credits the name on the line below it, whatever name that is.
std::string credit_below(const std::vector<Paragraph>& paragraphs, size_t at) {
  constexpr size_t kMostNameWords = 7;
  const std::string& text = paragraphs[at].text;
  const bool announces = text == "Theo" || text == "Theo:" || text == "Nguồn:" || text == "Nguồn";
  if (!announces || at + 1 >= paragraphs.size()) return "";
  const std::string& name = paragraphs[at + 1].text;
  return count_words(name) <= kMostNameWords && starts_upper(name) && !ends_sentence(name) ? name
                                                                                           : "";
}

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

void read_author_and_source(const Stated& stated, bool has_head_block, const PageRoles& page,
                            Article& article) {
  std::string credit, tag;
  const auto& paragraphs = article.paragraphs;
  for (size_t n = 0; n < kClosingParagraphs && n < paragraphs.size(); ++n) {
    const size_t at = paragraphs.size() - 1 - n;
    const Paragraph& paragraph = paragraphs[at];
    if (paragraph.role == Role::caption && n > 0) continue;
    const std::string& text = paragraph.text;
    if (const std::string below = credit_below(paragraphs, at); !below.empty()) {
      if (article.author == below) article.author.clear();
      credit = below;
    }
    Signature signature = read_signature(text);
    if (!signature) signature = read_closing_signature(text);
    if (at > 0 && is_signatory_post(paragraphs[at - 1].text)) signature.author.clear();
    if (article.author.empty()) article.author = signature.author;
    if (credit.empty()) credit = signature.credit;
    if (article.author.empty() && n < 2) article.author = labelled_author(text);
  }
  for (size_t i = 0; i < kOpeningParagraphs && i < paragraphs.size(); ++i) {
    if (paragraphs[i].role == Role::caption) continue;
    if (tag.empty()) tag = std::string(read_head_tag(paragraphs[i].text).name);
    if (credit.empty()) credit = opening_credit(paragraphs[i].text);
  }
  if (!page.authors.empty()) article.author = joined(page.authors);
  if (!stated.author.empty()) {
    const std::string name = labelled_author(stated.author);
    const std::string person = name.empty() ? person_stated(stated.author) : name;
    if (!person.empty()) article.author = person;
  }
  if (!article.author.empty() && is_desk(article.author)) article.author.clear();
  if (credit.empty()) credit = page.source;
  // A crawler's header says where it found the article.
  const bool prefers_stated = has_head_block && !stated.source.empty();
  article.source = !credit.empty() ? credit : !tag.empty() && !prefers_stated ? tag : stated.source;
  if (!credit.empty()) article.credit = unified_credit(credit);
  const std::string host = host_of(stated.url);
  const std::string& ran_by = !stated.source.empty() ? stated.source : !tag.empty() ? tag : host;
  article.outlet = unified_outlet(ran_by);
}

// The surest of all that tells the day. The text is searched for its dateline only where nothing
// surer is there, since that costs most.
void read_date_of(const Page& page, const PageRoles& roles, const Receipt& receipt,
                  Article& article) {
  std::vector<DateClaim> claims;
  const auto claim = [&](const std::optional<Moment>& moment, Witness witness) {
    if (moment) claims.push_back({*moment, witness});
  };
  claim(text::read_moment(page.stated.published), Witness::stated);
  claim(text::read_moment(page.stated.updated), Witness::updated);
  claims.insert(claims.end(), page.dates.begin(), page.dates.end());
  claims.insert(claims.end(), roles.dates.begin(), roles.dates.end());
  if (!article.paragraphs.empty()) {
    constexpr size_t kStampBytes = 400;
    claim(find_date_stamp(std::string_view(article.paragraphs[0].text).substr(0, kStampBytes)),
          Witness::below_title);
  }
  const auto in_address = date_in_address(page.stated.url);
  claim(in_address, Witness::address);
  claim(date_in_path(receipt.path), Witness::path);
  Day latest = receipt.today;
  for (const Day bound : {receipt.received, receipt.crawled}) {
    if (bound.year > 0 && (latest.year == 0 || bound < latest)) latest = bound;
  }
  std::optional<Publication> settled = settle_publication(claims, latest);
  const bool is_sure =
      settled && settled->from != PublishedFrom::url && settled->from != PublishedFrom::path &&
      !(settled->from == PublishedFrom::meta && claims.front().witness == Witness::updated);
  if (!is_sure) {
    std::vector<std::string_view> texts;
    for (const Paragraph& paragraph : article.paragraphs) {
      if (paragraph.role == Role::body) texts.push_back(paragraph.text);
    }
    // The address names the year where the text does not.
    Day received = receipt.received;
    if (in_address && is_believable(in_address->day, latest)) received = in_address->day;
    if (const auto dateline = read_dateline(article.title, texts, received)) {
      if (is_believable(dateline->day, latest)) {
        settled = Publication{{dateline->day, -1},
                              PublishedFrom::dateline,
                              dateline->year_from_receipt && !in_address};
      }
    }
  }
  if (!settled) return;
  article.published = to_string(settled->moment);
  article.published_from = settled->from;
  article.year_from_receipt = settled->year_from_receipt;
}

// A reader's view prints the site's name by itself over the headline.
void take_host_line(Page& page) {
  if (page.lines.empty() || page.is_marked_up ||
      page.lines[0].text.find_first_of(" /") != std::string::npos)
    return;
  const std::string host = host_of(page.lines[0].text);
  if (host.empty()) return;
  if (page.stated.source.empty()) page.stated.source = host;
  page.lines[0].mark = Mark::furniture;
}

}  // namespace

Article understand(Page page, const Receipt& given) {
  Receipt receipt = given;
  if (!page.is_record) {
    read_head_block(page);
    take_host_line(page);
  }
  const auto earlier = [](Day& day, const std::string& stated) {
    const auto moment = text::read_moment(stated);
    if (moment && (day.year == 0 || moment->day < day)) day = moment->day;
  };
  earlier(receipt.received, page.stated.received);
  // A crawler may come years later: its day bounds the article's, and tells no year.
  earlier(receipt.crawled, page.stated.crawled);
  Article article;
  article.url = page.stated.url;
  article.id = page.stated.id;
  article.section = page.stated.section;
  cut_furniture_inside(page.lines, article.furniture);
  const PageRoles roles = find_roles(page);
  if (!page.is_record && is_listing(page, roles)) article.kind = archive::Kind::listing;
  article.title = !roles.title.empty() ? roles.title : page.stated.title;
  take_paragraphs(page.lines, roles, article);
  place_summary(std::move(page.stated.summary), article);
  drop_repeats(article.paragraphs);
  read_date_of(page, roles, receipt, article);
  read_author_and_source(page.stated, page.has_head_block, roles, article);
  article.display_title = article.title;
  for (const Paragraph& paragraph : article.paragraphs) {
    if (article.display_title.empty() && paragraph.role == Role::body)
      article.display_title = make_title(paragraph.text);
  }
  return article;
}

}  // namespace khobao::read
