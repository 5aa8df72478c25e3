#include "searcher/cli/typed/article_names.h"

#include <xapian.h>

#include <filesystem>
#include <istream>
#include <ostream>

#include "common/language/say.h"
#include "common/text/letters/printable.h"
#include "searcher/cli/typed/typed_lines.h"

namespace khobao::searcher {
namespace {

std::string absolute(const std::string& path) {
  std::error_code error;
  const auto whole = std::filesystem::absolute(path, error);
  return error ? path : whole.lexically_normal().string();
}

bool is_number(const std::string& name) {
  return name.size() > 1 && name[0] == '#' && name[1] >= '0' && name[1] <= '9';
}

}  // namespace

Result<std::string> id_named(const std::string& name, const std::vector<std::string>& dbs,
                             const cli::Environment& environment) {
  if (!is_number(name)) return name;
  const auto shown = last_answer(dbs, environment);
  if (!shown) return shown.error();
  return id_of_hit(name, *shown);
}

Result<void> ArticleNames::look_up(const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    if (!is_number(name) || last_) continue;
    auto shown = last_answer(index_.archives(), environment_);
    if (!shown) return shown.error();
    last_ = std::move(*shown);
    query_ = last_->query;
  }
  return {};
}

Result<void> ArticleNames::for_each(const std::vector<std::string>& names,
                                    const std::function<Result<void>(Xapian::docid)>& each) {
  if (auto known = look_up(names); !known) return known;
  for (const std::string& name : names) {
    if (name == "-") {
      std::string line;
      for (bool first = true; next_line(environment_.in, first, line); first = false) {
        if (line.empty()) continue;
        const auto docid = find(line);
        if (!docid) {
          environment_.err << "searcher: "
                           << text::printable(docid.error().message.in(environment_.language))
                           << '\n';
          ++missing_;
        } else if (auto done = each(*docid); !done) {
          return done;
        }
      }
      continue;
    }
    for (const std::string& one : is_number(name) ? single_numbers(name) : std::vector{name}) {
      auto id = is_number(one) ? id_of_hit(one, *last_) : Result<std::string>(one);
      if (!id) return id.error();
      const auto docid = find(*id);
      if (!docid) return docid.error();
      if (auto done = each(*docid); !done) return done;
    }
  }
  return {};
}

Result<Xapian::docid> ArticleNames::find(const std::string& name) {
  Xapian::docid docid = index_.find(name);
  if (docid == 0) docid = find_path(name);
  if (docid != 0) return docid;
  return Error{ErrorCode::usage, say("no article has the id or path '{}'", name),
               say("ids and paths stand in answers, and in those of --format json and tsv")};
}

// Ids of files end as their paths do; those of records say nothing of it, and every article is
// looked at.
Xapian::docid ArticleNames::find_path(const std::string& path) const {
  if (path.find('/') == std::string::npos && path.find('.') == std::string::npos) return 0;
  const std::string whole = absolute(path);
  const auto is_it = [&](Xapian::docid docid) {
    const auto article = index_.article(docid);
    return article && (article->path == path || absolute(article->path) == whole);
  };
  const Xapian::Database& database = index_.database();
  const std::string prefix(archive::kIdPrefix);
  const auto end = database.allterms_end(prefix);
  for (auto term = database.allterms_begin(prefix); term != end; ++term) {
    const std::string id = (*term).substr(prefix.size());
    const size_t slash = id.find('/');
    if (slash == std::string::npos || !whole.ends_with(id.substr(slash))) continue;
    const Xapian::docid docid = index_.find(id);
    if (docid != 0 && is_it(docid)) return docid;
  }
  Xapian::Enquire enquire(database);
  enquire.set_query(index_.live(Xapian::Query::MatchAll));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const Xapian::MSet all = enquire.get_mset(0, database.get_doccount());
  for (auto it = all.begin(); it != all.end(); ++it) {
    if (is_it(*it)) return *it;
  }
  return 0;
}

}  // namespace khobao::searcher
