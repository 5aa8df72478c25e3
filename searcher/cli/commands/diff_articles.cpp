#include "searcher/cli/commands/diff_articles.h"

#include <ostream>
#include <sstream>

#include "common/archive/xapian_guard.h"
#include "common/language/say.h"
#include "searcher/cli/commands/list_history.h"
#include "searcher/cli/terminal/pager.h"
#include "searcher/cli/terminal/window.h"
#include "searcher/cli/typed/article_names.h"
#include "searcher/reposts/sentences.h"
#include "searcher/reposts/text_diff.h"
#include "searcher/show/render/diff_text.h"

namespace khobao::searcher {
namespace {

// The article that an option names; a usage error where there is none.
Result<archive::Article> article_named(const Index& index, const std::string& name,
                                       const cli::Environment& environment) {
  const auto id = id_named(name, index.archives(), environment);
  if (!id) return id.error();
  return archive::guarded(say("read an article"), index.folder(), [&]() -> Result<archive::Article> {
    const Xapian::docid docid = index.find(*id);
    if (docid != 0) return index.article(docid);
    return Error{ErrorCode::usage, say("no article has the id '{}'", *id),
                 say("ids stand in the answers of --format json and tsv")};
  });
}

Result<std::string> text_before_named(const Index& index, const Options& options,
                                      const cli::Environment& environment) {
  const auto id = id_named(options.diff, index.archives(), environment);
  if (!id) return id.error();
  return archive::guarded(say("read an article"), index.folder(),
                          [&]() -> Result<std::string> { return text_before(index, *id); });
}

}  // namespace

Result<int> diff_articles(Index& index, const Options& options,
                          const cli::Environment& environment) {
  if (options.words.size() > 1)
    return Error{ErrorCode::usage, say("--diff takes two ids"),
                 say("as in: searcher {}", "--diff " + translated("ID") + " " + translated("ID"))};
  if (options.format != "text" && options.format != "json") {
    return Error{ErrorCode::usage,
                 say("{} writes --format {}, not '{}'", "--diff", say("{} or {}", "text", "json"),
                     options.format),
                 say("leave out {}", "--format")};
  }
  // Of one id alone, what it changed of its text before.
  const bool alone = options.words.empty();
  const auto before = alone ? text_before_named(index, options, environment)
                            : Result<std::string>(options.diff);
  if (!before) return before.error();
  auto first = article_named(index, *before, environment);
  if (!first) return first.error();
  auto second = article_named(index, alone ? options.diff : options.words.front(),
                              environment);
  if (!second) return second.error();
  const auto changes = reposts::text_diff(reposts::sentences_of(*first, index.tokenizer()),
                                          reposts::sentences_of(*second, index.tokenizer()));
  const show::ArticleDiff diff{std::move(*first), std::move(*second), changes};
  std::ostringstream text;
  if (options.format == "json") {
    show::render_diff_json(diff, text);
  } else {
    show::render_diff(diff, use_color(options.color, environment), environment.page_language(),
                      text);
  }
  const Window window = options.no_pager ? Window{} : window_of(environment);
  if (auto shown = show_paged(text.str(), window, environment); !shown) return shown.error();
  return kExitDone;
}

}  // namespace khobao::searcher
