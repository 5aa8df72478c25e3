#pragma once
/// What an element's tag and names say it is: the vocabulary of page templates
/// (data/html_roles.tsv) and the structural elements of HTML.
#include <string_view>

namespace khobao::read {

/// Several may hold at once: <article class="post comments-open"> has content and furniture.
struct Roles {
  bool furniture = false;  ///< menus, footers, share, comment and related boxes, forms
  bool aside = false;      ///< furniture by its tag alone, which some templates give to boxed text
  bool content = false;    ///< known containers of the article
  bool article_body = false;  ///< itemprop="articleBody": stated outright
  bool caption = false;
  bool title = false;
  bool plain_title = false;  ///< called title, as boxes and cards are, too
  bool lede = false;
  bool date = false;
  bool updated = false;  ///< a later change's date
  bool author = false;
  bool source = false;

  /// Says what one line is; such elements are lines of their own even when they are inline.
  bool names_line() const {
    return caption || title || lede || date || updated || author || source;
  }
};

/// `class_names` may hold several names; `id`, `itemprop` and `role` are those attributes, "" if
/// absent.
struct ElementNames {
  std::string_view tag, class_names, id, itemprop, role;
};

Roles roles_of(const ElementNames& names);

}  // namespace khobao::read
