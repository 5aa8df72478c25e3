#include "tests/bench/training/annotated.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <unordered_map>

#include "common/text/word_cache.h"
#include "indexer/read/reader.h"

namespace khobao::training {

using nlohmann::json;
using recognise::begin_tag;
using recognise::inner_tag;
using recognise::kNameKinds;
using recognise::NameKind;

namespace {

struct Hit {
  size_t first, end, bytes;
  unsigned kinds;
};

// Where surfaces stand as whole words, the longest first.
std::vector<Hit> find_surfaces(const json& annotated, const names::Paragraph& paragraph) {
  const auto& words = paragraph.words;
  std::unordered_map<size_t, size_t> begins, ends;
  for (size_t i = 0; i < words.size(); ++i) {
    begins.emplace(words[i].begin_byte, i);
    ends[words[i].end_byte] = i + 1;
  }
  std::map<std::string, unsigned> surfaces;
  for (unsigned kind = 0; kind < kNameKinds; ++kind) {
    for (const json& entry : annotated[kKindKeys[kind]]) {
      for (const json& surface : entry["surfaces"]) surfaces[surface] |= 1u << kind;
    }
  }
  std::vector<Hit> hits;
  for (const auto& [surface, kinds] : surfaces) {
    for (size_t at = paragraph.text.find(surface); at != std::string_view::npos;
         at = paragraph.text.find(surface, at + 1)) {
      const auto first = begins.find(at);
      size_t stop = at + surface.size();
      auto end = ends.find(stop);
      while (end == ends.end() && stop > at &&
             std::ispunct(static_cast<unsigned char>(paragraph.text[stop - 1])))
        end = ends.find(--stop);
      if (first == begins.end() || end == ends.end() || end->second <= first->second) continue;
      hits.push_back({first->second, end->second, surface.size(), kinds});
    }
  }
  std::stable_sort(hits.begin(), hits.end(),
                   [](const Hit& a, const Hit& b) { return a.bytes > b.bytes; });
  return hits;
}

}  // namespace

std::vector<Annotated> read_annotated(std::istream& in) {
  std::vector<Annotated> articles;
  for (std::string line; std::getline(in, line);) {
    auto article = read::read_json_record(line, {});
    if (!article) continue;
    Annotated& entry = articles.emplace_back();
    entry.names = json::parse(line);
    entry.id = entry.names["id"];
    entry.set = entry.names["set"];
    entry.article = std::move(*article);
  }
  return articles;
}

names::ArticleText text_of(const archive::Article& article) {
  names::ArticleText text{.title = article.title,
                          .paragraphs = {},
                          .published = article.published,
                          .outlet = article.outlet,
                          .tokens = {}};
  for (const archive::Paragraph& paragraph : article.paragraphs)
    text.paragraphs.push_back(paragraph.text);
  return text;
}

std::vector<uint8_t> allowed_tags(const json& annotated, const names::Paragraph& paragraph) {
  std::vector<uint8_t> allowed(paragraph.words.size(), 1);
  for (const Hit& hit : find_surfaces(annotated, paragraph)) {
    const auto from = allowed.begin() + static_cast<std::ptrdiff_t>(hit.first);
    const auto to = allowed.begin() + static_cast<std::ptrdiff_t>(hit.end);
    if (!std::all_of(from, to, [](uint8_t set) { return set == 1; })) continue;
    for (auto word = from; word != to; ++word) {
      unsigned set = 0;
      for (unsigned kind = 0; kind < kNameKinds; ++kind) {
        const auto name = static_cast<NameKind>(kind);
        if ((hit.kinds >> kind & 1) != 0)
          set |= 1u << (word == from ? begin_tag(name) : inner_tag(name));
      }
      *word = static_cast<uint8_t>(set);
    }
  }
  return allowed;
}

std::vector<std::vector<size_t>> parts_of(const std::vector<Annotated>& articles,
                                          const std::string& folds) {
  std::map<std::string, std::vector<size_t>> parts;
  for (size_t i = 0; i < articles.size(); ++i) {
    const std::string part =
        folds == "sets" ? articles[i].set
                        : std::to_string(text::hash_word(articles[i].id) % std::stoul(folds));
    parts[part].push_back(i);
  }
  std::vector<std::vector<size_t>> out;
  for (auto& [part, members] : parts) out.push_back(std::move(members));
  return out;
}

}  // namespace khobao::training
