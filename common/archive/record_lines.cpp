#include "common/archive/record_lines.h"

#include <algorithm>

#include "common/archive/disk/files.h"
#include "common/archive/disk/hash.h"
#include "common/language/say.h"

namespace khobao::archive {
namespace {

constexpr std::string_view kHead{"KBRL\1\0\0\0", 8};
constexpr size_t kNumberBytes = 8;
constexpr size_t kRecordBytes = 2 * kNumberBytes;

void put_number(std::string& out, uint64_t number) {
  for (size_t i = 0; i < kNumberBytes; ++i) out += static_cast<char>(number >> (8 * i) & 0xFF);
}

uint64_t number_at(std::string_view bytes) {
  uint64_t number = 0;
  for (size_t i = 0; i < kNumberBytes; ++i)
    number |= uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
  return number;
}

}  // namespace

Result<void> write_record_lines(const std::string& path, std::vector<RecordLine> records) {
  std::sort(records.begin(), records.end());
  std::string bytes(kHead);
  bytes.reserve(kHead.size() + records.size() * kRecordBytes);
  for (const auto& [id, line] : records) {
    put_number(bytes, id);
    put_number(bytes, line);
  }
  return replace_file(path, bytes);
}

Result<RecordLines> RecordLines::open(const std::string& path) {
  auto file = MappedFile::open(path);
  if (!file) return file.error();
  const std::string_view bytes = file->bytes();
  if (!bytes.starts_with(kHead) || (bytes.size() - kHead.size()) % kRecordBytes != 0)
    return Error{ErrorCode::index_corrupt, say("'{}' is damaged", path), ""};
  RecordLines lines;
  lines.count_ = (bytes.size() - kHead.size()) / kRecordBytes;
  lines.file_ = std::move(*file);
  return lines;
}

RecordLine RecordLines::at(size_t index) const {
  const std::string_view record =
      file_.bytes().substr(kHead.size() + index * kRecordBytes, kRecordBytes);
  return {number_at(record), number_at(record.substr(kNumberBytes))};
}

std::vector<RecordLine> RecordLines::all() const {
  std::vector<RecordLine> records;
  records.reserve(count_);
  for (size_t i = 0; i < count_; ++i) records.push_back(at(i));
  return records;
}

std::optional<uint64_t> RecordLines::line_of(std::string_view id) const {
  if (count_ == 0) return std::nullopt;
  const uint64_t wanted = hash64(id);
  size_t begin = 0, end = count_;
  while (begin < end) {
    const size_t middle = begin + (end - begin) / 2;
    if (at(middle).first < wanted) {
      begin = middle + 1;
    } else {
      end = middle;
    }
  }
  if (begin == count_ || at(begin).first != wanted) return std::nullopt;
  return at(begin).second;
}

std::string path_with_line(const std::string& path, uint64_t line) {
  const std::string file = path.substr(0, path.rfind(':'));
  return line == 0 ? file : file + ":" + std::to_string(line);
}

}  // namespace khobao::archive
