#include "common/cli/manual/markdown_page.h"

#include <algorithm>
#include <vector>

#include "common/cli/manual/roff.h"
#include "common/language/say.h"

namespace khobao::cli::manual {
namespace {

std::string_view trimmed(std::string_view text) {
  const size_t begin = std::min(text.find_first_not_of(' '), text.size());
  return text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

// Text between marks: `code` and **strong** in bold, [text](address) as its text.
std::string inline_roff(std::string_view text) {
  std::string out, plain;
  const auto flush = [&] {
    out += roff(plain);
    plain.clear();
  };
  const auto bold = [&](std::string_view inner) {
    flush();
    out += "\\fB" + roff(inner) + "\\fR";
  };
  while (!text.empty()) {
    const std::string_view mark = text.starts_with("**") ? "**" : text.starts_with('`') ? "`" : "";
    const size_t end = mark.empty() ? std::string_view::npos : text.find(mark, mark.size());
    if (end != std::string_view::npos) {
      bold(text.substr(mark.size(), end - mark.size()));
      text.remove_prefix(end + mark.size());
      continue;
    }
    const size_t middle = text.starts_with('[') ? text.find("](") : std::string_view::npos;
    const size_t close = middle == std::string_view::npos ? middle : text.find(')', middle);
    if (close != std::string_view::npos) {
      flush();
      out += inline_roff(text.substr(1, middle - 1));
      text.remove_prefix(close + 1);
      continue;
    }
    plain += text.front();
    text.remove_prefix(1);
  }
  flush();
  return out;
}

std::string inline_line(std::string_view text) {
  const std::string line = inline_roff(text);
  return (line.starts_with('.') ? "\\&" : "") + line + "\n";
}

std::vector<std::string_view> cells_of(std::string_view row) {
  std::vector<std::string_view> cells;
  row.remove_prefix(1);
  while (!row.empty()) {
    const std::string_view cell = row.substr(0, row.find('|'));
    if (cell.size() < row.size() || !trimmed(cell).empty()) cells.push_back(trimmed(cell));
    row.remove_prefix(std::min(cell.size() + 1, row.size()));
  }
  return cells;
}

std::string table_entry(std::string_view row) {
  const auto cells = cells_of(row);
  if (cells.empty()) return "";
  std::string text;
  for (size_t i = 1; i < cells.size(); ++i) {
    if (!cells[i].empty()) text += (text.empty() ? "" : " \\- ") + inline_roff(cells[i]);
  }
  return ".TP\n" + inline_line(cells[0]) + (text.starts_with('.') ? "\\&" : "") + text + "\n";
}

bool is_rule(std::string_view row) {
  return row.find_first_not_of("|-: ") == std::string_view::npos;
}

class Page {
 public:
  explicit Page(Language language) : language_(language) {}

  std::string made_of(std::string_view markdown) {
    while (!markdown.empty()) {
      const std::string_view line = markdown.substr(0, markdown.find('\n'));
      take(line);
      markdown.remove_prefix(std::min(line.size() + 1, markdown.size()));
    }
    return out_;
  }

 private:
  void take(std::string_view line) {
    if (line.starts_with("```")) {
      if (in_code_) out_ += roff_verbatim(code_);
      code_.clear();
      in_code_ = !in_code_;
    } else if (in_code_) {
      code_.append(line).append("\n");
    } else if (line.starts_with("# ")) {
      without_empty_paragraph();
      out_ += roff_section(say("Description").in(language_));
    } else if (line.starts_with("## ")) {
      without_empty_paragraph();
      out_ += roff_section(line.substr(3));
    } else if (line.starts_with("### ")) {
      without_empty_paragraph();
      out_ += roff_subsection(line.substr(4));
    } else if (line.starts_with('|')) {
      // The head of a table says what its columns are; entries do without.
      without_empty_paragraph();
      if (!is_rule(line) && in_table_) out_ += table_entry(line);
      in_table_ = true;
      return;
    } else if (trimmed(line).empty()) {
      if (!begins_paragraph()) out_ += ".PP\n";
    } else if (line.starts_with("- ")) {
      without_empty_paragraph();
      out_ += ".IP \\(bu 2\n" + inline_line(line.substr(2));
    } else {
      out_ += inline_line(trimmed(line));
    }
    in_table_ = false;
  }

  // After a heading, and where one was begun already, a blank line begins no paragraph.
  bool begins_paragraph() const {
    if (out_.empty()) return true;
    const size_t last = out_.rfind('\n', out_.size() - 2) + 1;
    return out_.compare(last, 2, ".S") == 0 || out_.compare(last, 3, ".PP") == 0;
  }

  void without_empty_paragraph() {
    if (out_.ends_with("\n.PP\n")) out_.resize(out_.size() - 4);
  }

  const Language language_;
  std::string out_, code_;
  bool in_code_ = false, in_table_ = false;
};

}  // namespace

std::string markdown_page(std::string_view markdown, std::string_view name, int section,
                          std::string_view summary, Language language) {
  std::string page = roff_head(name, section, summary, say("Name").in(language)) +
                     Page(language).made_of(markdown);
  if (page.ends_with("\n.PP\n")) page.resize(page.size() - 4);
  page += roff_section(say("See also").in(language)) + "indexer(1), searcher(1)";
  for (const std::string_view other : {"khobao", "khobao-query", "khobao-output"}) {
    if (other != name) page += ", " + roff(other) + "(7)";
  }
  return page + "\n";
}

}  // namespace khobao::cli::manual
