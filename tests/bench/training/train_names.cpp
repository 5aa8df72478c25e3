// Learns the weights by which names are recognised (indexer/recognise/data/name_weights.bin), and
// judges them.
//
// usage: train_names ANNOTATED.jsonl [--out WEIGHTS] [--held-out FILE] [--judge ARTICLES]
//                    [--phrases FILE] [--folds N|sets] [--keep PREFIX] [--buckets N]
//                    [--by both|model|rules] [--without KIND]
//
// ANNOTATED: articles with "organisations", "people" and "places", each with "surfaces" as printed.
//
//   --out       writes the weights learned from all of them
//   --held-out  learns without a part of the articles (each Nth, or each "set" in turn), recognises
//               that part by those weights and writes what was found, as 'indexer inspect --format
//               jsonl' prints it; how much of it is right goes to standard error
//   --judge     the same of other annotated articles, by the weights learned from all of ANNOTATED
//   --phrases   learns without what archives call phrases, reads the articles of standard input
//               (JSON Lines) by that and writes what it calls phrases (phrase_kinds.bin); annotated
//               articles are left out. So: --phrases first, build, then --out
//   --keep      keeps the weights of each part in a file, and takes them from there where it is, to
//               judge rules without learning again
//   --by        rules: names as rules alone find them. model: without what rules and gazetteers
//               know, and without what rules mend afterwards
//   --without   words, runs, casing, classes, pairs, phrases, foreign, article, grammar, gazetteers,
//               roles: what the model is not told, several with commas (NameWords::leave_out())
#include <algorithm>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <map>
#include <optional>
#include <set>

#include "indexer/recognise/learned/name_tagger.h"
#include "indexer/recognise/recogniser.h"
#include "tests/bench/training/counted_phrases.h"
#include "tests/bench/training/judged.h"
#include "tests/bench/training/perceptron.h"
#include "tests/bench/training/rule_spans.h"

namespace {

using namespace khobao;
using namespace khobao::recognise;
using namespace khobao::training;

struct Options {
  std::string annotated, out, held_out, judge, phrases, keep, folds = "5", by = "both", without;
  size_t buckets = 23'200;

  bool set(const std::string& option, const std::string& value) {
    const std::map<std::string, std::string*> texts{
        {"--out", &out},   {"--held-out", &held_out}, {"--judge", &judge},
        {"--keep", &keep}, {"--phrases", &phrases},   {"--folds", &folds},
        {"--by", &by},     {"--without", &without}};
    if (option == "--buckets") {
      buckets = std::stoul(value);
      return true;
    }
    const auto text = texts.find(option);
    if (text == texts.end()) return false;
    *text->second = value;
    return true;
  }
  bool complete() const {
    return !annotated.empty() && (!out.empty() || !held_out.empty() || !phrases.empty());
  }
};

// What --by and --without leave out; nullopt where a word is unknown.
std::optional<unsigned> left_out(const Options& options) {
  unsigned out = options.by == "model" ? evidence::kGrammar | evidence::kGazetteers | evidence::kRoles
                                       : 0;
  std::string_view rest = options.without;
  while (!rest.empty()) {
    const size_t comma = std::min(rest.find(','), rest.size());
    const unsigned one = evidence::named(rest.substr(0, comma));
    if (one == 0) return std::nullopt;
    out |= one;
    rest.remove_prefix(std::min(comma + 1, rest.size()));
  }
  return out;
}

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

class Trial {
 public:
  explicit Trial(const Options& options, unsigned left_out)
      : options_(options), left_out_(left_out) {}

  /// Recognises articles by `weights` and adds what was found to `out` and `judge`.
  void run(const std::vector<const Annotated*>& articles, const std::string& weights,
           std::ostream& out, Judge& judge) const {
    const NameModel model = weights.empty() ? NameModel() : NameModel(weights);
    NameTagger tagger(model);
    Recogniser recogniser(gazetteer_, model);
    recogniser.leave_out(left_out_);
    const auto find = [&](ArticleReading& reading) {
      return options_.by == "rules" ? rule_spans(gazetteer_, reading)
                                    : tagger.find(reading.words());
    };
    for (const Annotated* article : articles) {
      const names::ArticleText text = text_of(article->article);
      const auto found = inspected(article->id, options_.by == "both"
                                                    ? recogniser.recognise(text)
                                                    : recogniser.recognise_by(find, text));
      judge.add(article->names, found);
      out << found.dump() << '\n';
    }
  }

  const names::Gazetteer& gazetteer() const { return gazetteer_; }

 private:
  const Options& options_;
  unsigned left_out_;
  names::Gazetteer gazetteer_;
};

class Program {
 public:
  Program(const Options& options, unsigned left_out, std::vector<Annotated> articles)
      : options_(options), articles_(std::move(articles)), trial_(options, left_out) {
    const bool kept = !options.keep.empty() && std::ifstream(options.keep + "0").good();
    if (kept || options.by == "rules") return;
    ArticleReading reading(trial_.gazetteer(),
                           options.phrases.empty() ? PhraseKinds() : PhraseKinds(""));
    reading.leave_out(left_out);
    material_ = read_material(reading, articles_);
    std::cerr << "features seen twice: " << material_.features.size() - 1 << ", words near names: "
              << material_.near << " of " << material_.words << ", annotated words beyond: "
              << material_.beyond << "\n";
  }

  void run() const {
    if (!options_.phrases.empty()) {
      std::set<std::string> ids;
      for (const Annotated& article : articles_) ids.insert(article.id);
      const std::string weights = weights_of(0, everything());
      std::ofstream(options_.phrases, std::ios::binary) << pack_phrases(
          count_phrases(std::cin, ids, trial_.gazetteer(), NameModel(weights)));
    } else if (!options_.judge.empty()) {
      judge_others();
    } else if (!options_.held_out.empty()) {
      judge_parts();
    }
    if (!options_.out.empty())
      std::ofstream(options_.out, std::ios::binary)
          << learn_weights(material_, everything(), options_.buckets);
  }

 private:
  std::vector<size_t> everything() const {
    std::vector<size_t> all(articles_.size());
    for (size_t i = 0; i < all.size(); ++i) all[i] = i;
    return all;
  }

  // Learned from `wanted`, or kept from an earlier run.
  std::string weights_of(size_t number, const std::vector<size_t>& wanted) const {
    if (options_.by == "rules") return {};
    const std::string place = options_.keep.empty() ? "" : options_.keep + std::to_string(number);
    if (material_.features.empty()) return bytes_of(place);
    const std::string weights = learn_weights(material_, wanted, options_.buckets);
    if (!place.empty()) std::ofstream(place, std::ios::binary) << weights;
    return weights;
  }

  void judge_parts() const {
    std::ofstream file(options_.held_out);
    Judge judge;
    size_t number = 0;
    for (const std::vector<size_t>& part : parts_of(articles_, options_.folds)) {
      std::vector<size_t> rest;
      std::vector<const Annotated*> held_out;
      for (const size_t i : part) held_out.push_back(&articles_[i]);
      for (const size_t i : everything()) {
        if (!std::binary_search(part.begin(), part.end(), i)) rest.push_back(i);
      }
      trial_.run(held_out, weights_of(number++, rest), file, judge);
    }
    judge.print(std::cerr);
  }

  void judge_others() const {
    std::ifstream in(options_.judge);
    std::ofstream file(options_.held_out);
    const std::vector<Annotated> others = read_annotated(in);
    std::vector<const Annotated*> all;
    for (const Annotated& article : others) all.push_back(&article);
    Judge judge;
    trial_.run(all, weights_of(0, everything()), file, judge);
    judge.print(std::cerr);
  }

  const Options& options_;
  std::vector<Annotated> articles_;
  Trial trial_;
  Material material_;
};

}  // namespace

int main(int argc, char** argv) {
  Options options;
  if (argc > 1) options.annotated = argv[1];
  bool usage = argc % 2 != 0;
  for (int i = 2; i + 1 < argc; i += 2) usage |= !options.set(argv[i], argv[i + 1]);
  std::ifstream in(options.annotated);
  const auto without = left_out(options);
  if (usage || !in || !options.complete() || !without) {
    std::cerr << "usage: train_names ANNOTATED.jsonl [--out WEIGHTS] [--held-out FILE] [--judge "
                 "ARTICLES] [--phrases FILE] [--folds N|sets] [--keep PREFIX] [--buckets N] [--by "
                 "both|model|rules] [--without KIND]\n";
    return 2;
  }
  Program(options, *without, read_annotated(in)).run();
  return 0;
}
