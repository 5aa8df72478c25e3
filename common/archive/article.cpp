#include "common/archive/article.h"

namespace khobao::archive {

std::string_view kind_name(Kind kind) { return kind == Kind::listing ? "listing" : "article"; }

std::string_view published_from_name(PublishedFrom from) {
  switch (from) {
    case PublishedFrom::line: return "line";
    case PublishedFrom::dateline: return "dateline";
    case PublishedFrom::manual: return "manual";
    case PublishedFrom::meta: return "meta";
    case PublishedFrom::url: return "url";
    case PublishedFrom::path: return "path";
    case PublishedFrom::none: break;
  }
  return "none";
}

std::string_view name_of(Correctable part) {
  switch (part) {
    case Correctable::title: return "title";
    case Correctable::published: return "published";
    case Correctable::source: return "source";
    case Correctable::author: return "author";
    case Correctable::organisations: return "organisations";
    case Correctable::people: return "people";
    case Correctable::places: return "places";
  }
  return {};
}

}  // namespace khobao::archive
