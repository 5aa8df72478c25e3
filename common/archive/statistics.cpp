#include "common/archive/statistics.h"

#include <algorithm>
#include <cstring>
#include <iterator>

#include "common/archive/disk/files.h"
#include "common/language/say.h"

namespace khobao::archive {
namespace {

constexpr char kStatisticsMagic[4] = {'K', 'B', 'S', 'T'};
constexpr uint32_t kVersion = 2;
constexpr uint32_t kVersionWithoutBefore = 1;  // is read as well

struct Header {
  char magic[4];
  uint32_t version;
  uint64_t articles;
  uint64_t total;
  uint32_t vocabulary_words;
  uint32_t pairs;
  uint32_t rare;
  uint32_t rare_bytes;
};

uint64_t size_by(const Header& h) {
  const uint64_t by_word = h.version == kVersionWithoutBefore ? 2 : 3;
  return sizeof(Header) +
         4 * (uint64_t{h.vocabulary_words} * by_word + 1 + uint64_t{h.pairs} * 2 +
              uint64_t{h.rare} * 2 + 1) +
         h.rare_bytes;
}

void put_u32(std::string& out, uint32_t value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

}  // namespace

Result<Statistics> Statistics::open(const std::string& path,
                                    std::shared_ptr<const SummedFiles> sums) {
  const auto damaged = [&] {
    return Error{ErrorCode::index_corrupt, say("'{}' is damaged", path), ""};
  };
  auto map = CheckedMap::open(path, std::move(sums));
  if (!map) return map.error();
  const std::string_view bytes = map->bytes();
  if (bytes.size() < sizeof(Header)) return damaged();
  Statistics s;
  s.map_ = std::move(*map);
  try {
    s.map_.need(bytes.data(), sizeof(Header));
  } catch (const DamagedBytes& thrown) {
    return Error{ErrorCode::index_corrupt, thrown.message(), ""};
  }
  Header h{};
  std::memcpy(&h, bytes.data(), sizeof h);
  if (std::memcmp(h.magic, kStatisticsMagic, sizeof kStatisticsMagic) != 0 ||
      (h.version != kVersion && h.version != kVersionWithoutBefore) || size_by(h) != bytes.size() ||
      h.vocabulary_words != text::vocabulary().size()) {
    return damaged();
  }
  s.articles_ = h.articles;
  s.total_ = h.total;
  s.counts_ = reinterpret_cast<const uint32_t*>(bytes.data() + sizeof h);
  s.starts_ = s.counts_ + h.vocabulary_words;
  const uint32_t* after_starts = s.starts_ + h.vocabulary_words + 1;
  s.before_ = h.version == kVersionWithoutBefore ? nullptr : after_starts;
  s.pairs_ = after_starts + (s.before_ == nullptr ? 0 : h.vocabulary_words);
  s.rare_ = s.pairs_ + size_t{h.pairs} * 2;
  s.rare_bytes_ = reinterpret_cast<const char*>(s.rare_ + size_t{h.rare} * 2 + 1);
  s.rare_count_ = h.rare;
  s.pair_count_ = h.pairs;
  s.rare_size_ = h.rare_bytes;
  return s;
}

uint32_t Statistics::count(std::string_view term) const {
  if (const auto id = text::vocabulary().find(term)) return count(*id);
  size_t low = 0, high = rare_count_;
  while (low < high) {
    const size_t middle = (low + high) / 2;
    const std::string_view word = rare_word(middle);
    if (word == term) return rare_word_count(middle);
    (word < term ? low : high) = word < term ? middle + 1 : middle;
  }
  return 0;
}

uint32_t Statistics::pair_count(text::WordId first, text::WordId second) const {
  // Offsets are checked where they are used: checking all would read the table for every search.
  size_t low = map_.at(starts_ + first), high = std::min(map_.at(starts_ + first + 1), pair_count_);
  while (low < high) {
    const size_t middle = (low + high) / 2;
    const uint32_t word = map_.at(pairs_ + 2 * middle);
    if (word == second) return map_.at(pairs_ + 2 * middle + 1);
    (word < second ? low : high) = word < second ? middle + 1 : middle;
  }
  return 0;
}

Statistics::Followers Statistics::followers(text::WordId first) const {
  Followers out;
  const uint32_t end = std::min(map_.at(starts_ + first + 1), pair_count_);
  for (uint32_t pair = map_.at(starts_ + first); pair < end; ++pair) {
    ++out.words;
    out.count += map_.at(pairs_ + 2 * size_t{pair} + 1);
  }
  return out;
}

uint32_t Statistics::words_before(text::WordId word) const {
  if (before_ != nullptr) return map_.at(before_ + word);
  return words_before_.get([&] {
    std::vector<uint32_t> counts(text::vocabulary().size());
    map_.need(pairs_, 2 * size_t{pair_count_} * sizeof *pairs_);
    for (size_t pair = 0; pair < pair_count_; ++pair) {
      const uint32_t second = pairs_[2 * pair];
      if (second < counts.size()) ++counts[second];
    }
    return counts;
  })[word];
}

std::string_view Statistics::rare_word(size_t index) const {
  const uint32_t begin = map_.at(rare_ + 2 * index), end = map_.at(rare_ + 2 * index + 2);
  if (begin > end || end > rare_size_) return {};
  map_.need(rare_bytes_ + begin, end - begin);
  return {rare_bytes_ + begin, end - begin};
}

uint32_t Statistics::rare_word_count(size_t index) const { return map_.at(rare_ + 2 * index + 1); }

Result<WordCounts> Statistics::counts() const {
  const auto damaged = [] {
    return Error{ErrorCode::index_corrupt, say("the statistics are damaged"), ""};
  };
  const auto words = static_cast<uint32_t>(text::vocabulary().size());
  map_.need(map_.bytes().data(), map_.bytes().size());
  WordCounts out{
      .articles = articles_, .words = {counts_, counts_ + words}, .pairs = {}, .rare = {}};
  if (starts_[0] != 0 || starts_[words] != pair_count_) return damaged();
  out.pairs.reserve(pair_count_);
  for (uint32_t first = 0; first < words; ++first) {
    if (starts_[first] > starts_[first + 1] || starts_[first + 1] > pair_count_) return damaged();
    for (size_t pair = starts_[first]; pair < starts_[first + 1]; ++pair)
      out.pairs.push_back({first, pairs_[2 * pair], pairs_[2 * pair + 1]});
  }
  out.rare.reserve(rare_count_);
  for (size_t i = 0; i < rare_count_; ++i) out.rare.emplace_back(rare_word(i), rare_word_count(i));
  return out;
}

Result<void> write_statistics(const std::string& path, const WordCounts& counts) {
  std::vector<WordCounts::Pair> pairs;
  std::copy_if(counts.pairs.begin(), counts.pairs.end(), std::back_inserter(pairs),
               [](const WordCounts::Pair& pair) { return pair.count >= kMinPairCount; });
  Header h{.magic = {},
           .version = kVersion,
           .articles = counts.articles,
           .total = 0,
           .vocabulary_words = static_cast<uint32_t>(counts.words.size()),
           .pairs = static_cast<uint32_t>(pairs.size()),
           .rare = static_cast<uint32_t>(counts.rare.size()),
           .rare_bytes = 0};
  std::memcpy(h.magic, kStatisticsMagic, sizeof kStatisticsMagic);
  for (const uint32_t count : counts.words) h.total += count;
  for (const auto& [word, count] : counts.rare) {
    h.total += count;
    h.rare_bytes += static_cast<uint32_t>(word.size());
  }
  std::string out(reinterpret_cast<const char*>(&h), sizeof h);
  out.reserve(size_by(h));
  for (const uint32_t count : counts.words) put_u32(out, count);
  size_t pair = 0;
  for (uint32_t word = 0; word <= h.vocabulary_words; ++word) {
    while (pair < pairs.size() && pairs[pair].first < word) ++pair;
    put_u32(out, static_cast<uint32_t>(pair));
  }
  std::vector<uint32_t> before(h.vocabulary_words);
  for (const auto& p : pairs) {
    if (p.second < before.size()) ++before[p.second];
  }
  for (const uint32_t words : before) put_u32(out, words);
  for (const auto& p : pairs) {
    put_u32(out, p.second);
    put_u32(out, p.count);
  }
  uint32_t offset = 0;
  for (const auto& [word, count] : counts.rare) {
    put_u32(out, offset);
    put_u32(out, count);
    offset += static_cast<uint32_t>(word.size());
  }
  put_u32(out, offset);
  for (const auto& entry : counts.rare) out += entry.first;
  return replace_file(path, out);
}

}  // namespace khobao::archive
