#include "common/text/tables/vocabulary_image.h"

#include <bit>
#include <vector>

#include "common/base/embedded.h"

namespace khobao::text {
namespace {

void append(std::string& image, const std::vector<uint32_t>& numbers) {
  image.append(reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(uint32_t));
}

}  // namespace

std::string vocabulary_image(std::string_view data) {
  std::vector<std::string_view> words;
  for_each_data_line(data, [&](std::string_view line) { words.push_back(line); });
  std::vector<uint32_t> ends, slots(std::bit_ceil(words.size() * 2 + 1));
  std::string bytes;
  for (const std::string_view word : words) {
    bytes += word;
    ends.push_back(static_cast<uint32_t>(bytes.size()));
    size_t slot = vocabulary_hash(word);
    while (slots[slot & (slots.size() - 1)] != 0) ++slot;
    slots[slot & (slots.size() - 1)] = static_cast<uint32_t>(ends.size());
  }
  std::string image;
  append(image, {static_cast<uint32_t>(words.size()), static_cast<uint32_t>(slots.size())});
  append(image, ends);
  append(image, slots);
  return image + bytes;
}

}  // namespace khobao::text
