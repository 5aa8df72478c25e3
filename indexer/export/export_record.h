#pragma once
/// An article as a JSON record that this program reads back to the same article, and others to most
/// of it: plain keys as crawlers write them, and under "khobao" what only we tell apart.
///
///   {"id": "bao/cau.txt", "title": …, "published": "2020-07-02", "text": ["…", "…"], …,
///    "khobao": {"version": 1, "roles": "bbc", "outlet": …}}
///
/// Written is what was read: lines that lessons took stand in their places again, and values that
/// corrections replaced come back, for an archive made of the records learns and corrects by itself.
/// Names are written for others; the reader finds them again in the text.
#include <optional>
#include <string>
#include <string_view>

#include "common/archive/article.h"

namespace khobao::exporting {

/// One line of JSON without its line feed. `repost_of`: the id of the first article of its group of
/// reposts; "" where it is in none.
std::string export_record(const archive::Article& article, const std::string& repost_of);

/// The article of a record that export_record() made, without names, its texts cleaned as every
/// reader cleans them; nothing for any other record.
std::optional<archive::Article> exported_article(std::string_view record);

/// The article as it was before corrections.
archive::Article before_corrections(archive::Article article);

}  // namespace khobao::exporting
