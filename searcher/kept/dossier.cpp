#include "searcher/kept/dossier.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "common/archive/disk/hash.h"
#include "common/language/say.h"
#include "searcher/kept/archives_json.h"

namespace khobao::kept {
namespace {

using Json = nlohmann::ordered_json;
constexpr const char* kDossierFormat = "khobao dossier 1";

}  // namespace

std::string to_json(const Dossier& dossier) {
  Json articles = Json::array();
  for (const KeptArticle& article : dossier.articles) {
    articles.push_back({{"id", article.id},
                        {"content_hash", article.content_hash},
                        {"title", article.title},
                        {"kept", article.kept},
                        {"note", article.note}});
  }
  const Json json = {{"format", kDossierFormat}, {"db", archives_json(dossier.db)}, {"articles", articles}};
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<Dossier> read_dossier(const std::string& text, const std::string& path) {
  const Json json = Json::parse(text, nullptr, false);
  const Error none{ErrorCode::input, say("'{}' is no dossier", path),
                   say("mend it by hand, or remove it with --forget")};
  if (!json.is_object() || json.value("format", Json()) != kDossierFormat) return none;
  try {
    Dossier dossier{.db = archives_in(json.at("db")), .articles = {}};
    for (const Json& article : json.at("articles")) {
      dossier.articles.push_back({.id = article.at("id"),
                                  .content_hash = article.at("content_hash"),
                                  .title = article.at("title"),
                                  .kept = article.at("kept"),
                                  .note = article.at("note")});
    }
    return dossier;
  } catch (const Json::exception&) {  // a value that is missing or of another type
    return none;
  }
}

void keep(KeptArticle article, Dossier& dossier) {
  const auto known = std::find_if(dossier.articles.begin(), dossier.articles.end(),
                                  [&](const KeptArticle& one) { return one.id == article.id; });
  if (known == dossier.articles.end()) {
    dossier.articles.push_back(std::move(article));
    return;
  }
  if (article.note.empty()) article.note = known->note;
  article.kept = known->kept;
  *known = std::move(article);
}

const char* state_name(State state) {
  switch (state) {
    case State::same: return "";
    case State::changed: return to_translate("changed");
    case State::vanished: return to_translate("vanished");
  }
  return "";
}

Result<Found> find_kept(const searcher::Index& index, const KeptArticle& article) {
  const auto docid = index.find(article.id);
  if (docid == 0) return Found{0, State::vanished};
  const std::string hash = archive::to_hex(index.value(docid, archive::Slot::content_hash));
  return Found{docid, hash == article.content_hash ? State::same : State::changed};
}

}  // namespace khobao::kept
