#include "indexer/read/forms/html/html_metadata.h"

#include <algorithm>
#include <array>
#include <set>

#include "common/base/row_table.h"
#include "common/text/dates/moment_reader.h"
#include "common/text/letters/fold.h"
#include "indexer/read/forms/ascii.h"
#include "indexer/read/forms/html/html_headline.h"
#include "indexer/read/forms/html/json_ld.h"
#include "indexer/read/forms/html/markup/html_entities.h"
#include "indexer/read/lines/clean.h"
#include "indexer/read/lines/credits/head_byline.h"
#include "indexer/read/lines/line_words.h"

extern "C" {
extern const char khobao_html_meta_begin[];
extern const char khobao_html_meta_end[];
}

namespace khobao::read {
namespace {

using Field = std::string Stated::*;

constexpr std::pair<std::string_view, Field> kMetaFields[] = {
    {"title", &Stated::title},     {"published", &Stated::published}, {"source", &Stated::source},
    {"author", &Stated::author},   {"section", &Stated::section},     {"url", &Stated::url},
    {"summary", &Stated::summary}, {"updated", &Stated::updated}};

// Of data/html_meta.tsv.
RowTable meta_names() { return RowTable(khobao_html_meta_begin, khobao_html_meta_end); }

bool is_address(std::string_view text) {
  return text.find("://") != std::string_view::npos || text.starts_with("//") ||
         text.starts_with("www.") || text.find('@') != std::string_view::npos;
}

std::string_view host_of(std::string_view url) {
  const size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return std::string_view();
  std::string_view host = url.substr(scheme + 3);
  host = host.substr(0, host.find_first_of("/?#:"));
  if (host.starts_with("www.")) host.remove_prefix(4);
  return host;
}

// The text of an element and its descendants, as one line.
std::string text_of(const HtmlTree& tree, size_t element) {
  constexpr size_t kLongestBytes = 4000;
  std::string text;
  xmlNode* const root = tree.elements()[element].node;
  for (xmlNode* node = root; node && text.size() < kLongestBytes;
       node = next_node(node, root, [](xmlNode*) {})) {
    if (node->type == XML_TEXT_NODE) text += reinterpret_cast<const char*>(node->content);
  }
  return clean_line(text);
}

class Reader {
 public:
  explicit Reader(const HtmlTree& tree) : tree_(tree), elements_(tree.elements()) {}

  HtmlMetadata run(const std::vector<std::string>& json_ld, const std::vector<bool>& is_furniture) {
    Stated surest = read_json_ld(json_ld);
    for (size_t e = 0; e < elements_.size(); ++e) {
      const std::string_view name = elements_[e].name;
      if (name == "meta") read_meta(e);
      if (name == "link" && canonical_.empty() &&
          lower_ascii(tree_.attribute(e, "rel")) == "canonical") {
        canonical_ = clean_line(tree_.attribute(e, "href"));
      }
      if (name == "title" && title_.empty()) title_ = text_of(tree_, e);
      if (name == "meta" || elements_[e].unread) continue;
      if (!is_furniture[e]) read_microdata(e);
      read_entry(e);
    }
    HtmlMetadata out;
    Stated& stated = out.stated;
    for (const auto& [name, field] : kMetaFields) {
      for (const Stated* from : {&surest, &meta_, &microdata_}) {
        if ((stated.*field).empty()) stated.*field = from->*field;
      }
    }
    if (entry_days_.size() == 1 && stated.published.empty())
      stated.published = *entry_days_.begin();
    if (entry_authors_.size() == 1 && stated.author.empty())
      stated.author = *entry_authors_.begin();
    if (!canonical_.empty() && (stated.url.empty() || !is_address(stated.url)))
      stated.url = canonical_;
    out.times = std::move(times_);
    out.states_article = !surest.published.empty() || !meta_.published.empty();
    settle_source(stated, surest);
    for (const std::string& title : {surest.title, meta_.title, microdata_.title, title_}) {
      std::string plain = without_site_name(title, stated.source);
      if (!plain.empty()) out.titles.push_back(std::move(plain));
    }
    // <title> by itself may be the site's or the section's.
    constexpr size_t kFewestTitleWords = 6;
    const bool only_title = surest.title.empty() && meta_.title.empty() && microdata_.title.empty();
    stated.title = out.titles.empty() ? std::string() : out.titles.front();
    if (only_title && count_words(stated.title) < kFewestTitleWords) stated.title.clear();
    return out;
  }

 private:
  // <meta>: also inside the body, as microdata has it.
  void read_meta(size_t e) {
    // Some templates escape twice: "Xung &amp;#273;&amp;#7897;t".
    const std::string content = clean_line(decode_entities(tree_.attribute(e, "content")));
    if (content.empty()) return;
    for (const char* key : {"property", "name", "itemprop"}) {
      const std::string name = lower_ascii(tree_.attribute(e, key));
      const auto* const stated = std::find_if(
          std::begin(kMetaFields), std::end(kMetaFields),
          [kind = meta_names().kind(name)](const auto& row) { return row.first == kind; });
      if (stated == std::end(kMetaFields)) continue;
      const auto& [kind, field] = *stated;
      const size_t rank = meta_names().place(kind, name);
      size_t& taken = ranks_[static_cast<size_t>(stated - kMetaFields)];
      if (field == &Stated::author && is_address(content)) continue;
      if (taken != 0 && taken <= rank) continue;
      taken = rank;
      meta_.*field = content;
    }
  }

  bool has_class(size_t e, std::string_view wanted) const {
    const std::string classes = ' ' + std::string(tree_.attribute(e, "class")) + ' ';
    return classes.find(' ' + std::string(wanted) + ' ') != std::string::npos;
  }

  bool is_within_class(size_t e, std::initializer_list<std::string_view> wanted) const {
    for (; e != kNoElement && e != 0; e = elements_[e].parent) {
      for (const std::string_view one : wanted) {
        if (has_class(e, one)) return true;
      }
    }
    return false;
  }

  // The microformat hAtom, wherever in the entry it stands: <abbr class="published" title="2014-…">,
  // <span class="author vcard"><span class="fn">Lê Na</span>. Lists of entries have many of them.
  void read_entry(size_t e) {
    const bool day = has_class(e, "published") || has_class(e, "dt-published");
    const bool name = has_class(e, "fn") || has_class(e, "p-author");
    if ((!day && !name) || !is_within_class(e, {"hentry", "h-entry"})) return;
    if (day) {
      for (const char* attribute : {"datetime", "title"}) {
        const std::string printed = clean_line(tree_.attribute(e, attribute));
        if (text::read_moment(printed)) return void(entry_days_.insert(printed));
      }
    } else if (has_class(e, "p-author") || is_within_class(e, {"author", "post-author"})) {
      entry_authors_.insert(text_of(tree_, e));
    }
  }

  void read_microdata(size_t e) {
    const std::string_view itemprop = tree_.attribute(e, "itemprop");
    const std::string_view rel = tree_.attribute(e, "rel");
    const auto keep = [&](Field field, std::string value) {
      if ((microdata_.*field).empty() && !value.empty()) microdata_.*field = std::move(value);
    };
    const auto value = [&] {
      for (const char* name : {"content", "datetime"}) {
        if (const auto found = tree_.attribute(e, name); !found.empty()) return clean_line(found);
      }
      return text_of(tree_, e);
    };
    if (itemprop == "headline") keep(&Stated::title, text_of(tree_, e));
    if (itemprop == "author" || rel == "author") keep(&Stated::author, text_of(tree_, e));
    if (itemprop == "articleSection") keep(&Stated::section, value());
    const bool published = itemprop == "datePublished" || itemprop == "dateCreated" ||
                           (elements_[e].name == "time" && tree_.has_attribute(e, "pubdate"));
    const bool updated = itemprop == "dateModified" || elements_[e].roles.updated;
    // <abbr class="published" title="2016-09-18T21:10:00+07:00">, and bylines' spans likewise.
    const std::string_view hidden = tree_.attribute(e, "title");
    if (elements_[e].name != "time" && elements_[e].roles.date && text::read_moment(hidden)) {
      times_.push_back({.element = e,
                        .printed = clean_line(hidden),
                        .published = published && !updated,
                        .updated = updated});
      return;
    }
    if (elements_[e].name != "time" && !published && itemprop != "dateModified") return;
    times_.push_back(
        {.element = e, .printed = value(), .published = published && !updated, .updated = updated});
  }

  // "Báo Mây Online" is no person on baomay.example, nor is "baomay".
  static bool names_site(std::string_view author, std::string_view site) {
    const auto bare = [](std::string_view text) {
      std::string out;
      for (const char c : text::fold(comparison_form(text))) {
        if (c >= 'a' && c <= 'z') out += c;
      }
      return out;
    };
    constexpr size_t kFewestLetters = 4;
    const std::string a = bare(author), b = bare(site);
    if (a.size() < kFewestLetters || b.size() < kFewestLetters) return false;
    return a.find(b) != std::string::npos || b.find(a) != std::string::npos;
  }

  static bool is_organisation(std::string_view author) {
    const std::string form = comparison_form(author);
    for (std::string_view word :
         {"báo",  "tạp chí", "đài",       "cổng",    "trang",     "ban",    "sở",
          "ubnd", "ủy ban",  "trung tâm", "công ty", "văn phòng", "phòng",  "trường",
          "bộ",   "cục",     "hội",       "the",     "news",      "website"}) {
      if (form.starts_with(std::string(word) + ' ')) return true;
    }
    return form.ends_with(" online") || form.ends_with(" news") || form.ends_with(" tv");
  }

  void settle_source(Stated& stated, const Stated& surest) const {
    if (stated.source.empty()) stated.source = site_name_in(title_);
    if (stated.source.empty() || is_address(stated.source)) stated.source = host_of(stated.url);
    const std::string author = comparison_form(stated.author);
    if (author.empty()) return;
    bool is_person = !is_address(stated.author) && !meta_names().holds("account", author) &&
                     !is_organisation(stated.author) && !person_stated(stated.author).empty();
    // The host's own label, without what all hosts end in.
    std::string_view label = host_of(stated.url);
    label = label.substr(0, label.find('.'));
    for (const std::string_view site :
         {std::string_view(stated.source), std::string_view(meta_.source),
          std::string_view(surest.source), label}) {
      is_person = is_person && !names_site(stated.author, site);
    }
    if (!is_person) {
      stated.author.clear();
      return;
    }
    for (size_t at = stated.author.find(';'); at != std::string::npos;
         at = stated.author.find(';', at + 2))
      stated.author.replace(at, 1, ", ");
    stated.author = clean_line(stated.author);
  }

  const HtmlTree& tree_;
  const std::vector<HtmlElement>& elements_;
  Stated meta_, microdata_;
  std::array<size_t, std::size(kMetaFields)>
      ranks_{};  // of the name that gave each field its value: the lower the surer
  std::string canonical_, title_;
  std::vector<StatedTime> times_;
  std::set<std::string> entry_days_, entry_authors_;
};

}  // namespace

HtmlMetadata read_metadata(const HtmlTree& tree, const std::vector<std::string>& json_ld,
                           const std::vector<bool>& is_furniture) {
  return Reader(tree).run(json_ld, is_furniture);
}

}  // namespace khobao::read
