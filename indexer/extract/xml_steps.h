#pragma once
/// An XML part, element by element, in the order of the text; nothing is built of it. No entities,
/// nothing from the net, and no deeper than the library allows (256).
#include <functional>
#include <string>
#include <string_view>

#include "common/base/result.h"

namespace khobao::extract {

/// Where a step stands: names are local ("p" of "w:p"), attributes too.
class XmlStep {
 public:
  explicit XmlStep(void* reader) : reader_(reader) {}
  std::string_view name() const;
  std::string attribute(std::string_view local_name) const;
  std::string_view text() const;

 private:
  void* reader_;
};

struct XmlHandler {
  std::function<void(const XmlStep&)> open = {};
  std::function<void(const XmlStep&)> close = {};  ///< also after an empty element
  std::function<void(const XmlStep&)> text = {};
};

/// Errors (input): not well formed; what came before it was handled.
Result<void> each_xml_step(std::string_view xml, const XmlHandler& handler);

}  // namespace khobao::extract
