#include "searcher/show/likeness.h"

#include <algorithm>
#include <set>

#include "common/archive/fields.h"
#include "common/archive/generations/article_streams.h"
#include "common/archive/streams/token_stream.h"

namespace khobao::show {
namespace {

// Told of a hit.
constexpr size_t kNames = 5, kWords = 8;

std::vector<std::string> names_of(const archive::Article& article) {
  std::vector<std::string> names;
  for (const auto reader :
       {archive::organisation_names, archive::person_names, archive::place_names}) {
    for (std::string& name : reader(article)) names.push_back(std::move(name));
  }
  return names;
}

std::vector<std::string> common_names(const std::vector<std::string>& wanted,
                                      const archive::Article& article) {
  const std::vector<std::string> names = names_of(article);
  const std::set<std::string> held(names.begin(), names.end());
  std::vector<std::string> common;
  for (const std::string& name : wanted) {
    if (common.size() < kNames && held.contains(name)) common.push_back(name);
  }
  return common;
}

std::vector<std::string> common_words(const std::vector<std::string>& telling,
                                      const archive::TokenStream& stream) {
  const std::set<archive::StreamWord> held(stream.words.begin(), stream.words.end());
  std::vector<std::string> common;
  for (const std::string& word : telling) {
    const auto number = stream.number_of(word);
    if (common.size() < kWords && number && held.contains(*number)) common.push_back(word);
  }
  return common;
}

}  // namespace

Result<void> tell_likeness(const searcher::Index& index, const std::string& id,
                           const std::vector<std::string>& telling,
                           std::vector<searcher::Hit>& hits) {
  const auto article = index.article(index.find(id));
  if (!article) return article.error();
  const std::vector<std::string> names = names_of(*article);
  archive::ArticleStreams streams(index.layers());
  archive::TokenStream stream;
  for (searcher::Hit& hit : hits) {
    if (!archive::read_token_stream(streams.of(index.find(hit.article.id)), stream))
      streams.refuse();
    hit.likeness = searcher::HitLikeness{.names = common_names(names, hit.article),
                                         .words = common_words(telling, stream)};
  }
  return {};
}

}  // namespace khobao::show
