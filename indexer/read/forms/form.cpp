#include "indexer/read/forms/form.h"

#include <algorithm>
#include <string>

#include "common/text/letters/byte_order_mark.h"
#include "indexer/read/forms/ascii.h"
#include "indexer/read/lines/clean.h"

namespace khobao::read {
namespace {

constexpr size_t kHeadBytes = 4096;

std::string extension_of(std::string_view name) {
  const size_t slash = name.find_last_of("/\\");
  if (slash != std::string_view::npos) name.remove_prefix(slash + 1);
  const size_t dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? "" : lower_ascii(name.substr(dot + 1));
}

// A document of tags: it begins with one that opens a page or a block, or holds several.
bool looks_like_html(std::string_view head) {
  const std::string lower = lower_ascii(head);
  for (std::string_view opener :
       {"<!doctype html", "<html", "<?php", "<head", "<body", "<article", "<div"}) {
    if (lower.starts_with(opener)) return true;
  }
  size_t tags = 0;
  for (std::string_view tag :
       {"<p>", "<p ", "</p>", "<br", "<div", "<h1", "<table", "<span", "</a>", "<html", "<body"}) {
    tags += lower.find(tag) != std::string::npos;
  }
  return tags >= 2;
}

bool looks_like_json_lines(std::string_view head) {
  if (head.starts_with('[')) head = trim(head.substr(1));  // an array of records
  return head.starts_with('{') && trim(head.substr(1)).starts_with('"') &&
         head.find("\":") != std::string_view::npos;
}

// A heading in the first lines: "# Tiêu đề", or a line underlined with = or -.
bool looks_like_markdown(std::string_view head) {
  if (head.starts_with("# ") || head.starts_with("## ")) return true;
  const size_t end = head.find('\n');
  if (end == std::string_view::npos) return false;
  const std::string_view second = trim(head.substr(end + 1, head.find('\n', end + 1) - end - 1));
  return second.size() >= 3 && (second.find_first_not_of('=') == std::string_view::npos ||
                                second.find_first_not_of('-') == std::string_view::npos);
}

}  // namespace

Form form_of(std::string_view file_name, std::string_view bytes) {
  bytes = text::without_utf8_mark(bytes);
  const std::string_view head = trim(bytes.substr(0, kHeadBytes));
  const std::string extension = extension_of(file_name);
  if (extension == "html" || extension == "htm" || extension == "xhtml" || extension == "shtml")
    return Form::html;
  if (extension == "md" || extension == "markdown") return Form::markdown;
  if (extension == "jsonl" || extension == "ndjson") return Form::json_lines;
  if (looks_like_html(head)) return Form::html;
  if (looks_like_json_lines(head)) return Form::json_lines;
  return looks_like_markdown(head) ? Form::markdown : Form::plain_text;
}

}  // namespace khobao::read
