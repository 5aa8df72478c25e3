#include "common/archive/tables/rare_pairs.h"

#include "common/archive/disk/files.h"
#include "common/archive/streams/varint.h"
#include "common/language/say.h"

namespace khobao::archive {
namespace {

using Pair = WordCounts::Pair;

constexpr std::string_view kHead = "KBRP\1";

bool take_pairs_of(std::string_view& in, text::WordId first, std::vector<Pair>& out) {
  uint64_t pairs = 0, second = 0;
  if (!take_varint(in, pairs)) return false;
  for (uint64_t i = 0; i < pairs; ++i) {
    uint64_t step = 0, count = 0;
    if (!take_varint(in, step) || !take_varint(in, count)) return false;
    if (step > text::vocabulary().size() || (i > 0 && step == 0)) return false;
    second += step;
    if (second >= text::vocabulary().size() || count == 0 || count >= kMinPairCount)
      return false;
    out.push_back({first, static_cast<text::WordId>(second), static_cast<uint32_t>(count)});
  }
  return true;
}

}  // namespace

Result<void> write_rare_pairs(const std::string& path, const WordCounts& counts) {
  std::string bytes(kHead), of_word;
  auto pair = counts.pairs.begin();
  for (text::WordId first = 0; first < text::vocabulary().size(); ++first) {
    of_word.clear();
    uint64_t pairs = 0;
    text::WordId before = 0;
    for (; pair != counts.pairs.end() && pair->first == first; ++pair) {
      if (pair->count >= kMinPairCount) continue;
      put_varint(of_word, pair->second - before);
      put_varint(of_word, pair->count);
      before = pair->second;
      ++pairs;
    }
    put_varint(bytes, pairs);
    bytes += of_word;
  }
  return replace_file(path, bytes);
}

Result<std::vector<Pair>> read_rare_pairs(const std::string& path) {
  const auto bytes = read_file(path);
  if (!bytes) return bytes.error();
  std::string_view in = *bytes;
  const Error damaged{ErrorCode::index_corrupt, say("'{}' is damaged", path), ""};
  if (!in.starts_with(kHead)) return damaged;
  in.remove_prefix(kHead.size());
  std::vector<Pair> pairs;
  for (text::WordId first = 0; first < text::vocabulary().size(); ++first) {
    if (!take_pairs_of(in, first, pairs)) return damaged;
  }
  if (!in.empty()) return damaged;
  return pairs;
}

}  // namespace khobao::archive
