#include "searcher/story/article_print.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "common/archive/disk/hash.h"
#include "common/archive/streams/token_stream.h"
#include "common/text/dates/calendar.h"
#include "searcher/reading/archive_words.h"

namespace khobao::story {
namespace {

// The rest of a long article tells other stories: background, what was said before.
constexpr size_t kMostWords = 400;
// Words of the title count as if printed this often.
constexpr int kTitleTimes = 2;
// What more than a tenth of all articles hold tells nothing; what a handful hold may be a story, in an
// archive of a few, too.
constexpr double kCommon = 0.1;
constexpr double kNeverCommon = 8;
constexpr double kLeastRarity = 0.1;
// How rare a word is cannot be told from fewer articles; a smaller archive counts as this large.
constexpr double kLeastArticles = 30;

constexpr archive::FieldId kNameFields[] = {archive::FieldId::organisation,
                                            archive::FieldId::person, archive::FieldId::place};

void normalise(Weights& weights) {
  double sum = 0;
  for (const auto& entry : weights) sum += entry.second * entry.second;
  if (sum == 0) return weights.clear();
  const double length = std::sqrt(sum);
  for (auto& entry : weights) entry.second /= length;
}

int day_in(const std::string& value) {
  constexpr size_t kDayDigits = 8;
  if (value.size() < kDayDigits) return 0;
  const int day = std::stoi(value.substr(0, kDayDigits));
  return text::day_number({day / 10'000, day / 100 % 100, day % 100});
}

}  // namespace

double likeness(const Weights& a, const Weights& b) {
  double sum = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (x->first == y->first) {
      sum += x++->second * y++->second;
    } else if (x->first < y->first) {
      ++x;
    } else {
      ++y;
    }
  }
  return sum;
}

PrintReader::PrintReader(const searcher::Index& index)
    : index_(index),
      streams_(index.layers()),
      articles_(std::max(kLeastArticles, static_cast<double>(index.manifest().articles))) {}

double PrintReader::rarity(uint64_t key, const std::string& first, const std::string& second) {
  const auto [known, fresh] = rarities_.try_emplace(key);
  if (!fresh) return known->second;
  const double holders =
      static_cast<double>(second.empty() ? index_.layers().holders(first)
                                         : reading::ArchiveWords(index_.statistics())
                                               .pair_count(first, second));
  known->second = holders > std::max(kCommon * articles_, kNeverCommon)
                      ? 0
                      : std::max(kLeastRarity, std::log((articles_ + 1) / std::max(1.0, holders)));
  return known->second;
}

double PrintReader::rarity_of_name(archive::FieldId field, archive::FacetId id) {
  const auto [known, fresh] = rarities_.try_emplace(id ^ static_cast<uint64_t>(field) << 56);
  if (!fresh) return known->second;
  const std::string term(archive::prefixed_term(
      archive::field(field).prefix, std::string(index_.facet_names().name(field, id))));
  const auto holders = static_cast<double>(index_.layers().holders(term));
  known->second = std::log((articles_ + 1) / std::max(1.0, holders));
  return known->second;
}

ArticlePrint PrintReader::read(Xapian::docid docid) {
  archive::TokenStream stream;
  if (!archive::read_token_stream(streams_.of(docid), stream)) streams_.refuse();
  struct Counted {
    int times = 0;
    double rarity = 0;
  };
  std::map<uint64_t, Counted> counts;
  const auto count = [&](const std::string& first, const std::string& second, int times) {
    const uint64_t key = archive::hash64(second.empty() ? first : first + ' ' + second);
    Counted& one = counts[key];
    if (one.times == 0) one.rarity = rarity(key, first, second);
    one.times += times;
  };
  std::string before;
  size_t words = 0;
  for (size_t at = 0; at < stream.words.size() && words < kMostWords; ++at) {
    if (archive::is_gap(stream.words[at])) {
      before.clear();
      continue;
    }
    ++words;
    const int times = at < stream.body_begin ? kTitleTimes : 1;
    const std::string word(stream.term(stream.words[at]));
    count(word, "", times);
    if (!before.empty()) count(before, word, times);
    before = word;
  }
  for (const archive::Compound& compound : stream.compounds) {
    if (compound.place < kMostWords) count(std::string(stream.term(compound.word)), "", 1);
  }
  ArticlePrint print;
  for (const auto& [key, one] : counts) {
    if (one.rarity > 0) print.words.emplace_back(key, (1 + std::log(one.times)) * one.rarity);
  }
  normalise(print.words);
  const Xapian::Document document = index_.database().get_document(docid);
  for (const archive::FieldId field : kNameFields) {
    const std::string value =
        document.get_value(static_cast<Xapian::valueno>(*archive::field(field).slot));
    for (size_t i = 0; i < archive::facet_id_count(value); ++i) {
      const archive::FacetId id = archive::facet_id_at(value, i);
      print.names.emplace_back(id ^ static_cast<uint64_t>(field) << 56, rarity_of_name(field, id));
    }
  }
  std::sort(print.names.begin(), print.names.end());
  normalise(print.names);
  print.day = day_in(document.get_value(static_cast<Xapian::valueno>(archive::Slot::published)));
  return print;
}

std::vector<std::string> PrintReader::telling_words(Xapian::docid docid, size_t most) {
  archive::TokenStream stream;
  if (!archive::read_token_stream(streams_.of(docid), stream)) streams_.refuse();
  std::map<std::string, int> counts;
  size_t words = 0;
  for (size_t at = 0; at < stream.words.size() && words < kMostWords; ++at) {
    if (archive::is_gap(stream.words[at])) continue;
    ++words;
    counts[std::string(stream.term(stream.words[at]))] += at < stream.body_begin ? kTitleTimes : 1;
  }
  std::vector<std::pair<double, std::string>> weighed;
  for (const auto& [word, times] : counts) {
    const double rare = rarity(archive::hash64(word), word, "");
    // What no other article holds finds none.
    if (rare > 0 && index_.layers().holders(word) > 1)
      weighed.emplace_back(-(1 + std::log(times)) * rare, word);
  }
  std::sort(weighed.begin(), weighed.end());
  weighed.resize(std::min(weighed.size(), most));
  std::vector<std::string> out;
  out.reserve(weighed.size());
  for (auto& entry : weighed) out.push_back(std::move(entry.second));
  return out;
}

}  // namespace khobao::story
