#include "searcher/show/render/text_answer.h"

#include <algorithm>
#include <cstdio>
#include <ostream>

#include "common/language/say.h"
#include "common/text/letters/printable.h"
#include "common/text/letters/utf8.h"
#include "searcher/show/render/histogram.h"
#include "searcher/show/render/hit_facts.h"
#include "searcher/show/render/page_words.h"

// In English whatever the language: text in a pipe does not depend on it.
namespace khobao::show {
namespace {

using text::printable;

constexpr const char* kBold = "\033[1m";
constexpr const char* kMatch = "\033[1;31m";
constexpr const char* kDim = "\033[2m";
constexpr const char* kReset = "\033[0m";

class TextRenderer {
 public:
  TextRenderer(const RenderOptions& options, std::ostream& out) : options_(options), out_(out) {}

  void response(const searcher::SearchResponse& r) {
    if (options_.first_hits) head(r);
    for (size_t i = 0; i < r.hits.size(); ++i) hit(r.hits[i], options_.first_rank + i, r.folded);
    if (!options_.last_hits) return;
    for (const searcher::Facet& f : r.facets) {
      out_ << '\n';
      print_facet(f, 0, Language::english, out_);
    }
  }

 private:
  void head(const searcher::SearchResponse& r) {
    for (const query::Warning& warning : r.warnings) {
      out_ << say("warning: {}", printable(warning.message)) << '\n'
           << query::caret(r.query, warning.at_byte) << '\n';
    }
    for (const std::string& note : r.notes) out_ << printable(note) << '\n';
    for (const std::string& hint : r.hints) out_ << printable(hint) << '\n';
    suggestions(r.suggestions);
    for (const std::string& line : r.explanation) out_ << printable(line) << '\n';
    summary(r);
    if (!r.interpreted.empty()) out_ << say("read as: {}", printable(r.interpreted)) << '\n';
  }

  std::string styled(const char* style, const std::string& s) const {
    return options_.color ? style + s + kReset : s;
  }

  void summary(const searcher::SearchResponse& r) {
    char took[32];
    std::snprintf(took, sizeof took, "%.1f ms", r.took_ms);
    if (r.total == 0) {
      out_ << (r.hits.empty() ? articles_match(r.total)
                              : say("no article matches; the nearest hold some of the words"))
           << " (" << took << ")\n";
    } else {
      Message line = articles_match(r.total);
      if (r.unread > 0) line = say("at least {}", line);
      if (r.copies > 0 && (r.folded || r.total - r.copies > 1))
        line = say("{}, {} without reposts", line, r.total - r.copies);
      out_ << line << " (" << took << ")\n";
    }
    if (r.undated_hidden > 0) {
      out_ << say_count(r.undated_hidden, "{} more matches but has no date",
                        "{} more match but have no date")
           << '\n';
    }
  }

  void suggestions(const std::vector<reading::Suggestion>& suggestions) {
    std::string line;
    for (const reading::Suggestion& suggestion : suggestions) {
      if (!suggestion.searched) line += (line.empty() ? "" : "; ") + printable(suggestion.query);
    }
    if (!line.empty()) out_ << say("Did you mean: {}", line) << '\n';
  }

  void hit(const searcher::Hit& h, size_t rank, bool folded) {
    const archive::Article& a = h.article;
    out_ << '\n'
         << rank << ". "
         << styled(kBold, printable(a.display_title.empty() ? a.id : a.display_title));
    if (!h.full) out_ << styled(kDim, " (partial)");
    if (a.kind == archive::Kind::listing) out_ << styled(kDim, " (listing)");
    out_ << "\n   ";
    std::string line = shown_moment(a.published);
    for (const std::string* s : {&a.outlet, &a.credit}) {
      if (!s->empty()) line += " · " + printable(*s);
    }
    line += " · " + printable(a.path);
    // Of files, the id is the path below the root's name.
    if (!a.id.empty() && !a.path.ends_with(a.id)) line += " · " + printable(a.id);
    if (const std::string facts = kept_facts(a); !facts.empty()) line += " · " + facts;
    if (const std::string facts = repost_facts(h, folded); !facts.empty()) line += " · " + facts;
    out_ << styled(kDim, line) << '\n';
    if (const std::string facts = common_facts(h); !facts.empty())
      out_ << "   " << printable(facts) << '\n';
    if (!h.snippet.text.empty()) out_ << "   " << highlighted(h.snippet) << '\n';
    if (!h.features.empty()) {
      out_ << "   score " << h.score << " =";
      for (const auto& [name, value] : h.features) out_ << ' ' << name << ' ' << value;
      out_ << '\n';
    }
  }

  // Without colour, matches stand between asterisks so that they can be told.
  std::string highlighted(const searcher::Snippet& snippet) const {
    std::string line;
    size_t at = 0;
    for (const searcher::Span& span : snippet.highlights) {
      line += printable(snippet.text.substr(at, span.begin_byte - at));
      const std::string match =
          printable(snippet.text.substr(span.begin_byte, span.end_byte - span.begin_byte));
      line += options_.color ? styled(kMatch, match) : "*" + match + "*";
      at = span.end_byte;
    }
    return line + printable(snippet.text.substr(at));
  }

  const RenderOptions& options_;
  std::ostream& out_;
};

}  // namespace

void render_text(const searcher::SearchResponse& response, const RenderOptions& options,
                 std::ostream& out) {
  TextRenderer(options, out).response(response);
}

}  // namespace khobao::show
