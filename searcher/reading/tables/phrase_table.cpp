#include "searcher/reading/tables/phrase_table.h"

#include <algorithm>
#include <cstring>

#include "common/text/letters/fold.h"

namespace khobao::reading {
namespace {

// Keys are phrases behind one of these; the key "" holds how many words the longest has.
constexpr char kAsTyped = '=', kFolded = '~';

char byte_of(size_t number) { return static_cast<char>(static_cast<unsigned char>(number)); }

// An entry: weight · number of words · the words, each after its length. Numbers are a byte.
std::vector<PhraseTable::Other> unpacked(std::string_view in) {
  std::vector<PhraseTable::Other> out;
  while (!in.empty()) {
    PhraseTable::Other& other = out.emplace_back();
    std::memcpy(&other.weight, in.data(), sizeof other.weight);
    in.remove_prefix(sizeof other.weight);
    const size_t words = static_cast<unsigned char>(in.front());
    in.remove_prefix(1);
    for (size_t i = 0; i < words; ++i) {
      const size_t bytes = static_cast<unsigned char>(in.front());
      other.words.emplace_back(in.substr(1, bytes));
      in.remove_prefix(1 + bytes);
    }
  }
  return out;
}

}  // namespace

PhraseTable::PhraseTable(std::string_view image) : table_(image) {
  const auto longest = table_.find("");
  longest_ = longest && !longest->empty() ? static_cast<unsigned char>(longest->front()) : 0;
}

std::vector<PhraseTable::Other> PhraseTable::others(std::span<const std::string> words) const {
  std::string key = kAsTyped + joined(words);
  if (const auto found = table_.find(key)) return unpacked(*found);
  if (!text::is_folded(std::string_view(key).substr(1))) return {};
  key.front() = kFolded;
  const auto found = table_.find(key);
  return found ? unpacked(*found) : std::vector<Other>();
}

void PhraseTable::find(std::span<const std::string> words,
                       std::vector<query::Equivalent>& out) const {
  for (size_t begin = 0; begin < words.size(); ++begin) {
    for (size_t size = std::min(longest_, words.size() - begin); size > 0; --size) {
      std::vector<Other> found = others(words.subspan(begin, size));
      if (found.empty()) continue;
      for (Other& other : found)
        out.push_back({.begin = begin,
                       .end = begin + size,
                       .words = std::move(other.words),
                       .weight = other.weight});
      break;
    }
  }
}

void PhraseEntries::add_to(std::string key, size_t words, const PhraseTable::Other& other) {
  longest_ = std::max(longest_, words);
  std::string& entry = entries_[std::move(key)];
  entry.append(reinterpret_cast<const char*>(&other.weight), sizeof other.weight);
  entry += byte_of(other.words.size());
  for (const std::string& word : other.words) (entry += byte_of(word.size())) += word;
}

void PhraseEntries::add(const Words& words, const PhraseTable::Other& other) {
  add_to(kAsTyped + joined(words), words.size(), other);
}

void PhraseEntries::add_folded(const Words& folded, const PhraseTable::Other& other) {
  add_to(kFolded + joined(folded), folded.size(), other);
}

std::string PhraseEntries::image() const {
  auto entries = entries_;
  entries[""] = byte_of(longest_);
  return sorted_table(entries);
}

}  // namespace khobao::reading
