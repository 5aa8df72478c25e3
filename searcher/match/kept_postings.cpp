#include "searcher/match/kept_postings.h"

#include <cstring>
#include <utility>

namespace khobao::match {
namespace {

// Of 140,000 articles these are nearly all.
constexpr size_t kMostBytes = size_t{64} << 20;
// Words of which it is remembered that they were asked for.
constexpr size_t kMostWords = 100'000;

}  // namespace

uint32_t KeptPostings::Reader::large() {
  uint32_t number;
  std::memcpy(&number, at_, sizeof number);
  at_ += sizeof number;
  return number;
}

std::string KeptPostings::packed(const archive::LayeredIndex& index, const std::string& term) {
  std::string bytes;
  const auto put = [&](uint32_t number) {
    bytes += static_cast<char>(number < kLarge ? number : kLarge);
    if (number >= kLarge) bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
  };
  for (size_t layer = 0; layer < index.layers(); ++layer) {
    const Xapian::Database& database = index.layer_database(layer);
    Xapian::docid before = 0;
    const auto end = database.postlist_end(term);
    for (auto at = database.postlist_begin(term); at != end; ++at) {
      put(*at - std::exchange(before, *at));
      put(at.get_wdf());
    }
    put(0);
  }
  return bytes;
}

void KeptPostings::find_lists(const archive::LayeredIndex& index, const std::string& term) {
  lists_.clear();
  for (size_t layer = 0; layer < index.layers(); ++layer) lists_.push_back(index.listed(layer, term));
}

const std::string* KeptPostings::find(const archive::LayeredIndex& index, const std::string& term) {
  if (index.gathered()) return nullptr;  // each request has articles of its own
  if (words_.size() >= kMostWords && !words_.contains(term)) return nullptr;
  Word& word = words_[term];
  if (!word.postings.empty()) return &word.postings;
  if ((!std::exchange(word.asked, true) && !expects_many_) || word.no_room) return nullptr;
  word.no_room = kept_bytes_ + 2 * size_t{index.database().get_termfreq(term)} > kMostBytes;
  if (word.no_room) return nullptr;
  word.postings = packed(index, term);
  word.postings.shrink_to_fit();
  kept_bytes_ += word.postings.size();
  return &word.postings;
}

}  // namespace khobao::match
