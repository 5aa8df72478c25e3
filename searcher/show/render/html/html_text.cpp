#include "searcher/show/render/html/html_text.h"

#include "common/text/letters/printable.h"

namespace khobao::show {
namespace {

constexpr const char* kHead = R"(<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Kho Báo">
)";

constexpr const char* kStyle = R"(<style>
:root { color-scheme: light dark; --ink: #1c1b1a; --dim: #5f5b57; --paper: #fdfcfa; --line: #d9d4cd;
  --bar: #9c3d2e; --mark: #ffe9a8; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9e6e1; --dim: #a39d95; --paper: #191817;
  --line: #3b3835; --bar: #e08a73; --mark: #5c4a12; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 52rem; padding: 1.5rem 1rem 3rem; background: var(--paper);
  color: var(--ink); font: 1rem/1.55 Georgia, "Noto Serif", "Times New Roman", serif; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .3rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1.05rem; margin: 0; }
a { color: inherit; text-decoration-color: var(--bar); }
code { font: .85em/1.4 ui-monospace, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem .8rem; margin: .6rem 0; }
dt, .facts, .small { color: var(--dim); font-size: .9rem; }
dd { margin: 0; overflow-wrap: anywhere; }
mark { background: var(--mark); color: inherit; }
ol, ul { padding-left: 1.6rem; }
td ul { margin: 0; padding-left: 1.1rem; }
li { margin: .2rem 0; overflow-wrap: anywhere; }
ol.hits > li { margin: 1rem 0; }
svg { display: block; width: 100%; height: auto; }
svg rect { fill: var(--bar); }
svg text { fill: var(--dim); font: 11px ui-sans-serif, "DejaVu Sans", sans-serif; }
svg line { stroke: var(--line); }
table { border-collapse: collapse; width: 100%; font-size: .95rem; }
td, th { padding: .15rem .5rem .15rem 0; text-align: left; vertical-align: top; }
td.n, th.n { text-align: right; white-space: nowrap; }
td.bar { width: 45%; }
td.bar a { display: block; }
td.bar span { display: block; background: var(--bar); height: .8rem; margin-top: .35rem; min-width: 2px; }
table.facet details { margin: -.2rem 0 .3rem; }
table.crossed th, table.crossed td { padding: .15rem .5rem; border-bottom: 1px solid var(--line); }
table.crossed th:first-child { text-align: left; padding-left: 0; }
table.crossed tfoot { font-weight: bold; }
.wide { overflow-x: auto; }
:target { background: var(--mark); }
.undated { color: var(--dim); }
@page { size: A4; margin: 18mm; }
@media print { .wide { overflow: visible; } table.crossed { font-size: 8.5pt; }
  table.facet details:not([open]) { display: none; }
  body { max-width: none; padding: 0; font-size: 10.5pt; background: #fff; color: #000; }
  ol.hits > li, tr, svg { break-inside: avoid; } h2 { break-after: avoid; }
  td.bar span, svg rect, mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
</style>
)";

}  // namespace

std::string html_text(std::string_view s) {
  std::string out;
  for (const char c : text::printable(s)) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += c;
    }
  }
  return out;
}

std::string html_head(std::string_view title, Language language) {
  std::string out = "<!DOCTYPE html>\n<html lang=\"";
  out.append(language == Language::vietnamese ? "vi" : "en").append("\">\n").append(kHead);
  return out.append("<title>").append(title).append("</title>\n").append(kStyle).append("</head>\n");
}

}  // namespace khobao::show
