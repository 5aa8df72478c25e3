#include "indexer/extract/document.h"

#include <algorithm>

namespace khobao::extract {
namespace {

std::string on_one_line(std::string text) {
  constexpr size_t kLongestBytes = 1000;
  std::replace_if(text.begin(), text.end(), [](char c) { return c >= 0 && c < ' '; }, ' ');
  return text.size() > kLongestBytes ? "" : text;
}

}  // namespace

std::string document_bytes(const Document& document) {
  std::string out = document.is_html ? "form: html\n" : "form: text\n";
  for (const auto& [key, value] : {std::pair("title", &document.title),
                                   std::pair("author", &document.author),
                                   std::pair("created", &document.created)}) {
    if (!value->empty()) out += key + std::string(": ") + on_one_line(*value) + '\n';
  }
  return out + '\n' + document.text;
}

}  // namespace khobao::extract
