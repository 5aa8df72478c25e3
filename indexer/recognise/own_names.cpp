#include "indexer/recognise/own_names.h"

#include <algorithm>

#include "common/names/name_key.h"
#include "common/text/letters/normalise.h"

namespace khobao::recognise {
namespace {

std::vector<std::string> words_of(const std::string& key) {
  std::vector<std::string> words(1);
  for (const char c : key) c == ' ' ? void(words.emplace_back()) : void(words.back() += c);
  return words;
}

bool is_one(const std::vector<std::string>& keys, const std::string& key) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

// Whether the name is words of one of the surfaces: "Ba Kha" of "Anh Ba Kha".
bool is_inside(const std::vector<std::string>& surfaces, const std::string& key) {
  return std::any_of(surfaces.begin(), surfaces.end(), [&](const std::string& surface) {
    return (" " + names::name_key(surface) + " ").find(" " + key + " ") != std::string::npos;
  });
}

// Takes out what is called so, and hands it to `taken`.
template <class Mentions, class Called, class Taken>
void take(std::vector<Mentions>& mentions, Called called, Taken taken) {
  std::erase_if(mentions, [&](const Mentions& one) {
    if (!called(names::name_key(one.name))) return false;
    taken(one);
    return true;
  });
}

}  // namespace

OwnNames::OwnNames(const std::vector<names::UserName>& names) {
  text::Tokenizer tokenizer;
  std::unordered_map<std::string, size_t> known;  // by kind and name
  for (const names::UserName& name : names) {
    if (name.kind == names::NameKind::organisation) continue;
    const std::string& canonical = names::counted_as(names, name).name;
    const std::string id = std::to_string(static_cast<int>(name.kind)) + canonical;
    const auto [at, fresh] = known.emplace(id, names_.size());
    if (fresh) names_.push_back({.kind = name.kind, .name = canonical, .keys = {}});
    std::vector<std::string> forms = name.aliases;
    forms.push_back(name.name);
    for (const std::string& form : forms) {
      const std::string key = names::name_key(form, tokenizer);
      names_[at->second].keys.push_back(key);
      Form own{.words = words_of(key), .name = at->second};
      by_first_[own.words.front()].push_back(std::move(own));
    }
  }
  for (auto& entry : by_first_) {
    std::stable_sort(entry.second.begin(), entry.second.end(),
                     [](const Form& a, const Form& b) { return a.words.size() > b.words.size(); });
  }
}

// Forms side by side within one sentence; the longest that begins at a word counts.
void OwnNames::find(std::string_view text, const std::vector<text::Token>& tokens,
                    std::vector<Found>& found) const {
  std::vector<const text::Token*> words;
  for (const text::Token& token : tokens) {
    if (token.parts == 0) words.push_back(&token);
  }
  for (size_t i = 0; i < words.size();) {
    size_t behind = i + 1;
    if (const auto forms = by_first_.find(words[i]->term); forms != by_first_.end()) {
      for (const Form& form : forms->second) {
        if (i + form.words.size() > words.size()) continue;
        bool same = true;
        for (size_t w = 0; w < form.words.size() && same; ++w) {
          same = words[i + w]->term == form.words[w] &&
                 (w == 0 || words[i + w]->gap == text::Gap::none);
        }
        if (!same) continue;
        const text::Token& last = *words[i + form.words.size() - 1];
        const std::string surface(
            text.substr(words[i]->begin_byte, last.end_byte - words[i]->begin_byte));
        if (text::compose(surface) == names::name_key(surface)) continue;  // all in small letters
        Found& own = found[form.name];
        ++own.mentions;
        if (std::find(own.surfaces.begin(), own.surfaces.end(), surface) == own.surfaces.end())
          own.surfaces.push_back(surface);
        behind = i + form.words.size();
        break;
      }
    }
    i = behind;
  }
}

void OwnNames::apply(archive::Article& article, const ArticleTokens& tokens) const {
  if (names_.empty()) return;
  std::vector<Found> found(names_.size());
  for (size_t i = 0; i < tokens.size() && i <= article.paragraphs.size(); ++i)
    find(i == 0 ? article.title : article.paragraphs[i - 1].text, tokens[i], found);
  for (size_t i = 0; i < names_.size(); ++i) {
    if (found[i].mentions == 0) continue;
    const Name& name = names_[i];
    archive::PersonMentions person{.name = name.name};
    archive::PlaceMentions place{.name = name.name};
    const auto more = [&](int mentions) {
      found[i].mentions = std::max(found[i].mentions, mentions);
    };
    const auto called_so = [&](const std::string& key) { return is_one(name.keys, key); };
    const auto called = [&](names::NameKind kind) {
      return [&, kind](const std::string& key) {
        return called_so(key) || (kind == name.kind && is_inside(found[i].surfaces, key));
      };
    };
    take(article.organisations, called_so, [&](const auto& one) { more(one.mentions); });
    take(article.people, called(names::NameKind::person), [&](const archive::PersonMentions& one) {
      more(one.mentions);
      for (const std::string& post : one.posts) {
        if (std::find(person.posts.begin(), person.posts.end(), post) == person.posts.end())
          person.posts.push_back(post);
      }
    });
    take(article.places, called(names::NameKind::place), [&](const archive::PlaceMentions& one) {
      more(one.mentions);
      if (place.kind.empty()) place.kind = one.kind;
    });
    if (name.kind == names::NameKind::person) {
      person.mentions = found[i].mentions;
      person.surfaces = found[i].surfaces;
      article.people.push_back(std::move(person));
    } else {
      place.mentions = found[i].mentions;
      place.surfaces = found[i].surfaces;
      article.places.push_back(std::move(place));
    }
  }
}

}  // namespace khobao::recognise
