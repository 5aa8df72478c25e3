#include "indexer/extract/word97/property_set.h"

#include <algorithm>
#include <ctime>

#include "indexer/extract/word97/compound_file.h"

namespace khobao::extract {
namespace {

constexpr uint64_t kMostProperties = 100, kText = 0x1E, kTime = 0x40, kUtf8 = 65001;

std::string text_at(std::string_view set, size_t at, bool utf8) {
  constexpr size_t kLongestBytes = 1000;
  if (number_at(set, at, 4) != kText) return "";
  const uint64_t bytes = number_at(set, at + 4, 4);
  if (bytes > kLongestBytes || at + 8 > set.size()) return "";
  std::string text(set.substr(at + 8, bytes));
  text.resize(std::min(text.find('\0'), text.size()));
  const bool ascii = std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
  return ascii || utf8 ? text : "";
}

// From tenths of microseconds since 1601.
std::string time_at(std::string_view set, size_t at) {
  constexpr uint64_t kPerSecond = 10'000'000, kFrom1601To1970 = 11'644'473'600;
  if (number_at(set, at, 4) != kTime) return "";
  const uint64_t seconds = number_at(set, at + 4, 8) / kPerSecond;
  if (seconds <= kFrom1601To1970) return "";
  const auto time = static_cast<std::time_t>(seconds - kFrom1601To1970);
  std::tm parts{};
  if (gmtime_r(&time, &parts) == nullptr) return "";
  char text[64];
  return {text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

}  // namespace

void read_property_set(std::string_view stream, Document& document) {
  constexpr size_t kSetAt = 44;  // where the header says where the set begins
  constexpr uint64_t kEncoding = 1, kTitle = 2, kAuthor = 4, kCreated = 12;
  const size_t begin = std::min<size_t>(number_at(stream, kSetAt, 4), stream.size());
  const std::string_view set = stream.substr(begin);
  const uint64_t count = std::min(number_at(set, 4, 4), kMostProperties);
  const auto place_of = [&](uint64_t wanted) -> size_t {
    for (uint64_t i = 0; i < count; ++i) {
      if (number_at(set, 8 + 8 * i, 4) == wanted) return number_at(set, 12 + 8 * i, 4);
    }
    return set.size();
  };
  const bool utf8 = number_at(set, place_of(kEncoding) + 4, 2) == kUtf8;
  document.title = text_at(set, place_of(kTitle), utf8);
  document.author = text_at(set, place_of(kAuthor), utf8);
  document.created = time_at(set, place_of(kCreated));
}

}  // namespace khobao::extract
