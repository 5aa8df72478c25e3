#include "indexer/extract/word_document.h"

#include <algorithm>
#include <map>
#include <string>

#include "common/language/say.h"
#include "indexer/extract/file_properties.h"
#include "indexer/extract/markup_writer.h"
#include "indexer/extract/xml_steps.h"
#include "indexer/extract/zip_parts.h"

namespace khobao::extract {
namespace {

constexpr std::string_view kMain = "word/document.xml", kStyles = "word/styles.xml",
                           kCore = "docProps/core.xml";

struct Style {
  std::string font, based_on, name;
};

class WordStyles {
 public:
  void read(std::string_view xml) {
    std::string id;
    bool in_defaults = false;
    XmlHandler handler;
    handler.open = [&](const XmlStep& step) {
      const std::string_view name = step.name();
      if (name == "rPrDefault") in_defaults = true;
      if (name == "style") {
        id = step.attribute("styleId");
        if (step.attribute("type") == "paragraph" && step.attribute("default") == "1")
          default_paragraph_ = id;
      } else if (name == "name" && !id.empty()) {
        styles_[id].name = step.attribute("val");
      } else if (name == "basedOn" && !id.empty()) {
        styles_[id].based_on = step.attribute("val");
      } else if (name == "rFonts") {
        std::string font = font_named(step);
        if (in_defaults) {
          default_font_ = std::move(font);
        } else if (!id.empty()) {
          styles_[id].font = std::move(font);
        }
      }
    };
    handler.close = [&](const XmlStep& step) {
      if (step.name() == "rPrDefault") in_defaults = false;
      if (step.name() == "style") id.clear();
    };
    (void)each_xml_step(xml, handler);  // a damaged part tells what it tells
  }

  std::string font_of(std::string id) const {
    if (id.empty()) id = default_paragraph_;
    constexpr int kDeepest = 12;  // styles based on one another in a circle
    for (int depth = 0; depth < kDeepest; ++depth) {
      const auto style = styles_.find(id);
      if (style == styles_.end()) break;
      if (!style->second.font.empty()) return style->second.font;
      id = style->second.based_on;
    }
    return default_font_;
  }

  std::string name_of(const std::string& id) const {
    const auto style = styles_.find(id);
    return style == styles_.end() ? "" : style->second.name;
  }

  static std::string font_named(const XmlStep& step) {
    std::string font = step.attribute("ascii");
    return font.empty() ? step.attribute("hAnsi") : font;
  }

 private:
  std::map<std::string, Style> styles_;
  std::string default_font_, default_paragraph_;
};

class WordReader {
 public:
  explicit WordReader(const WordStyles& styles) : styles_(styles) {}

  Result<void> read(std::string_view xml) {
    XmlHandler handler;
    handler.open = [&](const XmlStep& step) { open(step); };
    handler.close = [&](const XmlStep& step) { close(step.name()); };
    handler.text = [&](const XmlStep& step) {
      if (passed_ == 0 && in_text_) out_.text(step.text(), font());
    };
    return each_xml_step(xml, handler);
  }

  std::string page() { return out_.page(); }

 private:
  // Deleted and moved text, and what is printed for programs that do not know what stands before.
  static bool is_passed(std::string_view name) {
    return name == "del" || name == "moveFrom" || name == "Fallback" || name == "instrText";
  }

  void open(const XmlStep& step) {
    const std::string_view name = step.name();
    passed_ += is_passed(name);
    if (passed_ > 0) return;
    if (name == "p") {
      paragraph_font_ = styles_.font_of("");
      run_font_.clear();
      out_.begin_block("p");
    } else if (name == "pStyle") {
      const std::string id = step.attribute("val");
      paragraph_font_ = styles_.font_of(id);
      begin_heading(styles_.name_of(id));
    } else if (name == "r") {
      run_font_.clear();
      in_run_ = true;
    } else if (name == "rStyle" && in_run_) {
      if (std::string font = styles_.font_of(step.attribute("val")); !font.empty())
        run_font_ = std::move(font);
    } else if (name == "rFonts" && in_run_) {
      if (std::string font = WordStyles::font_named(step); !font.empty()) run_font_ = std::move(font);
    } else if (name == "t") {
      in_text_ = true;
    } else if (name == "tab") {
      if (in_run_) out_.text(" ", font());
    } else if (name == "br" || name == "cr") {
      out_.line_break();
    } else if (name == "noBreakHyphen") {
      out_.text("-", font());
    }
  }

  void close(std::string_view name) {
    if (is_passed(name)) {
      --passed_;
      return;
    }
    if (name == "t") in_text_ = false;
    if (name == "r") in_run_ = false;
    if (name == "p" && passed_ == 0) out_.end_block();
  }

  // "Title" and "heading 1" in every language of the program.
  void begin_heading(std::string name) {
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    if (name == "title") out_.begin_block("h1");
    if (name.starts_with("heading ")) out_.begin_block(name == "heading 1" ? "h1" : "h2");
  }

  const std::string& font() const { return run_font_.empty() ? paragraph_font_ : run_font_; }

  const WordStyles& styles_;
  MarkupWriter out_;
  std::string paragraph_font_, run_font_;
  int passed_ = 0;
  bool in_run_ = false, in_text_ = false;
};

}  // namespace

Result<Document> read_word_document(std::string_view bytes, size_t most_bytes) {
  auto parts = zip_parts(bytes, {std::string(kMain), std::string(kStyles), std::string(kCore)},
                         most_bytes);
  if (!parts) return parts.error();
  const auto main = parts->find(std::string(kMain));
  if (main == parts->end())
    return Error{ErrorCode::input, say("it lacks '{}'", kMain), ""};
  WordStyles styles;
  styles.read((*parts)[std::string(kStyles)]);
  WordReader reader(styles);
  if (auto read = reader.read(main->second); !read) return read.error();
  Document document{.is_html = true, .text = reader.page(), .title = {}, .author = {}, .created = {}};
  read_core_properties((*parts)[std::string(kCore)], document);
  return document;
}

}  // namespace khobao::extract
