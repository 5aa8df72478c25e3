#include "indexer/read/forms/html/html_roles.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/base/embedded.h"
#include "indexer/read/forms/ascii.h"

extern "C" {
extern const char khobao_html_roles_begin[];
extern const char khobao_html_roles_end[];
}

namespace khobao::read {
namespace {

using Flag = bool Roles::*;

Flag flag_named(std::string_view name) {
  constexpr std::pair<std::string_view, Flag> kFlags[] = {{"furniture", &Roles::furniture},
                                                          {"content", &Roles::content},
                                                          {"caption", &Roles::caption},
                                                          {"title", &Roles::title},
                                                          {"plain-title", &Roles::plain_title},
                                                          {"lede", &Roles::lede},
                                                          {"date", &Roles::date},
                                                          {"updated", &Roles::updated},
                                                          {"author", &Roles::author},
                                                          {"source", &Roles::source}};
  for (const auto& [flag_name, flag] : kFlags) {
    if (flag_name == name) return flag;
  }
  return nullptr;
}

// Calls `use` for each piece of `list` between characters for which `is_gap` holds.
template <class IsGap, class Use>
void split(std::string_view list, IsGap is_gap, Use use) {
  for (size_t pos = 0; pos < list.size();) {
    const size_t begin = pos;
    while (pos < list.size() && !is_gap(list[pos])) ++pos;
    if (pos > begin) use(list.substr(begin, pos - begin));
    ++pos;
  }
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_alphanumeric(char c) {
  return is_capital(c) || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}
char to_small(char c) { return is_capital(c) ? static_cast<char>(c + 32) : c; }

class Table {
 public:
  Table() {
    const std::string_view data(
        khobao_html_roles_begin,
        static_cast<size_t>(khobao_html_roles_end - khobao_html_roles_begin));
    for_each_data_line(data, [&](std::string_view row) {
      const size_t first = row.find('\t'), second = row.find('\t', first + 1);
      if (second == std::string_view::npos) return;
      const Flag flag = flag_named(row.substr(0, first));
      const bool is_word = row.substr(first + 1, second - first - 1) == "word";
      split(row.substr(second + 1), is_ascii_space, [&](std::string_view name) {
        if (is_word) {
          words_.emplace(name, flag);
        } else {
          parts_.emplace_back(name, flag);
        }
      });
    });
  }

  // One name, such as "box-tinLienQuan_2": its words are box, tin, lien, quan, 2, its joined form
  // boxtinlienquan2.
  void read_name(std::string_view name, Roles& all) const {
    Roles roles;
    std::string joined, word;
    for (size_t i = 0; i < name.size(); ++i) {
      const bool starts_word = is_capital(name[i]) && i > 0 && !is_capital(name[i - 1]);
      if (starts_word || !is_alphanumeric(name[i])) flush(word, roles);
      if (!is_alphanumeric(name[i])) continue;
      word += to_small(name[i]);
      joined += word.back();
    }
    flush(word, roles);
    if (const auto found = words_.find(joined); found != words_.end()) roles.*found->second = true;
    for (const auto& [part, flag] : parts_) {
      if (joined.find(part) != std::string::npos) roles.*flag = true;
    }
    // "content-detail-title", "article-detail-author": a line of the content, not all of it.
    const bool line = roles.title || roles.plain_title || roles.lede || roles.date ||
                      roles.updated || roles.author || roles.source || roles.caption;
    roles.content = roles.content && !line;
    for (const Flag flag :
         {&Roles::furniture, &Roles::content, &Roles::caption, &Roles::title, &Roles::plain_title,
          &Roles::lede, &Roles::date, &Roles::updated, &Roles::author, &Roles::source})
      all.*flag = all.*flag || roles.*flag;
  }

 private:
  void flush(std::string& word, Roles& roles) const {
    if (const auto found = words_.find(word); found != words_.end()) roles.*found->second = true;
    word.clear();
  }

  std::unordered_map<std::string_view, Flag> words_;
  std::vector<std::pair<std::string_view, Flag>> parts_;
};

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

}  // namespace

Roles roles_of(const ElementNames& names) {
  static const Table table;
  constexpr size_t kLongestNames = 400;  // generated class lists run to kilobytes; ours come early
  Roles roles;
  split(names.class_names.substr(0, kLongestNames), is_ascii_space,
        [&](std::string_view name) { table.read_name(name, roles); });
  table.read_name(names.id.substr(0, kLongestNames), roles);
  split(names.itemprop.substr(0, kLongestNames), is_ascii_space, [&](std::string_view name) {
    if (name == "articleBody") roles.article_body = roles.content = true;
    if (name == "headline") roles.title = true;
    if (name == "datePublished" || name == "dateCreated") roles.date = true;
    if (name == "dateModified") roles.updated = true;
    if (name == "author") roles.author = true;
    if (name == "caption") roles.caption = true;
  });
  if (is_one_of(names.tag,
                {"nav", "footer", "form", "menu", "dialog", "select", "button", "datalist",
                 "fieldset", "amp-ad", "amp-embed", "amp-sidebar", "amp-user-notification"})) {
    roles.furniture = true;
  }
  if (is_one_of(names.role, {"navigation", "banner", "contentinfo", "complementary", "search",
                             "dialog", "menu", "menubar", "toolbar"})) {
    roles.furniture = true;
  }
  // Drupal and WordPress put date and byline into the <footer> of an <article>.
  if (names.tag == "footer" && (names.class_names.find("meta") != std::string_view::npos ||
                                names.class_names.find("submitted") != std::string_view::npos ||
                                names.class_names.find("byline") != std::string_view::npos)) {
    roles.furniture = false;
  }
  const bool is_aside = is_one_of(names.tag, {"aside", "header"});
  roles.aside = is_aside && !roles.furniture;
  roles.furniture = roles.furniture || is_aside;
  if (names.tag == "article") roles.content = true;
  if (names.tag == "figcaption") roles.caption = true;
  if (names.tag == "time") roles.date = true;
  // A box is furniture or content as a whole; only what is neither names a single line.
  if (roles.furniture)
    roles.caption = roles.title = roles.plain_title = roles.lede = roles.author = roles.source =
        false;
  if (roles.content)
    roles.title = roles.plain_title = roles.lede = roles.date = roles.author = roles.source = false;
  return roles;
}

}  // namespace khobao::read
