#include "indexer/read/forms/html/html_roles.h"

#include <algorithm>
#include <string>
#include <utility>

#include "common/base/row_table.h"
#include "indexer/read/forms/ascii.h"

extern "C" {
extern const char khobao_html_words_begin[], khobao_html_words_end[];
extern const char khobao_html_parts_begin[], khobao_html_parts_end[];
}

namespace khobao::read {
namespace {

using Flag = bool Roles::*;

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

// What a word of a name says, as data/html_roles.tsv has it; of two rows the first.
void read_word(std::string_view word, Roles& roles) {
  const std::string_view role = RowTable(khobao_html_words_begin, khobao_html_words_end).kind(word);
  for (const auto& [name, flag] : kFlags) {
    if (name == role) roles.*flag = true;
  }
}

// One name, such as "box-tinLienQuan_2": its words are box, tin, lien, quan, 2, its joined form
// boxtinlienquan2.
void read_name(std::string_view name, Roles& all) {
  Roles roles;
  std::string joined;
  size_t begin = 0;  // of the word, in `joined`
  const auto end_word = [&] {
    if (begin < joined.size()) read_word(std::string_view(joined).substr(begin), roles);
    begin = joined.size();
  };
  for (size_t i = 0; i < name.size(); ++i) {
    const bool starts_word = is_capital(name[i]) && i > 0 && !is_capital(name[i - 1]);
    if (starts_word || !is_alphanumeric(name[i])) end_word();
    if (is_alphanumeric(name[i])) joined += to_small(name[i]);
  }
  end_word();
  read_word(joined, roles);
  const RowTable parts(khobao_html_parts_begin, khobao_html_parts_end);
  for (const auto& [role, flag] : kFlags) {
    for (const std::string_view part : parts.texts(role)) {
      if (joined.find(part) != std::string::npos) roles.*flag = true;
    }
  }
  // "content-detail-title", "article-detail-author": a line of the content, not all of it.
  const bool line = roles.title || roles.plain_title || roles.lede || roles.date || roles.updated ||
                    roles.author || roles.source || roles.caption;
  roles.content = roles.content && !line;
  for (const auto& [role, flag] : kFlags) all.*flag = all.*flag || roles.*flag;
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

}  // namespace

Roles roles_of(const ElementNames& names) {
  constexpr size_t kLongestNames = 400;  // generated class lists run to kilobytes; ours come early
  Roles roles;
  split(names.class_names.substr(0, kLongestNames), is_ascii_space,
        [&](std::string_view name) { read_name(name, roles); });
  read_name(names.id.substr(0, kLongestNames), roles);
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
