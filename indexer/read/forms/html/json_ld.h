#pragma once
/// What a page states of its article in JSON-LD (schema.org NewsArticle and its kin).
#include <string>
#include <string_view>
#include <vector>

#include "indexer/read/page.h"

namespace khobao::read {

/// The article of the scripts: headline, datePublished, author, publisher, articleSection (else the
/// last step of a BreadcrumbList), url, description; Page.Stated's own fields, entities decoded.
/// Objects inside @graph, arrays and each other are found; lists of other articles (ItemList) are
/// passed over. Slips of templates are forgiven: raw line feeds, commas before a closing bracket,
/// CDATA marks. A script that cannot be read is left out.
Stated read_json_ld(const std::vector<std::string>& scripts);

}  // namespace khobao::read
