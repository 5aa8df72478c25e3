#include "searcher/cli/commands/dossiers.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>
#include <span>

#include "common/archive/disk/hash.h"
#include "common/archive/xapian_guard.h"
#include "common/language/figures.h"
#include "common/language/say.h"
#include "common/text/letters/fold.h"
#include "common/text/letters/printable.h"
#include "searcher/cli/terminal/next_page.h"
#include "searcher/cli/typed/article_names.h"
#include "searcher/cli/warnings.h"
#include "searcher/filter/comparable_name.h"
#include "searcher/kept/dossier.h"
#include "searcher/xapian_types.h"

namespace khobao::searcher {
namespace {

using kept::Dossier;
using kept::Found;
using kept::KeptArticle;
using kept::KeptFiles;
using kept::Kind;
using kept::State;
using text::printable;
using Json = nlohmann::ordered_json;

Result<Dossier> dossier_named(const std::string& typed, const cli::Environment& environment) {
  const auto name = KeptFiles::checked_name(typed);
  if (!name) return name.error();
  const auto files = KeptFiles::open(Kind::dossier, environment);
  if (!files) return files.error();
  const auto bytes = files->read(*name);
  if (!bytes) return bytes.error();
  if (!*bytes) return files->unknown(*name);
  return kept::read_dossier(**bytes, files->path(*name));
}

Result<std::vector<Found>> find_all(const Index& index, const Dossier& dossier) {
  return archive::guarded(say("look for kept articles"), index.folder(),
                          [&]() -> Result<std::vector<Found>> {
                            std::vector<Found> all;
                            for (const KeptArticle& article : dossier.articles) {
                              const auto found = kept::find_kept(index, article);
                              if (!found) return found.error();
                              all.push_back(*found);
                            }
                            return all;
                          });
}

// "a, b and 3 more"
Message some_of(const std::vector<std::string>& ids) {
  constexpr size_t kMostNamed = 5;
  Message list;
  for (size_t i = 0; i < std::min(ids.size(), kMostNamed); ++i)
    list += (i == 0 ? "" : ", ") + ids[i];
  if (ids.size() > kMostNamed) list = say("{} and {} more", list, ids.size() - kMostNamed);
  return list;
}

Message said(State state) { return state == State::changed ? say("changed") : say("vanished"); }

void print_text(const Dossier& dossier, const std::vector<Found>& found, Language language,
                std::ostream& out) {
  size_t vanished = 0, changed = 0;
  for (const Found& one : found) {
    vanished += one.state == State::vanished;
    changed += one.state == State::changed;
  }
  Message head = articles_shown(found.size());
  if (vanished > 0) head = say("{}, {} vanished", head, vanished);
  if (changed > 0) head = say("{}, {} changed since they were kept", head, changed);
  out << head.in(language) << '\n';
  for (size_t i = 0; i < found.size(); ++i) {
    const KeptArticle& article = dossier.articles[i];
    out << i + 1 << ". " << printable(article.title.empty() ? article.id : article.title);
    if (found[i].state != State::same) out << " (" << said(found[i].state).in(language) << ")";
    out << "\n   " << say("kept {}", date_shown(article.kept)).in(language) << " · " << printable(article.id)
        << '\n';
    if (!article.note.empty()) out << "   " << printable(article.note) << '\n';
  }
}

void print_json(const std::string& name, const Dossier& dossier, const std::vector<Found>& found,
                std::ostream& out) {
  Json list = Json::array();
  for (size_t i = 0; i < found.size(); ++i) {
    const KeptArticle& article = dossier.articles[i];
    const auto or_null = [](const std::string& s) { return s.empty() ? Json(nullptr) : Json(s); };
    list.push_back(
        {{"id", article.id},
         {"title", or_null(article.title)},
         {"kept", article.kept},
         {"note", or_null(article.note)},
         {"content_hash", article.content_hash},
         {"state", found[i].state == State::same ? "same" : kept::state_name(found[i].state)}});
  }
  const Json json = {{"schema_version", 1}, {"name", name}, {"articles", list}};
  out << text::printable_json(json.dump(-1, ' ', false, Json::error_handler_t::replace)) << '\n';
}

void print_csv(const Dossier& dossier, const std::vector<Found>& found, std::ostream& out) {
  out << "id,title,kept,note,content_hash,state\r\n";
  for (size_t i = 0; i < found.size(); ++i) {
    const KeptArticle& article = dossier.articles[i];
    for (const std::string* cell :
         {&article.id, &article.title, &article.kept, &article.note, &article.content_hash})
      out << text::csv_cell(*cell) << ',';
    out << (found[i].state == State::same ? "same" : kept::state_name(found[i].state)) << "\r\n";
  }
}

}  // namespace

Result<int> keep_articles(const Index& index, const Options& options, const SearchRequest& request,
                          const cli::Environment& environment) {
  const auto name = KeptFiles::checked_name(options.keep);
  if (!name) return name.error();
  if (options.words.empty()) {
    return Error{
        ErrorCode::usage, say("--keep was given without an article"),
        say("name some, as in: searcher --keep {} '#1' '#3', or show the dossier with --list",
            shell_quoted(*name))};
  }
  const auto files = KeptFiles::open(Kind::dossier, environment);
  if (!files) return files.error();
  const auto searches = KeptFiles::open(Kind::search, environment);
  if (!searches) return searches.error();
  const auto search = searches->read(*name);
  if (!search) return search.error();
  if (*search) {
    return Error{ErrorCode::usage, say("'{}' is a kept search already", *name),
                 say("take another name, or --forget {}", shell_quoted(*name))};
  }
  std::vector<KeptArticle> wanted;
  auto named = archive::guarded(say("keep articles"), index.folder(), [&]() -> Result<void> {
    return ArticleNames(index, environment)
        .for_each(options.words, [&](Xapian::docid docid) -> Result<void> {
          const auto article = index.article(docid);
          if (!article) return article.error();
          wanted.push_back(
              {.id = article->id,
               .content_hash = archive::to_hex(index.value(docid, archive::Slot::content_hash)),
               .title = article->display_title,
               .kept = to_string(request.today),
               .note = options.note});
          return {};
        });
  });
  if (!named) return named.error();
  size_t all = 0;
  auto written =
      files->change(*name, [&](const std::optional<std::string>& old) -> Result<std::string> {
        Dossier dossier{.db = kept::whole_paths(options.db), .articles = {}};
        if (old) {
          auto known = kept::read_dossier(*old, files->path(*name));
          if (!known) return known.error();
          dossier = std::move(*known);
        }
        for (const KeptArticle& article : wanted) kept::keep(article, dossier);
        all = dossier.articles.size();
        return to_json(dossier);
      });
  if (!written) return written.error();
  const Message told =
      say("kept {} in '{}', {} in all", articles_shown(wanted.size()), printable(*name), all);
  environment.out << told.in(environment.page_language()) << '\n';
  return kExitDone;
}

Result<int> list_dossier(const Index& index, const Options& options,
                         const cli::Environment& environment) {
  if (options.format != "text" && options.format != "json" && options.format != "csv") {
    return Error{ErrorCode::usage,
                 say("{} writes --format {}, not '{}'", "--keep " + translated("NAME") + " --list",
                     say("{} or {}", "text, json", "csv"), options.format),
                 ""};
  }
  const auto dossier = dossier_named(options.keep, environment);
  if (!dossier) return dossier.error();
  const auto found = find_all(index, *dossier);
  if (!found) return found.error();
  if (options.format == "json") {
    print_json(options.keep, *dossier, *found, environment.out);
  } else if (options.format == "csv") {
    print_csv(*dossier, *found, environment.out);
  } else {
    print_text(*dossier, *found, environment.page_language(), environment.out);
  }
  return found->empty() ? kExitNoHit : kExitDone;
}

Result<int> list_dossiers(const Options& options, const SearchRequest& request,
                          const cli::Environment& environment) {
  const auto files = KeptFiles::open(Kind::dossier, environment);
  if (!files) return files.error();
  const auto names = files->names();
  if (!names) return names.error();
  filter::ComparableName comparable;
  const std::string wanted = comparable.of(request.query);
  std::vector<std::string> lines;
  for (const std::string& name : *names) {
    const std::string form = comparable.of(name);
    if (!form.starts_with(wanted) &&
        !(text::is_folded(wanted) && text::fold(form).starts_with(wanted)))
      continue;
    const auto dossier = dossier_named(name, environment);
    if (!dossier) {  // one that is damaged hides no other
      warn_of(dossier.error().message, environment);
      continue;
    }
    lines.push_back(std::to_string(dossier->articles.size()) + '\t' + printable(name) + '\n');
  }
  const size_t first = std::min(request.offset, lines.size());
  const size_t shown =
      options.limit_given ? std::min(request.limit, lines.size() - first) : lines.size() - first;
  for (const std::string& line : std::span(lines).subspan(first, shown)) environment.out << line;
  return lines.empty() ? kExitNoHit : kExitDone;
}

Result<void> restrict_to_dossier(const Index& index, const Options& options, SearchRequest& request,
                                 const cli::Environment& environment) {
  if (options.in.empty()) return {};
  const auto dossier = dossier_named(options.in, environment);
  if (!dossier) return dossier.error();
  const auto found = find_all(index, *dossier);
  if (!found) return found.error();
  auto docids = std::make_shared<std::vector<uint32_t>>();
  std::vector<std::string> vanished, changed;
  for (size_t i = 0; i < found->size(); ++i) {
    const Found& one = (*found)[i];
    if (one.docid != 0) docids->push_back(one.docid);
    if (one.state == State::vanished) vanished.push_back(dossier->articles[i].id);
    if (one.state == State::changed) changed.push_back(dossier->articles[i].id);
  }
  std::sort(docids->begin(), docids->end());
  docids->erase(std::unique(docids->begin(), docids->end()), docids->end());
  request.only = std::move(docids);
  if (!vanished.empty())
    request.notes.push_back(say("kept, but not in the archive any more: {}", some_of(vanished)));
  if (!changed.empty())
    request.notes.push_back(say("changed since they were kept: {}", some_of(changed)));
  return {};
}

}  // namespace khobao::searcher
