#include "indexer/extract/open_document.h"

#include <map>
#include <string>
#include <vector>

#include "common/language/say.h"
#include "indexer/extract/file_properties.h"
#include "indexer/extract/markup_writer.h"
#include "indexer/extract/xml_steps.h"
#include "indexer/extract/zip_parts.h"

namespace khobao::extract {
namespace {

struct OdtStyle {
  std::string font, parent;
};

// Both parts hold styles: content.xml those made for single runs, styles.xml the named ones.
class OdtStyles {
 public:
  void read(std::string_view xml) {
    std::string name;
    XmlHandler handler;
    handler.open = [&](const XmlStep& step) {
      if (step.name() == "style") {
        name = step.attribute("name");
        styles_[name].parent = step.attribute("parent-style-name");
      } else if (step.name() == "default-style") {
        name = step.attribute("family") == "paragraph" ? kDefault : "";
      } else if (step.name() == "text-properties" && !name.empty()) {
        std::string font = step.attribute("font-name");
        if (font.empty()) font = step.attribute("font-family");
        if (!font.empty()) styles_[name].font = font;
      } else if (step.name() == "font-face") {
        families_[step.attribute("name")] = step.attribute("font-family");
      }
    };
    handler.close = [&](const XmlStep& step) {
      if (step.name() == "style" || step.name() == "default-style") name.clear();
    };
    (void)each_xml_step(xml, handler);
  }

  std::string font_of(std::string name) const {
    constexpr int kDeepest = 12;  // parents in a circle
    for (int depth = 0; depth < kDeepest && !name.empty(); ++depth) {
      const auto style = styles_.find(name);
      if (style == styles_.end()) break;
      if (!style->second.font.empty()) return family(style->second.font);
      name = style->second.parent;
    }
    const auto usual = styles_.find(kDefault);
    return usual == styles_.end() ? "" : family(usual->second.font);
  }

 private:
  static constexpr const char* kDefault = "\n";  // no style is called so

  // "VnTime1" of a document is ".VnTime" of the system.
  std::string family(const std::string& font) const {
    const auto found = families_.find(font);
    return found == families_.end() || found->second.empty() ? font : found->second;
  }

  std::map<std::string, OdtStyle> styles_;
  std::map<std::string, std::string> families_;
};

class OdtReader {
 public:
  explicit OdtReader(const OdtStyles& styles) : styles_(styles) {}

  Result<void> read(std::string_view xml) {
    XmlHandler handler;
    handler.open = [&](const XmlStep& step) { open(step); };
    handler.close = [&](const XmlStep& step) { close(step.name()); };
    handler.text = [&](const XmlStep& step) {
      if (passed_ == 0 && !fonts_.empty()) out_.text(step.text(), fonts_.back());
    };
    return each_xml_step(xml, handler);
  }

  std::string page() { return out_.page(); }

 private:
  static bool is_passed(std::string_view name) {
    return name == "tracked-changes" || name == "note" || name == "annotation" ||
           name == "automatic-styles" || name == "master-styles" || name == "font-face-decls";
  }

  void open(const XmlStep& step) {
    const std::string_view name = step.name();
    passed_ += is_passed(name);
    if (passed_ > 0) return;
    if (name == "p" || name == "h") {
      fonts_.push_back(styles_.font_of(step.attribute("style-name")));
      const bool is_title = step.attribute("style-name") == "Title";
      const std::string level = step.attribute("outline-level");
      out_.begin_block(is_title || (name == "h" && level == "1") ? "h1" : name == "h" ? "h2" : "p");
    } else if (name == "span" && !fonts_.empty()) {
      std::string font = styles_.font_of(step.attribute("style-name"));
      fonts_.push_back(font.empty() ? fonts_.back() : font);
    } else if (name == "s" || name == "tab") {
      out_.text(" ", fonts_.empty() ? "" : fonts_.back());
    } else if (name == "line-break") {
      out_.line_break();
    }
  }

  void close(std::string_view name) {
    if (is_passed(name)) {
      --passed_;
      return;
    }
    if (passed_ > 0) return;
    const bool block = name == "p" || name == "h";
    if ((block || name == "span") && !fonts_.empty()) fonts_.pop_back();
    if (block) out_.end_block();
  }

  const OdtStyles& styles_;
  MarkupWriter out_;
  std::vector<std::string> fonts_;
  int passed_ = 0;
};

}  // namespace

Result<Document> read_open_document(std::string_view bytes, size_t most_bytes) {
  auto parts = zip_parts(bytes, {"content.xml", "styles.xml", "meta.xml"}, most_bytes);
  if (!parts) return parts.error();
  const auto main = parts->find("content.xml");
  if (main == parts->end()) return Error{ErrorCode::input, say("it lacks 'content.xml'"), ""};
  OdtStyles styles;
  styles.read((*parts)["styles.xml"]);
  styles.read(main->second);
  OdtReader reader(styles);
  if (auto read = reader.read(main->second); !read) return read.error();
  Document document{.is_html = true, .text = reader.page(), .title = {}, .author = {}, .created = {}};
  read_core_properties((*parts)["meta.xml"], document);
  return document;
}

}  // namespace khobao::extract
