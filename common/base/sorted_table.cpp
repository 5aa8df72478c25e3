#include "common/base/sorted_table.h"

#include <cstring>

namespace khobao {
namespace {

constexpr size_t kNumberBytes = sizeof(uint32_t);

void put_number(std::string& out, size_t value) {
  const auto number = static_cast<uint32_t>(value);
  out.append(reinterpret_cast<const char*>(&number), kNumberBytes);
}

size_t number_at(std::string_view bytes, size_t place) {
  uint32_t number;
  std::memcpy(&number, bytes.data() + place * kNumberBytes, kNumberBytes);
  return number;
}

}  // namespace

SortedTable::SortedTable(std::string_view image) : image_(image), count_(number_at(image, 0)) {}

// Pieces are keys and values in turn; they end at these places after the numbers.
size_t SortedTable::end(size_t piece) const { return number_at(image_, 1 + piece); }

std::string_view SortedTable::piece(size_t number) const {
  const size_t begin = number == 0 ? 0 : end(number - 1);
  return image_.substr((1 + 2 * count_) * kNumberBytes + begin, end(number) - begin);
}

std::optional<std::string_view> SortedTable::find(std::string_view key) const {
  size_t first = 0, last = count_;
  while (first < last) {
    const size_t middle = first + (last - first) / 2;
    const int order = piece(2 * middle).compare(key);
    if (order == 0) return piece(2 * middle + 1);
    if (order < 0)
      first = middle + 1;
    else
      last = middle;
  }
  return std::nullopt;
}

std::string sorted_table(const std::map<std::string, std::string>& entries) {
  std::string out, pieces;
  put_number(out, entries.size());
  for (const auto& [key, value] : entries) {
    put_number(out, (pieces += key).size());
    put_number(out, (pieces += value).size());
  }
  return out + pieces;
}

}  // namespace khobao
