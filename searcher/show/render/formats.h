#pragma once
/// The one table of the forms that answers are written in: --format, --help, --batch and the
/// renderers read it.
#include <array>
#include <string>
#include <string_view>

#include "searcher/show/render/html/html_answer.h"
#include "searcher/show/render/json_answer.h"
#include "searcher/show/render/line_answers.h"
#include "searcher/show/render/text_answer.h"

namespace khobao::show {

using Render = void (*)(const searcher::SearchResponse&, const RenderOptions&, std::ostream&);

struct Format {
  std::string_view name;  ///< of --format
  std::string_view help;
  bool batch = false;  ///< --batch can write it: answers follow one another, each line with its id
  bool snippets = true;  ///< shows them
  bool tells = false;    ///< holds warnings and notes itself; else they go to standard error
  Render render = nullptr;
};

inline constexpr std::array kFormats = {
    Format{.name = "text", .help = "for people", .tells = true, .render = render_text},
    Format{.name = "json",
           .help = "one object for the whole answer",
           .tells = true,
           .render = render_json},
    Format{.name = "jsonl", .help = "one hit a line", .batch = true, .render = render_jsonl},
    Format{.name = "csv", .help = "a table of the hits", .render = render_csv},
    Format{.name = "tsv",
           .help = "one hit a line, tabs between id, score, match, date, outlet, title, path, address",
           .snippets = false,
           .render = render_tsv},
    Format{.name = "html",
           .help = "a page to hand on, with facets and a timeline",
           .tells = true,
           .render = render_html},
    Format{.name = "trec",
           .help = "a run for trec_eval",
           .batch = true,
           .snippets = false,
           .render = render_trec},
};

/// The format of this name; nullptr where there is none.
const Format* find_format(std::string_view name);

/// The names of all formats, or of those that --batch can write: "trec or jsonl", with
/// `before_last` in front of the last.
std::string format_names(bool batch_only, std::string_view before_last);

/// "text (for people), json (one object …)", for --help.
std::string format_help();

constexpr bool every_format_is_whole() {
  for (const Format& format : kFormats) {
    if (format.name.empty() || format.help.empty() || format.render == nullptr) return false;
    for (const Format& other : kFormats) {
      if (&format != &other && format.name == other.name) return false;
    }
  }
  return true;
}
static_assert(every_format_is_whole(), "formats have names of their own, help and a renderer");

}  // namespace khobao::show
