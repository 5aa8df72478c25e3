#include "indexer/extract/markup_writer.h"

namespace khobao::extract {
namespace {

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '&': out += "&amp;"; break;
      case '"': out += "&quot;"; break;
      default: out += c;
    }
  }
}

}  // namespace

void MarkupWriter::begin_block(std::string_view element) {
  end_block();
  block_ = element;
  out_ += '<' + block_ + '>';
}

void MarkupWriter::end_block() {
  set_font("");
  if (block_.empty()) return;
  out_ += "</" + block_ + ">\n";
  block_.clear();
}

void MarkupWriter::text(std::string_view text, std::string_view font) {
  if (text.empty()) return;
  if (block_.empty()) begin_block("p");
  set_font(font);
  append_escaped(out_, text);
}

void MarkupWriter::line_break() {
  set_font("");
  out_ += "<br>";
}

void MarkupWriter::set_font(std::string_view font) {
  if (font == font_) return;
  if (!font_.empty()) out_ += "</font>";
  font_ = font;
  if (font_.empty()) return;
  out_ += "<font face=\"";
  append_escaped(out_, font_);
  out_ += "\">";
}

std::string MarkupWriter::page() {
  end_block();
  return "<html><head><meta charset=\"utf-8\"></head><body><div itemprop=\"articleBody\">\n" + out_ +
         "</div></body></html>\n";
}

}  // namespace khobao::extract
