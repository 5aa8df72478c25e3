#include "indexer/extract/xml_steps.h"

#include <libxml/xmlreader.h>

#include <memory>

#include "common/language/say.h"

namespace khobao::extract {
namespace {

// Errors of conversion come past the reader's options and would be printed.
void pass_xml_error_over(void*, xmlErrorPtr) {}
void pass_xml_print_over(void*, const char*, ...) {}

xmlTextReaderPtr reader_of(void* reader) { return static_cast<xmlTextReaderPtr>(reader); }

std::string_view view_of(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

}  // namespace

std::string_view XmlStep::name() const {
  return view_of(xmlTextReaderConstLocalName(reader_of(reader_)));
}

std::string XmlStep::attribute(std::string_view local_name) const {
  const xmlTextReaderPtr reader = reader_of(reader_);
  std::string value;
  for (int more = xmlTextReaderMoveToFirstAttribute(reader); more == 1;
       more = xmlTextReaderMoveToNextAttribute(reader)) {
    if (view_of(xmlTextReaderConstLocalName(reader)) != local_name) continue;
    value = view_of(xmlTextReaderConstValue(reader));
    break;
  }
  xmlTextReaderMoveToElement(reader);
  return value;
}

std::string_view XmlStep::text() const { return view_of(xmlTextReaderConstValue(reader_of(reader_))); }

Result<void> each_xml_step(std::string_view xml, const XmlHandler& handler) {
  xmlSetStructuredErrorFunc(nullptr, pass_xml_error_over);
  xmlSetGenericErrorFunc(nullptr, pass_xml_print_over);
  const std::unique_ptr<xmlTextReader, void (*)(xmlTextReaderPtr)> reader(
      xmlReaderForMemory(xml.data(), static_cast<int>(xml.size()), nullptr, nullptr,
                         XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                             XML_PARSE_COMPACT),
      xmlFreeTextReader);
  if (!reader) return Error{ErrorCode::input, say("cannot read its XML"), ""};
  const XmlStep step(reader.get());
  const auto call = [&](const auto& function) {
    if (function) function(step);
  };
  int more = 0;
  while ((more = xmlTextReaderRead(reader.get())) == 1) {
    switch (xmlTextReaderNodeType(reader.get())) {
      case XML_READER_TYPE_ELEMENT: {
        const bool empty = xmlTextReaderIsEmptyElement(reader.get()) == 1;
        call(handler.open);
        if (empty) call(handler.close);
        break;
      }
      case XML_READER_TYPE_END_ELEMENT: call(handler.close); break;
      case XML_READER_TYPE_TEXT:
      case XML_READER_TYPE_CDATA:
      case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
      case XML_READER_TYPE_WHITESPACE: call(handler.text); break;
      default: break;
    }
  }
  if (more < 0) return Error{ErrorCode::input, say("its XML is damaged"), ""};
  return {};
}

}  // namespace khobao::extract
