#include "searcher/cli/commands/list_history.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <ostream>
#include <sstream>

#include "common/archive/disk/hash.h"
#include "common/archive/xapian_guard.h"
#include "common/language/figures.h"
#include "common/language/say.h"
#include "common/text/letters/printable.h"
#include "searcher/cli/terminal/pager.h"
#include "searcher/cli/terminal/window.h"
#include "searcher/cli/typed/article_names.h"
#include "searcher/reposts/sentences.h"
#include "searcher/reposts/text_diff.h"
#include "searcher/show/render/formats.h"

namespace khobao::searcher {
namespace {

using reposts::Change;

// What a text changed of the one before it: sentences.
struct Edits {
  size_t altered = 0, added = 0, dropped = 0, moved = 0;
  bool title = false;
};

struct Version {
  archive::Article article;
  std::string content_hash;
  std::optional<Edits> edits;  // nothing of the first that is known
};

Edits edits_between(Index& index, const archive::Article& before, const archive::Article& after) {
  Edits edits{.title = before.title != after.title};
  for (const auto& one : reposts::text_diff(reposts::sentences_of(before, index.tokenizer()),
                                            reposts::sentences_of(after, index.tokenizer()))) {
    edits.altered += one.change == Change::altered;
    edits.added += one.change == Change::added;
    edits.dropped += one.change == Change::dropped;
    edits.moved += one.change == Change::moved;
  }
  return edits;
}

// Docids of all texts of the article that is called so, newest first; throws Xapian errors.
Result<std::vector<Xapian::docid>> texts_of(const Index& index, const std::string& id) {
  const Xapian::docid named = index.find(id);
  if (named == 0) {
    return Error{ErrorCode::usage, say("no article has the id '{}'", id),
                 say("ids stand in the answers of --format json and tsv")};
  }
  const auto article = index.article(named);
  if (!article) return article.error();
  const std::string& base = article->is_kept() ? article->version_of : article->id;
  std::vector<Xapian::docid> docids;
  if (const Xapian::docid now = index.layers().find(base); now != 0) docids.push_back(now);
  for (const uint32_t docid : archive::kept_texts_of(index.layers(), base)) docids.push_back(docid);
  return docids;
}

Result<std::vector<Version>> versions_of(Index& index, const std::string& id) {
  const auto docids = texts_of(index, id);
  if (!docids) return docids.error();
  std::vector<Version> versions;
  for (const Xapian::docid docid : *docids) {
    auto article = index.article(docid);
    if (!article) return article.error();
    versions.push_back({.article = std::move(*article),
                        .content_hash =
                            archive::to_hex(index.value(docid, archive::Slot::content_hash)),
                        .edits = {}});
  }
  for (size_t i = 0; i + 1 < versions.size(); ++i)
    versions[i].edits = edits_between(index, versions[i + 1].article, versions[i].article);
  return versions;
}

// "title changed, 2 sentences altered, 1 sentence added"
Message told(const Edits& edits) {
  Message line = edits.title ? say("title changed") : Message();
  const auto add = [&](size_t count, const Message& what) {
    if (count > 0) line += (line.empty() ? "" : ", ") + what;
  };
  add(edits.altered, say_count(edits.altered, "{} sentence altered", "{} sentences altered"));
  add(edits.added, say_count(edits.added, "{} sentence added", "{} sentences added"));
  add(edits.dropped, say_count(edits.dropped, "{} sentence left out", "{} sentences left out"));
  add(edits.moved, say_count(edits.moved, "{} sentence moved", "{} sentences moved"));
  return line.empty() ? say("only what surrounds the text changed") : line;
}

void print_text(const std::vector<Version>& versions, Language language, std::ostream& out) {
  for (const Version& version : versions) {
    const archive::Article& a = version.article;
    const Message where =
        a.is_kept() ? say("at its source until {}", date_shown(a.gone)) : say("at its source");
    out << text::printable(a.id) << "\n    " << where.in(language) << ": "
        << text::printable(a.display_title) << '\n';
    if (!version.edits) continue;
    const Message edits = say("compared with the text before: {} ({})", told(*version.edits),
                              "searcher --diff '" + text::printable(a.id) + "'");
    out << "    " << edits.in(language) << '\n';
  }
}

void print_json(const std::vector<Version>& versions, std::ostream& out) {
  using Object = nlohmann::ordered_json;
  Object list = Object::array();
  for (const Version& version : versions) {
    const archive::Article& a = version.article;
    Object edits;
    if (version.edits) {
      edits = {{"title", version.edits->title},
               {"altered", version.edits->altered},
               {"added", version.edits->added},
               {"dropped", version.edits->dropped},
               {"moved", version.edits->moved}};
    }
    list.push_back({{"id", a.id},
                    {"gone", a.is_kept() ? Object(a.gone) : Object(nullptr)},
                    {"display_title", a.display_title},
                    {"published", a.published.empty() ? Object(nullptr) : Object(a.published)},
                    {"content_hash", version.content_hash},
                    {"edits", edits}});
  }
  const Object json = {{"schema_version", show::kJsonSchemaVersion}, {"versions", list}};
  out << text::printable_json(json.dump(-1, ' ', false, Object::error_handler_t::replace)) << '\n';
}

}  // namespace

Result<int> list_history(Index& index, const Options& options,
                         const cli::Environment& environment) {
  if (options.format != "text" && options.format != "json") {
    return Error{ErrorCode::usage,
                 say("{} writes --format {}, not '{}'", "--history", say("{} or {}", "text", "json"),
                     options.format),
                 say("leave out {}", "--format")};
  }
  const auto id = id_named(options.history, index.archives(), environment);
  if (!id) return id.error();
  const auto versions =
      archive::guarded(say("read an article"), index.folder(),
                       [&]() -> Result<std::vector<Version>> { return versions_of(index, *id); });
  if (!versions) return versions.error();
  std::ostringstream text;
  options.format == "json" ? print_json(*versions, text) : print_text(*versions, environment.page_language(), text);
  const Window window = options.no_pager ? Window{} : window_of(environment);
  if (auto shown = show_paged(text.str(), window, environment); !shown) return shown.error();
  return kExitDone;
}

Result<std::string> text_before(const Index& index, const std::string& id) {
  const auto docids = texts_of(index, id);
  if (!docids) return docids.error();
  const auto here = std::find(docids->begin(), docids->end(), index.find(id));
  if (here == docids->end() || here + 1 == docids->end()) {
    return Error{ErrorCode::usage, say("the archive has no text before that of '{}'", id),
                 say("'searcher --history' lists those that it has; --diff takes a second id, too")};
  }
  const auto article = index.article(*(here + 1));
  if (!article) return article.error();
  return article->id;
}

}  // namespace khobao::searcher
