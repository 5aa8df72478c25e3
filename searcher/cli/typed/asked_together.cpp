#include "searcher/cli/typed/asked_together.h"

#include <string>

#include "common/language/say.h"

namespace khobao::searcher {
namespace {

// What is only printed as lines is asked for as no other format.
Result<void> check_format(const Options& o) {
  if (o.format == "text") return {};
  const std::string lines = !o.list.empty() && o.keep.empty() ? "--list"
                            : o.count                         ? "--count"
                            : o.list_paths                    ? "-l"
                            : o.list_nul                      ? "-0"
                                                              : "";
  if (lines.empty()) return {};
  return Error{ErrorCode::usage,
               say("{} writes --format {}, not '{}'", lines, "text", o.format),
               say("leave out {}", "--format")};
}

// What cannot be asked together of kept searches and dossiers.
Result<void> check_kept(const Options& o) {
  const auto needs = [](const char* option, const Message& other, const Message& example) {
    return Error{ErrorCode::usage, say("{} was given without {}", option, other),
                 say("as in: searcher {}", example)};
  };
  if (o.since_last && o.run.empty())
    return needs("--since-last", "--run", "--run bão --since-last");
  if (!o.note.empty() && o.keep.empty())
    return needs("--note", "--keep", "--keep bão '#1' --note …");
  if (o.list == kListKept && o.keep.empty()) {
    return Error{ErrorCode::usage, say("--list needs a field"),
                 say("as in: searcher {}",
                     say("{}, or: searcher {}", "--list org",
                         "--keep " + translated("NAME") + " --list"))};
  }
  if (o.list != kListKept && !o.list.empty() && !o.keep.empty()) {
    return Error{ErrorCode::usage, say("--keep and --list {} were given together", o.list),
                 say("--keep NAME --list shows a dossier")};
  }
  const bool one_article = !o.show.empty() || !o.similar.empty() || !o.reposts.empty() ||
                           !o.diff.empty() || !o.trace.empty() || !o.story.empty() ||
                           !o.history.empty();
  if (!o.save.empty() && (one_article || !o.batch.empty() || !o.list.empty() || !o.keep.empty())) {
    return Error{ErrorCode::usage, say("--save keeps searches alone"),
                 say("as in: searcher {}", "bão lũ --date 'tuần trước' --save bão")};
  }
  return {};
}

}  // namespace

Result<void> check_asked_together(const Options& o) {
  if (auto fit = check_format(o); !fit) return fit.error();
  if (o.undated && !(o.date.empty() && o.from.empty() && o.to.empty())) {
    return Error{ErrorCode::usage, say("--undated was given with --date, --from or --to"),
                 say("articles without a date lie in no range: leave out one of them")};
  }
  if (!o.timeline && (o.per_mille || !o.compare.empty())) {
    return Error{
        ErrorCode::usage,
        say("{} was given without {}", o.per_mille ? "--per-mille" : "--compare", "--timeline"),
        say("add {}", "--timeline")};
  }
  if (o.show.empty() && (o.cite || !o.open.empty())) {
    const std::string option = o.cite ? "--cite" : "--open";
    return Error{ErrorCode::usage, say("{} was given without {}", option, "--show"),
                 say("name an article, as in: searcher {}",
                     "--show '#1' " + option + (o.cite ? "" : " " + o.open))};
  }
  return check_kept(o);
}

}  // namespace khobao::searcher
