#include "indexer/inspect.h"

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "common/text/utf8.h"

namespace khobao {
namespace {

using archive::Article;
using archive::Role;
using nlohmann::ordered_json;

ordered_json text_or_null(const std::string& text) {
  return text.empty() ? ordered_json(nullptr) : ordered_json(text);
}

std::string_view kind_name(archive::Kind kind) {
  return kind == archive::Kind::listing ? "listing" : "article";
}

std::string_view published_from_name(archive::PublishedFrom from) {
  switch (from) {
    case archive::PublishedFrom::line: return "line";
    case archive::PublishedFrom::dateline: return "dateline";
    case archive::PublishedFrom::manual: return "manual";
    case archive::PublishedFrom::none: break;
  }
  return "none";
}

void write_json(const Article& article, std::ostream& out) {
  ordered_json organisations = ordered_json::array(), paragraphs = ordered_json::array(),
               captions = ordered_json::array();
  for (const auto& organisation : article.organisations) {
    organisations.push_back({{"name", organisation.name}, {"mentions", organisation.mentions}});
  }
  for (const auto& paragraph : article.paragraphs) {
    paragraphs.push_back(paragraph.text);
    if (paragraph.role == Role::caption) captions.push_back(paragraph.text);
  }
  const ordered_json record = {{"path", article.path},
                               {"id", text_or_null(article.id)},
                               {"kind", kind_name(article.kind)},
                               {"title", text_or_null(article.title)},
                               {"display_title", text_or_null(article.display_title)},
                               {"published", text_or_null(article.published)},
                               {"published_from", published_from_name(article.published_from)},
                               {"source", text_or_null(article.source)},
                               {"outlet", text_or_null(article.outlet)},
                               {"credit", text_or_null(article.credit)},
                               {"author", text_or_null(article.author)},
                               {"organisations", std::move(organisations)},
                               {"documents", article.documents},
                               {"paragraphs", std::move(paragraphs)},
                               {"captions", std::move(captions)},
                               {"furniture", article.furniture}};
  out << record.dump(-1, ' ', false, ordered_json::error_handler_t::replace) << '\n';
}

// The text with control characters (C0, DEL, C1) as spaces and malformed bytes as U+FFFD.
std::string printable(std::string_view text) {
  std::string out;
  for (size_t pos = 0; pos < text.size();) {
    const char32_t c = text::next_code_point(text, pos);
    const bool direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    text::append_code_point(out, c < 0x20 || (c >= 0x7F && c < 0xA0) || direction ? U' ' : c);
  }
  return out;
}

void write_field(std::ostream& out, std::string_view name, const std::string& value) {
  out << "  " << name << std::string(name.size() < 15 ? 15 - name.size() : 1, ' ');
  out << (value.empty() ? "-" : printable(value)) << '\n';
}

void write_text(const Article& article, std::ostream& out) {
  out << printable(article.path) << '\n';
  write_field(out, "id", article.id);
  write_field(out, "kind", std::string(kind_name(article.kind)));
  const bool made = article.title.empty() && !article.display_title.empty();
  write_field(out, "title",
              made ? article.display_title + "  (made from the first sentence)" : article.title);
  const std::string from =
      article.published.empty()
          ? ""
          : "  (" + std::string(published_from_name(article.published_from)) + ")";
  write_field(out, "published", article.published + from);
  write_field(out, "source", article.source);
  write_field(out, "outlet", article.outlet);
  write_field(out, "credit", article.credit);
  write_field(out, "author", article.author);
  for (const auto& organisation : article.organisations) {
    write_field(out, "organisation",
                organisation.name + "  (" + std::to_string(organisation.mentions) + ")");
  }
  for (const auto& document : article.documents) write_field(out, "document", document);
  for (const auto& paragraph : article.paragraphs) {
    write_field(out, paragraph.role == Role::caption ? "caption" : "paragraph", paragraph.text);
  }
  for (const auto& line : article.furniture) write_field(out, "furniture", line);
  out << '\n';
}

}  // namespace

void write_inspection(const Article& article, InspectFormat format, std::ostream& out) {
  if (format == InspectFormat::jsonl) {
    write_json(article, out);
  } else {
    write_text(article, out);
  }
}

}  // namespace khobao
