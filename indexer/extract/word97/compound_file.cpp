#include "indexer/extract/word97/compound_file.h"

#include <algorithm>

namespace khobao::extract {
namespace {

constexpr std::string_view kMagic = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
constexpr uint32_t kLastSector = 0xFFFFFFFA;  // greater numbers are no sectors
constexpr size_t kHeaderBytes = 512, kEntryBytes = 128, kNameBytes = 64;
constexpr size_t kSmallSectorBytes = 64;
constexpr size_t kSectorsInHeader = 109;
constexpr size_t kMostEntries = 10'000;

class CompoundFile {
 public:
  explicit CompoundFile(std::string_view bytes) : bytes_(bytes) {}

  /// False where it is none, or damaged.
  bool open() {
    constexpr size_t kShiftAt = 30, kCutoffAt = 56;
    if (bytes_.size() < kHeaderBytes || !bytes_.starts_with(kMagic)) return false;
    const uint64_t shift = number_at(bytes_, kShiftAt, 2);
    if (shift != 9 && shift != 12) return false;
    sector_bytes_ = size_t{1} << shift;
    cutoff_ = number_at(bytes_, kCutoffAt, 4);
    read_table();
    constexpr size_t kFirstFolderAt = 48, kFirstSmallAt = 60;
    folder_ = chain(static_cast<uint32_t>(number_at(bytes_, kFirstFolderAt, 4)));
    small_table_ = chain(static_cast<uint32_t>(number_at(bytes_, kFirstSmallAt, 4)));
    if (folder_.size() < kEntryBytes) return false;
    small_ = chain(first_of(0));  // the root entry's stream holds the small ones
    return true;
  }

  size_t entries() const { return std::min(folder_.size() / kEntryBytes, kMostEntries); }

  std::string name_of(size_t entry) const {
    const std::string_view at = std::string_view(folder_).substr(entry * kEntryBytes, kEntryBytes);
    const size_t length = std::min<size_t>(number_at(at, kNameBytes, 2), kNameBytes);
    std::string name;
    for (size_t i = 0; i + 2 < length + 1 && at[i] != '\0'; i += 2) name += at[i];
    return name;
  }

  std::string stream(size_t entry) const {
    constexpr size_t kSizeAt = 120;
    const std::string_view at = std::string_view(folder_).substr(entry * kEntryBytes, kEntryBytes);
    const size_t size = std::min<size_t>(number_at(at, kSizeAt, 4), bytes_.size());
    std::string all = size < cutoff_ ? small_chain(first_of(entry)) : chain(first_of(entry));
    all.resize(std::min(all.size(), size));
    return all;
  }

 private:
  uint32_t first_of(size_t entry) const {
    constexpr size_t kFirstAt = 116;
    return static_cast<uint32_t>(number_at(folder_, entry * kEntryBytes + kFirstAt, 4));
  }

  std::string_view sector(uint32_t number) const {
    const uint64_t at = (uint64_t{number} + 1) * sector_bytes_;
    return at < bytes_.size() ? bytes_.substr(at, sector_bytes_) : std::string_view();
  }

  // Which sector follows each: its own sectors are listed in the header and in sectors of lists.
  void read_table() {
    constexpr size_t kListAt = 76, kMoreListsAt = 68;
    const size_t most = bytes_.size() / sector_bytes_ + 1;
    std::string lists(bytes_.substr(kListAt, 4 * kSectorsInHeader));
    auto next = static_cast<uint32_t>(number_at(bytes_, kMoreListsAt, 4));
    for (size_t i = 0; i < most && next < kLastSector; ++i) {
      const std::string_view more = sector(next);
      if (more.size() < sector_bytes_) break;
      lists += more.substr(0, sector_bytes_ - 4);
      next = static_cast<uint32_t>(number_at(more, sector_bytes_ - 4, 4));
    }
    for (size_t i = 0; i < lists.size() / 4 && table_.size() < most * 4; ++i) {
      const auto number = static_cast<uint32_t>(number_at(lists, 4 * i, 4));
      if (number < kLastSector) table_ += sector(number);
    }
  }

  std::string chain(uint32_t number) const {
    std::string out;
    while (number < kLastSector && out.size() <= bytes_.size()) {
      const std::string_view part = sector(number);
      if (part.empty()) break;
      out += part;
      if (4 * (uint64_t{number} + 1) > table_.size()) break;
      number = static_cast<uint32_t>(number_at(table_, 4 * size_t{number}, 4));
    }
    return out;
  }

  std::string small_chain(uint32_t number) const {
    std::string out;
    while (number < kLastSector && out.size() <= bytes_.size()) {
      const uint64_t at = uint64_t{number} * kSmallSectorBytes;
      if (at >= small_.size()) break;
      out += small_.substr(at, kSmallSectorBytes);
      if (4 * (uint64_t{number} + 1) > small_table_.size()) break;
      number = static_cast<uint32_t>(number_at(small_table_, 4 * size_t{number}, 4));
    }
    return out;
  }

  std::string_view bytes_;
  size_t sector_bytes_ = 0;
  uint64_t cutoff_ = 0;  // of streams that lie among the small ones
  std::string table_, folder_, small_table_, small_;
};

}  // namespace

uint64_t number_at(std::string_view bytes, size_t at, size_t count) {
  if (at > bytes.size() || count > bytes.size() - at) return 0;
  uint64_t number = 0;
  for (size_t i = 0; i < count; ++i)
    number |= uint64_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
  return number;
}

std::optional<std::map<std::string, std::string>> compound_streams(
    std::string_view bytes, const std::vector<std::string>& wanted) {
  CompoundFile file(bytes);
  if (!file.open()) return std::nullopt;
  std::map<std::string, std::string> streams;
  for (size_t entry = 1; entry < file.entries(); ++entry) {
    std::string name = file.name_of(entry);
    if (std::find(wanted.begin(), wanted.end(), name) != wanted.end() && !streams.contains(name))
      streams.emplace(std::move(name), file.stream(entry));
  }
  return streams;
}

}  // namespace khobao::extract
