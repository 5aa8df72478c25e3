#include "searcher/cli/commands/show_articles.h"

#include <memory>
#include <ostream>
#include <sstream>

#include "common/archive/disk/hash.h"
#include "common/archive/xapian_guard.h"
#include "common/language/say.h"
#include "common/text/letters/printable.h"
#include "searcher/cli/terminal/opener.h"
#include "searcher/cli/terminal/pager.h"
#include "searcher/cli/terminal/window.h"
#include "searcher/cli/typed/article_names.h"
#include "searcher/planned_query.h"
#include "searcher/show/citation.h"
#include "searcher/show/render/article_page.h"
#include "searcher/show/snippet.h"

namespace khobao::searcher {
namespace {

constexpr const char* kFormats[] = {"text", "json", "jsonl"};

class Shower {
 public:
  Shower(Index& index, const Options& options, const cli::Environment& environment)
      : index_(index),
        options_(options),
        environment_(environment),
        window_(window_of(environment)),
        columns_(window_.terminal() ? window_.columns : preview_columns(environment)),
        names_(index, environment) {}

  Result<int> show(const SearchRequest& request) {
    if (auto found = names_.look_up(options_.show); !found) return found.error();
    SearchRequest words = request;
    if (words.query.empty()) words.query = names_.query();
    highlight_with(words);
    const bool paged = options_.format == "text" && window_.terminal();
    std::ostringstream text;
    std::ostream& out = paged ? text : environment_.out;
    if (options_.format == "json") out << "{\"schema_version\":1,\"articles\":[";
    auto done = names_.for_each(options_.show, [&](Xapian::docid docid) -> Result<void> {
      const auto article = index_.article(docid);
      if (!article) return article.error();
      one(docid, *article, out);
      opened_ = *article;
      return {};
    });
    if (!done) return done.error();
    if (options_.format == "json") out << "]}\n";
    if (options_.open == "editor" || options_.open == "desktop") {
      if (auto opened = open(); !opened) return opened.error();
    } else if (paged) {
      const bool page = !options_.no_pager || options_.open == "pager";
      auto shown = show_paged(text.str(), page ? window_ : Window{}, environment_);
      if (!shown) return shown.error();
    }
    return shown_ > 0 && names_.missing() == 0 ? kExitDone : kExitNoHit;
  }

 private:
  // A query that cannot be read highlights nothing: the article was asked for, not the query.
  void highlight_with(SearchRequest request) {
    if (request.query.empty()) return;
    request.facets.clear();
    const auto query = plan_query(index_, request);
    if (!query) return;
    maker_ = std::make_unique<show::SnippetMaker>(show::shown_words(query->plan.root),
                                                  request.snippet_chars, index_.tokenizer());
  }

  std::vector<Span> highlights(std::string_view line) {
    return maker_ ? maker_->highlights(line) : std::vector<Span>();
  }

  void one(Xapian::docid docid, const archive::Article& article, std::ostream& out) {
    const bool first = shown_++ == 0;
    if (options_.open == "editor" || options_.open == "desktop") return;
    if (options_.cite) {
      const std::string sentence = show::best_sentence(
          article, index_.tokenizer(), [&](std::string_view s) { return highlights(s); });
      out << text::printable(show::citation(article, sentence).in(environment_.document_language)) << '\n';
    } else if (options_.format == "text") {
      if (!first) out << '\n';
      show::render_article(article,
                           {.columns = columns_,
                            .color = use_color(options_.color, environment_),
                            .language = environment_.page_language(),
                            .highlighter = [&](std::string_view s) { return highlights(s); }},
                           out);
    } else {
      std::ostringstream json;
      show::render_article_json(
          article, archive::to_hex(index_.value(docid, archive::Slot::content_hash)), json);
      std::string line = json.str();
      if (options_.format == "json") {
        line.pop_back();
        if (!first) out << ',';
      }
      out << line;
    }
    // Programs that feed names one by one wait for each answer.
    if (!window_.terminal()) out << std::flush;
  }

  Result<void> open() {
    if (shown_ != 1) {
      return Error{ErrorCode::usage,
                   say("{} takes one article, not {}", "--open " + options_.open, shown_),
                   say("as in: searcher {}", "--show '#1' --open " + options_.open)};
    }
    return open_outside(opened_, options_.open == "desktop", environment_);
  }

  Index& index_;
  const Options& options_;
  const cli::Environment& environment_;
  Window window_;
  size_t columns_;  // 0: lines are as long as they are
  ArticleNames names_;
  std::unique_ptr<show::SnippetMaker> maker_;
  archive::Article opened_;  // the last one shown
  size_t shown_ = 0;
};

}  // namespace

Result<int> show_articles(Index& index, const Options& options, const SearchRequest& request,
                          const cli::Environment& environment) {
  if (std::find(std::begin(kFormats), std::end(kFormats), options.format) == std::end(kFormats)) {
    return Error{ErrorCode::usage,
                 say("{} writes --format {}, not '{}'", "--show",
                     say("{} or {}", "text, json", "jsonl"), options.format),
                 ""};
  }
  return archive::guarded(say("read an article"), index.folder(), [&]() -> Result<int> {
    return Shower(index, options, environment).show(request);
  });
}

}  // namespace khobao::searcher
