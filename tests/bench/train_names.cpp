// Learns the weights by which names are recognised (indexer/recognise/data/name_weights.bin).
//
// usage: train_names ANNOTATED.jsonl [--out WEIGHTS] [--held-out FILE] [--phrases FILE]
//                    [--folds N|sets] [--keep PREFIX] [--buckets N]
//
// ANNOTATED: articles with "organisations", "people" and "places", each with "surfaces" as printed.
// --out: weights learned from all of them. --held-out: instead, learns without a part of the
// articles (each Nth, or each "set" in turn), recognises that part by those weights and writes what
// was found, as 'indexer inspect --format jsonl' prints it, with the share of surfaces found on
// standard error. --phrases: instead, learns without what archives call phrases, reads the articles
// of standard input (JSON Lines) by that and writes what it calls phrases (phrase_kinds.bin);
// annotated articles are left out. --keep: keeps the weights of each part in a file, and takes them
// from there where it is, to judge rules without learning anew. So: --phrases first, build, then --out.
//
// An averaged structured perceptron (Collins 2002) with a margin: the best sequence of tags, where
// each wrong one is worth a point more, is held against the annotated one. Where a surface is
// annotated with two kinds, the better of both by the weights so far is taken. Features seen once
// are left out.
#include <algorithm>
#include <cstring>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <unordered_map>

#include "common/names/name_key.h"
#include "indexer/read/reader.h"
#include "indexer/recognise/article_reading.h"
#include "indexer/recognise/learned/name_features.h"
#include "indexer/recognise/learned/name_model.h"
#include "indexer/recognise/learned/name_tagger.h"
#include "indexer/recognise/learned/phrase_kinds.h"
#include "indexer/recognise/recogniser.h"

namespace {

using namespace khobao;
using namespace khobao::recognise;
using nlohmann::json;

constexpr int kRuns = 3;  // of different orders, whose weights are averaged
constexpr int kRounds = 8;
// So many of a word's features are left out at random each time it is learned from, so that each
// learns to do without the others: F1 .004 more for organisations and people left out.
constexpr uint32_t kLeftOutPercent = 12;
// What a name of each kind must be better by than none: with it, precision and recall are nearer to
// each other (F1 of people .002 more).
constexpr float kCaution[] = {4 / 3.0f, 8 / 3.0f, 4 / 3.0f};
constexpr uint32_t kLeastSeen = 2;
constexpr float kMargin = 1;
constexpr const char* kKinds[] = {"organisations", "people", "places"};

/// Words near names, next to each other: a unit of learning.
struct Stretch {
  std::vector<uint32_t> features;  ///< rows of all words; 0 is none
  std::vector<size_t> ends;        ///< of each word's features
  std::vector<uint8_t> allowed;    ///< sets of tags
  std::vector<size_t> joints;      ///< joint_at()
  size_t size() const { return allowed.size(); }
};

struct Article {
  std::string id, set;
  archive::Article article;
  json annotated;
  std::vector<Stretch> stretches;
};

names::ArticleText view_of(const archive::Article& article) {
  names::ArticleText text{.title = article.title,
                          .paragraphs = {},
                          .published = article.published,
                          .outlet = article.outlet,
                          .tokens = {}};
  for (const archive::Paragraph& paragraph : article.paragraphs)
    text.paragraphs.push_back(paragraph.text);
  return text;
}

// Where the annotated surfaces stand, the longest first: sets of tags by word.
std::vector<uint8_t> allowed_tags(const json& annotated, const names::Paragraph& paragraph) {
  const auto& words = paragraph.words;
  std::vector<uint8_t> allowed(words.size(), 1);
  std::unordered_map<size_t, size_t> begins, ends;
  for (size_t i = 0; i < words.size(); ++i) {
    begins.emplace(words[i].begin_byte, i);
    ends[words[i].end_byte] = i + 1;
  }
  struct Hit {
    size_t first, end, bytes;
    unsigned kinds;
  };
  std::map<std::string, unsigned> surfaces;
  for (unsigned kind = 0; kind < kNameKinds; ++kind) {
    for (const json& entry : annotated[kKinds[kind]]) {
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
  for (const Hit& hit : hits) {
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

struct Weights {
  explicit Weights(size_t rows) : of(rows), totals(rows) {}
  std::vector<std::array<float, 8>> of, totals;
  Transitions transitions{}, transition_totals{};
};

class Trainer {
 public:
  Trainer(std::vector<Article>& articles, const PhraseKinds& phrases) : articles_(articles) {
    ArticleReading reading(gazetteer_, phrases);
    std::unordered_map<uint32_t, uint32_t> seen;
    for (Article& article : articles_) {
      read(reading, article);
      for (const Stretch& stretch : article.stretches) {
        for (const uint32_t feature : stretch.features) ++seen[feature];
      }
    }
    names_.push_back(0);
    for (const auto& [feature, times] : seen) {
      if (times < kLeastSeen) continue;
      rows_.emplace(feature, static_cast<uint32_t>(names_.size()));
      names_.push_back(feature);
    }
    for (Article& article : articles_) {
      for (Stretch& stretch : article.stretches) {
        for (uint32_t& feature : stretch.features) {
          const auto row = rows_.find(feature);
          feature = row == rows_.end() ? 0 : row->second;
        }
      }
    }
    std::cerr << "features seen twice: " << rows_.size() << ", words near names: " << near_
              << " of " << words_ << ", annotated words beyond: " << beyond_ << "\n";
  }

  const names::Gazetteer& gazetteer() const { return gazetteer_; }

  /// The file of weights learned from the articles that `wanted` names.
  std::string learn(const std::vector<size_t>& wanted, size_t buckets) const {
    std::vector<const Stretch*> stretches;
    std::vector<uint32_t> seen(names_.size());
    for (const size_t i : wanted) {
      for (const Stretch& stretch : articles_[i].stretches) {
        stretches.push_back(&stretch);
        for (const uint32_t row : stretch.features) ++seen[row];
      }
    }
    std::vector<std::array<float, kTags>> sums(names_.size());
    Transitions transitions{};
    for (unsigned run = 1; run <= kRuns; ++run) {
      Weights weights(names_.size());
      std::mt19937 random(run);
      double step = 1;
      std::vector<Tag> got, want;
      for (int round = 0; round < kRounds; ++round) {
        std::shuffle(stretches.begin(), stretches.end(), random);
        for (const Stretch* stretch : stretches) {
          learn_stretch(*stretch, seen, static_cast<float>(step), weights, got, want);
          step += 1;
        }
      }
      for (size_t row = 1; row < names_.size(); ++row) {
        for (size_t t = 0; t < kTags; ++t)
          sums[row][t] += average(weights.of[row][t], weights.totals[row][t], step) / kRuns;
      }
      for (size_t j = 0; j < kJoints; ++j) {
        for (size_t p = 0; p < kTags; ++p) {
          for (size_t t = 0; t < kTags; ++t)
            transitions[j][p][t] += average(weights.transitions[j][p][t],
                                            weights.transition_totals[j][p][t], step) /
                                    kRuns;
        }
      }
    }
    for (auto& joint : transitions) {
      for (auto& previous : joint) {
        for (size_t kind = 0; kind < kNameKinds; ++kind)
          previous[begin_tag(static_cast<NameKind>(kind))] -= kCaution[kind];
      }
    }
    std::vector<WeightedFeature> features;
    for (size_t row = 1; row < names_.size(); ++row) {
      if (std::any_of(sums[row].begin(), sums[row].end(), [](float w) { return w != 0; }))
        features.push_back({.feature = names_[row], .weights = sums[row]});
    }
    return pack_model(std::move(features), transitions, buckets);
  }

 private:
  static float average(float weight, float total, double steps) {
    return static_cast<float>(weight - total / steps);
  }

  void read(ArticleReading& reading, Article& article) {
    reading.read_words(view_of(article.article));
    reading.read_names();
    const NameWords& words = reading.words();
    for (size_t p = 0; p < words.paragraphs(); ++p) {
      const auto paragraph = words.paragraph(p);
      const auto allowed = allowed_tags(article.annotated, reading.paragraphs()[p]);
      words_ += paragraph.size();
      for (size_t i = 0; i < paragraph.size();) {
        if (!paragraph[i].near) {
          beyond_ += allowed[i] != 1;
          ++i;
          continue;
        }
        Stretch stretch;
        for (; i < paragraph.size() && paragraph[i].near; ++i, ++near_) {
          for_each_feature(words, p, i,
                           [&](uint32_t feature) { stretch.features.push_back(feature); });
          stretch.ends.push_back(stretch.features.size());
          stretch.allowed.push_back(allowed[i]);
          stretch.joints.push_back(joint_at(paragraph, i));
        }
        article.stretches.push_back(std::move(stretch));
      }
    }
  }

  void learn_stretch(const Stretch& stretch, const std::vector<uint32_t>& seen, float step,
                     Weights& weights, std::vector<Tag>& got, std::vector<Tag>& want) const {
    std::vector<std::array<float, 8>> scores(stretch.size());
    size_t from = 0;
    const auto step_number = static_cast<uint32_t>(step);
    const auto left_out = [&](size_t k) {
      return ((stretch.features[k] ^ step_number * 0x9E3779B9u) * 0x85EBCA6Bu >> 16) % 100 <
             kLeftOutPercent;
    };
    for (size_t i = 0; i < stretch.size(); ++i) {
      for (; from < stretch.ends[i]; ++from) {
        if (left_out(from)) continue;
        const auto& row = weights.of[stretch.features[from]];
        for (size_t t = 0; t < 8; ++t) scores[i][t] += row[t];
      }
    }
    best_path(stretch, scores, weights, false, got);
    bool wrong = false;
    for (size_t i = 0; i < got.size(); ++i) wrong |= (stretch.allowed[i] >> got[i] & 1) == 0;
    if (!wrong) return;
    best_path(stretch, scores, weights, true, want);
    from = 0;
    for (size_t i = 0; i < got.size(); ++i) {
      const Tag got_before = i == 0 ? kNoName : got[i - 1];
      const Tag want_before = i == 0 ? kNoName : want[i - 1];
      const auto change = [step](float& weight, float& total, float by) {
        weight += by;
        total += by * step;
      };
      if (got[i] != want[i]) {
        for (size_t k = from; k < stretch.ends[i]; ++k) {
          const uint32_t row = stretch.features[k];
          if (row == 0 || seen[row] < kLeastSeen || left_out(k)) continue;
          change(weights.of[row][want[i]], weights.totals[row][want[i]], 1);
          change(weights.of[row][got[i]], weights.totals[row][got[i]], -1);
        }
      }
      from = stretch.ends[i];
      if (got[i] == want[i] && got_before == want_before) continue;
      const size_t joint = stretch.joints[i];
      change(weights.transitions[joint][want_before][want[i]],
             weights.transition_totals[joint][want_before][want[i]], 1);
      change(weights.transitions[joint][got_before][got[i]],
             weights.transition_totals[joint][got_before][got[i]], -1);
    }
  }

  // The best path among those annotated, or among all with the margin on wrong ones.
  static void best_path(const Stretch& stretch, const std::vector<std::array<float, 8>>& scores,
                        const Weights& weights, bool annotated, std::vector<Tag>& path) {
    constexpr float kNever = -1e30f;
    const size_t n = stretch.size();
    std::vector<std::array<float, kTags>> best(n);
    std::vector<std::array<Tag, kTags>> back(n);
    for (size_t i = 0; i < n; ++i) {
      for (Tag tag = 0; tag < kTags; ++tag) {
        best[i][tag] = kNever;
        back[i][tag] = kNoName;
        const bool right = (stretch.allowed[i] >> tag & 1) != 0;
        if (annotated && !right) continue;
        const float own = scores[i][tag] + (annotated || right ? 0 : kMargin);
        for (Tag previous = 0; previous < kTags; ++previous) {
          if (!may_follow(previous, tag) || (i == 0 && previous != kNoName)) continue;
          const float score =
              (i == 0 ? 0 : best[i - 1][previous]) +
              weights.transitions[stretch.joints[i]][previous][tag] + own;
          if (score > best[i][tag]) best[i][tag] = score, back[i][tag] = previous;
        }
      }
    }
    path.resize(n);
    auto tag = static_cast<Tag>(std::max_element(best[n - 1].begin(), best[n - 1].end()) -
                                best[n - 1].begin());
    for (size_t i = n; i-- > 0; tag = back[i][tag]) path[i] = tag;
  }

  std::vector<Article>& articles_;
  names::Gazetteer gazetteer_;
  std::unordered_map<uint32_t, uint32_t> rows_;
  std::vector<uint32_t> names_;  ///< features by row
  size_t words_ = 0, near_ = 0, beyond_ = 0;
};

template <class Entry>
json entry_of(const Entry& entry) {
  return {{"name", entry.name}, {"mentions", entry.mentions}, {"surfaces", entry.surfaces}};
}

json inspected(const std::string& id, const names::Findings& found) {
  json out = {{"id", id}};
  for (const char* kind : kKinds) out[kind] = json::array();
  for (const auto& organisation : found.organisations)
    out["organisations"].push_back(entry_of(organisation));
  for (const auto& person : found.people) {
    out["people"].push_back(entry_of(person));
    out["people"].back()["posts"] = person.posts;
  }
  for (const auto& place : found.places) out["places"].push_back(entry_of(place));
  return out;
}

// What the articles of `corpus` call phrases, by the weights given.
std::vector<PhraseCount> count_phrases(std::istream& corpus, const std::set<std::string>& annotated,
                                       const names::Gazetteer& gazetteer, const NameModel& model) {
  ArticleReading reading(gazetteer, PhraseKinds(""));
  NameTagger tagger(model);
  std::unordered_map<uint64_t, PhraseCount> counts;
  for (std::string line; std::getline(corpus, line);) {
    const auto article = read::read_json_record(line, {});
    if (!article || annotated.contains(article->id)) continue;
    const names::ArticleText text = view_of(*article);
    reading.read_words(text);
    reading.read_names();
    std::map<uint64_t, unsigned> kinds;
    for (const NameSpan& span : tagger.find(reading.words())) {
      if (span.end - span.first > PhraseKinds::kMaxWords) continue;
      uint64_t phrase = kNoPhrase;
      const auto words = reading.words().paragraph(span.paragraph);
      for (size_t i = span.first; i < span.end; ++i)
        phrase = longer_phrase(phrase, words[i].hash, is_capital(words[i].print));
      kinds[phrase] |= 1u << static_cast<unsigned>(span.kind);
    }
    for (const auto& [phrase, set] : kinds) {
      PhraseCount& count = counts.try_emplace(phrase, PhraseCount{phrase, {}}).first->second;
      for (size_t kind = 0; kind < kNameKinds; ++kind) count.times[kind] += set >> kind & 1;
    }
  }
  std::vector<PhraseCount> out;
  for (const auto& [phrase, count] : counts) out.push_back(count);
  return out;
}

// Distinct surfaces found, given and wanted, by kind.
struct Tally {
  size_t right = 0, given = 0, wanted = 0;
};

void tally(const json& annotated, const json& found, std::array<Tally, kNameKinds>& tallies) {
  for (size_t kind = 0; kind < kNameKinds; ++kind) {
    std::set<std::string> want, got;
    for (const json& entry : annotated[kKinds[kind]]) {
      for (const json& surface : entry["surfaces"])
        want.insert(names::name_key(surface.get<std::string>()));
    }
    for (const json& entry : found[kKinds[kind]]) {
      for (const json& surface : entry["surfaces"])
        got.insert(names::name_key(surface.get<std::string>()));
    }
    for (const std::string& surface : got) tallies[kind].right += want.count(surface);
    tallies[kind].given += got.size();
    tallies[kind].wanted += want.size();
  }
}

std::vector<std::vector<size_t>> parts_of(const std::vector<Article>& articles,
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

}  // namespace

int main(int argc, char** argv) {
  std::string out, held_out, phrases, keep, folds = "5";
  size_t buckets = 23'200;
  for (int i = 2; i + 1 < argc; i += 2) {
    const std::string option = argv[i];
    if (option == "--out") out = argv[i + 1];
    if (option == "--held-out") held_out = argv[i + 1];
    if (option == "--phrases") phrases = argv[i + 1];
    if (option == "--folds") folds = argv[i + 1];
    if (option == "--keep") keep = argv[i + 1];
    if (option == "--buckets") buckets = std::stoul(argv[i + 1]);
  }
  std::ifstream in(argc > 1 ? argv[1] : "");
  if (!in || (out.empty() && held_out.empty() && phrases.empty())) {
    std::cerr
        << "usage: train_names ANNOTATED.jsonl [--out WEIGHTS] [--held-out FILE] [--phrases FILE] "
           "[--folds N|sets] [--keep PREFIX] [--buckets N]\n";
    return 2;
  }
  std::vector<Article> articles;
  for (std::string line; std::getline(in, line);) {
    auto article = read::read_json_record(line, {});
    if (!article) continue;
    json annotated = json::parse(line);
    articles.push_back({.id = annotated["id"],
                        .set = annotated["set"],
                        .article = std::move(*article),
                        .annotated = std::move(annotated),
                        .stretches = {}});
  }
  std::vector<size_t> all(articles.size());
  for (size_t i = 0; i < all.size(); ++i) all[i] = i;
  const bool kept = !keep.empty() && std::ifstream(keep + "0").good();
  std::vector<Article> none;
  const Trainer trainer(kept ? none : articles, phrases.empty() ? PhraseKinds() : PhraseKinds(""));
  if (!phrases.empty()) {
    std::set<std::string> annotated;
    for (const Article& article : articles) annotated.insert(article.id);
    const std::string weights = trainer.learn(all, buckets);
    std::ofstream(phrases, std::ios::binary) << pack_phrases(
        count_phrases(std::cin, annotated, trainer.gazetteer(), NameModel(weights)));
    return 0;
  }
  if (!held_out.empty()) {
    std::ofstream file(held_out);
    std::array<Tally, kNameKinds> tallies{};
    int number = 0;
    for (const std::vector<size_t>& part : parts_of(articles, folds)) {
      std::vector<size_t> rest;
      for (size_t i = 0; i < articles.size(); ++i) {
        if (!std::binary_search(part.begin(), part.end(), i)) rest.push_back(i);
      }
      const std::string place = keep + std::to_string(number++);
      std::string weights;
      if (std::ifstream old(place, std::ios::binary); kept && old) {
        weights.assign(std::istreambuf_iterator<char>(old), {});
      } else {
        weights = trainer.learn(rest, buckets);
        if (!keep.empty()) std::ofstream(place, std::ios::binary) << weights;
      }
      Recogniser recogniser(trainer.gazetteer(), NameModel(weights));
      for (const size_t i : part) {
        const json found =
            inspected(articles[i].id, recogniser.recognise(view_of(articles[i].article)));
        tally(articles[i].annotated, found, tallies);
        file << found.dump() << '\n';
      }
    }
    for (size_t kind = 0; kind < kNameKinds; ++kind) {
      const Tally& t = tallies[kind];
      std::cerr << kKinds[kind] << ": surfaces found " << t.right << " given " << t.given
                << " wanted " << t.wanted << ", F1 "
                << 2.0 * static_cast<double>(t.right) / static_cast<double>(t.given + t.wanted)
                << "\n";
    }
  }
  if (!out.empty()) {
    std::ofstream(out, std::ios::binary) << trainer.learn(all, buckets);
  }
  return 0;
}
