#include "indexer/extract/file_properties.h"

#include <string>

#include "indexer/extract/xml_steps.h"

namespace khobao::extract {

void read_core_properties(std::string_view xml, Document& document) {
  std::string* field = nullptr;
  std::string first_author;
  XmlHandler handler;
  handler.open = [&](const XmlStep& step) {
    const std::string_view name = step.name();
    field = name == "title"             ? &document.title
            : name == "creator"         ? &document.author
            : name == "initial-creator" ? &first_author
            : name == "created" || name == "creation-date" ? &document.created
                                                           : nullptr;
  };
  handler.close = [&](const XmlStep&) { field = nullptr; };
  handler.text = [&](const XmlStep& step) {
    constexpr size_t kLongestBytes = 1000;
    if (field && field->size() < kLongestBytes) *field += step.text();
  };
  (void)each_xml_step(xml, handler);
  if (!first_author.empty()) document.author = first_author;
}

}  // namespace khobao::extract
