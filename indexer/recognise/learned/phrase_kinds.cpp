#include "indexer/recognise/learned/phrase_kinds.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <map>

namespace khobao::recognise {
namespace {

constexpr uint32_t kLeastTimes = 3;
constexpr uint32_t kOften = 10;
constexpr size_t kEntryBytes = sizeof(uint32_t) + 1;

uint8_t code_of(const PhraseCount& count) {
  const auto best = std::max_element(std::begin(count.times), std::end(count.times));
  uint32_t all = 0;
  for (const uint32_t times : count.times) all += times;
  if (all < kLeastTimes) return 0;
  const double share = static_cast<double>(*best) / all;
  const int sure = share < 0.6 ? 0 : share < 0.9 ? 1 : all < kOften ? 2 : 3;
  return static_cast<uint8_t>(1 + (best - std::begin(count.times)) * 4 + sure);
}

}  // namespace

PhraseKinds::PhraseKinds(std::string_view file) : slots_(slots_of(file)) {}

std::vector<PhraseKinds::Slot> PhraseKinds::slots_of(std::string_view file) {
  const size_t entries = file.size() / kEntryBytes;
  std::vector<Slot> slots(std::bit_ceil(2 * entries + 1));
  for (size_t i = 0; i < entries; ++i) {
    Slot slot;
    std::memcpy(&slot.key, file.data() + i * kEntryBytes, sizeof slot.key);
    slot.code = static_cast<uint8_t>(file[i * kEntryBytes + sizeof slot.key]);
    size_t at = slot.key & (slots.size() - 1);
    while (slots[at].code != 0) at = (at + 1) & (slots.size() - 1);
    slots[at] = slot;
  }
  return slots;
}

std::string pack_phrases(const std::vector<PhraseCount>& counts) {
  std::map<uint32_t, uint8_t> codes;
  for (const PhraseCount& count : counts) {
    if (const uint8_t code = code_of(count); code != 0)
      codes.emplace(static_cast<uint32_t>(count.phrase >> 32), code);
  }
  std::string file;
  for (const auto& [key, code] : codes) {
    char bytes[sizeof key];
    std::memcpy(bytes, &key, sizeof key);
    file.append(bytes, sizeof bytes) += static_cast<char>(code);
  }
  return file;
}

}  // namespace khobao::recognise
