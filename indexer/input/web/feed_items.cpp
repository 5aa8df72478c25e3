#include "indexer/input/web/feed_items.h"

#include <libxml/xmlreader.h>

#include <map>
#include <memory>
#include <nlohmann/json.hpp>

#include "common/language/say.h"
#include "indexer/read/xml_ready.h"

namespace khobao::input {
namespace {

constexpr size_t kMostItems = 100'000;

// Errors of conversion come past the reader's options and would be printed.
void say_nothing(void*, xmlErrorPtr) {}
void print_nothing(void*, const char*, ...) {}

std::string_view text_or_none(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

// The key of a record that an item's element gives; "" for others.
std::string_view feed_key(std::string_view element) {
  constexpr std::pair<std::string_view, std::string_view> kKeys[] = {
      {"guid", "id"},         {"id", "id"},           {"link", "url"},       {"title", "title"},
      {"pubDate", "date"},    {"published", "date"},  {"date", "date"},      {"creator", "author"},
      {"name", "author"},     {"author", "author"},   {"category", "section"}, {"encoded", "html"},
      {"content", "html"},    {"description", "summary"}, {"summary", "summary"}};
  for (const auto& [name, key] : kKeys) {
    if (name == element) return key;
  }
  return {};
}

std::string record_of(std::map<std::string, std::string, std::less<>>& item) {
  if (item["id"].empty()) item["id"] = item["url"];
  // Without the whole text the summary is all there is.
  if (item["html"].empty()) std::swap(item["html"], item["summary"]);
  nlohmann::json record = nlohmann::json::object();
  for (auto& [key, value] : item) {
    if (!value.empty()) record[key] = std::move(value);
  }
  // libxml2 lets some bytes pass that are no UTF-8.
  return record.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace

bool is_feed(std::string_view head) {
  const size_t begin = head.find('<');
  if (begin == std::string_view::npos || begin > 8) return false;  // a byte order mark, blanks
  for (const std::string_view root : {"<rss ", "<rss>", "<rdf:RDF"}) {
    if (const size_t at = head.find(root); at != std::string_view::npos && at < 1024) return true;
  }
  const size_t feed = head.find("<feed");
  return feed < 1024 && head.find("http://www.w3.org/2005/Atom") != std::string_view::npos;
}

Result<std::vector<std::string>> feed_items(std::string_view bytes) {
  read::make_xml_ready();
  xmlSetStructuredErrorFunc(nullptr, say_nothing);  // both of this thread
  xmlSetGenericErrorFunc(nullptr, print_nothing);
  const std::unique_ptr<xmlTextReader, void (*)(xmlTextReaderPtr)> reader(
      xmlReaderForMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr,
                         XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING),
      xmlFreeTextReader);
  std::vector<std::string> records;
  std::map<std::string, std::string, std::less<>> item;
  std::string* field = nullptr;
  bool inside = false;
  int more = reader ? 0 : -1;
  while (reader && records.size() < kMostItems && (more = xmlTextReaderRead(reader.get())) == 1) {
    const int type = xmlTextReaderNodeType(reader.get());
    const std::string_view name = text_or_none(xmlTextReaderConstLocalName(reader.get()));
    const bool is_item = name == "item" || name == "entry";
    if (type == XML_READER_TYPE_ELEMENT && is_item) {
      item.clear();
      field = nullptr;  // of an item that this one stands in
      inside = true;
    } else if (type == XML_READER_TYPE_ELEMENT && inside) {
      const std::string_view key = feed_key(name);
      field = key.empty() ? nullptr : &item[std::string(key)];
      if (field && !field->empty()) field = nullptr;  // the first of its kind
      // Atom has addresses in an attribute: <link href="…"/>.
      if (field && name == "link") {
        xmlChar* const href = xmlTextReaderGetAttribute(reader.get(), BAD_CAST "href");
        *field = text_or_none(href);
        xmlFree(href);
      }
      if (xmlTextReaderIsEmptyElement(reader.get()) == 1) field = nullptr;
    } else if (type == XML_READER_TYPE_END_ELEMENT) {
      field = nullptr;
      if (is_item && inside) records.push_back(record_of(item));
      inside = inside && !is_item;
    } else if (field && (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA)) {
      *field += text_or_none(xmlTextReaderConstValue(reader.get()));
    }
  }
  if (more < 0 && records.empty()) return Error{ErrorCode::input, say("the feed's XML is damaged"), ""};
  return records;
}

}  // namespace khobao::input
