#include "common/cli/manual/roff.h"

#include <algorithm>

#include "common/base/version.h"
#include "common/text/letters/upper_case.h"

namespace khobao::cli::manual {
namespace {

std::string capitals(std::string_view text) { return text::upper_case(text); }

// An argument of a request.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : roff(text)) {
    if (c == '"') {
      out += "\\(dq";
    } else {
      out += c;
    }
  }
  return out + "\"";
}

}  // namespace

std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '\\': out += "\\e"; break;
      case '-': out += "\\-"; break;
      case '\'': out += "\\(aq"; break;
      case '`': out += "\\(ga"; break;
      case '^': out += "\\(ha"; break;
      case '~': out += "\\(ti"; break;
      default: out += c;
    }
  }
  return out;
}

std::string roff_line(std::string_view text) {
  const std::string line = roff(text);
  return (line.starts_with('.') ? "\\&" : "") + line + "\n";
}

std::string roff_head(std::string_view name, int section, std::string_view summary,
                      std::string_view heading) {
  return ".TH " + capitals(name) + " " + std::to_string(section) + " \"\" \"Kho Báo " + kVersion +
         "\" \"Kho Báo\"\n" + ".SH " + capitals(heading) + "\n" +
         roff(name) + " \\- " + roff(summary) + "\n";
}

std::string roff_section(std::string_view heading) { return ".SH " + quoted(capitals(heading)) + "\n"; }

std::string roff_subsection(std::string_view heading) { return ".SS " + quoted(heading) + "\n"; }

std::string roff_entry(std::string_view names, std::string_view text) {
  return ".TP\n.B " + quoted(names) + "\n" + roff_line(text);
}

std::string roff_verbatim(std::string_view lines) {
  std::string out = ".RS 4\n.nf\n";
  while (!lines.empty()) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    out += roff_line(line);
    lines.remove_prefix(std::min(line.size() + 1, lines.size()));
  }
  return out + ".fi\n.RE\n";
}

}  // namespace khobao::cli::manual
