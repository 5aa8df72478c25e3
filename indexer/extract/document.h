#pragma once
/// What khobao-extract makes of a document: HTML with the fonts of its runs, or plain text, and the
/// properties that its file has.
#include <string>

namespace khobao::extract {

struct Document {
  bool is_html = false;
  std::string text;  ///< UTF-8
  std::string title, author, created;  ///< as the file has them; "" where it does not
};

/// As it goes through the pipe: "form: html", "title: …", a blank line, the text.
std::string document_bytes(const Document& document);

}  // namespace khobao::extract
