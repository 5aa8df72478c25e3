#include "common/archive/streams/stream_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <cstring>

#include "common/archive/disk/checked_map.h"
#include "common/archive/disk/files.h"
#include "common/language/say.h"

namespace khobao::archive {
namespace {

static_assert(std::endian::native == std::endian::little, "stream files are read as they lie");

constexpr std::string_view kHead("KBTS\1\0\0\0", 8);
constexpr size_t kNumber = sizeof(uint64_t);
constexpr size_t kTail = 2 * kNumber;

size_t padded(size_t bytes) { return (bytes + kNumber - 1) / kNumber * kNumber; }

// What stands after the streams of so many articles, from a multiple of 8 on.
size_t table_bytes(uint64_t articles) {
  return padded(articles * sizeof(uint32_t)) + (articles + 1) * kNumber + kTail;
}

uint64_t number_at(const char* place) {
  uint64_t number = 0;
  std::memcpy(&number, place, sizeof number);
  return number;
}

template <class Number>
uint64_t sum_of(std::span<const Number> numbers) {
  return XXH3_64bits(numbers.data(), numbers.size_bytes());
}

template <class Number>
std::string_view bytes_of(std::span<const Number> numbers) {
  return {reinterpret_cast<const char*>(numbers.data()), numbers.size_bytes()};
}

// Writes the streams as they come, then the tables.
class Writer {
 public:
  static Result<Writer> create(const std::string& path) {
    auto file = OpenFile::open(path, O_WRONLY | O_CREAT | O_TRUNC, "write");
    if (!file) return file.error();
    Writer writer(std::move(*file));
    if (auto written = writer.put(kHead); !written) return written.error();
    return writer;
  }

  // Tells of streams that are put next; `begins`: where each begins, counted from `origin`.
  void tell(std::span<const uint64_t> begins, uint64_t origin, std::span<const uint32_t> lengths) {
    for (const uint64_t begin : begins) begins_.push_back(written_ + begin - origin);
    lengths_.insert(lengths_.end(), lengths.begin(), lengths.end());
  }

  Result<void> put(std::string_view bytes) {
    written_ += bytes.size();
    return file_.write(bytes);
  }

  Result<void> finish() {
    begins_.push_back(written_);
    if (auto done = pad(); !done) return done;
    if (auto done = put(bytes_of<uint32_t>(lengths_)); !done) return done;
    if (auto done = pad(); !done) return done;
    if (auto done = put(bytes_of<uint64_t>(begins_)); !done) return done;
    const uint64_t tail[] = {sum_of<uint32_t>(lengths_), lengths_.size()};
    if (auto done = put(bytes_of<uint64_t>(tail)); !done) return done;
    return file_.close();
  }

 private:
  explicit Writer(OpenFile file) : file_(std::move(file)) {}

  Result<void> pad() { return put(std::string(padded(written_) - written_, '\0')); }

  OpenFile file_;
  uint64_t written_ = 0;
  std::vector<uint32_t> lengths_;
  std::vector<uint64_t> begins_;
};

}  // namespace

Result<StreamFile> StreamFile::open(const std::string& path, uint64_t articles) {
  auto file = MappedFile::open(path);
  if (!file) return file.error();
  const auto damaged = [&] {
    return Error{ErrorCode::index_corrupt, say("'{}' is not what was written", path), ""};
  };
  const std::string_view bytes = file->bytes();
  constexpr uint64_t kMostArticles = uint64_t{1} << 40;
  if (articles > kMostArticles || bytes.size() % kNumber != 0 || !bytes.starts_with(kHead) ||
      bytes.size() < kHead.size() + table_bytes(articles) ||
      number_at(bytes.data() + bytes.size() - kNumber) != articles)
    return damaged();
  StreamFile out;
  const char* const tables = bytes.data() + bytes.size() - table_bytes(articles);
  const char* const begins = tables + padded(articles * sizeof(uint32_t));
  out.lengths_ = {reinterpret_cast<const uint32_t*>(tables), articles};
  out.begins_ = {reinterpret_cast<const uint64_t*>(begins), articles + 1};
  out.sum_ = number_at(bytes.data() + bytes.size() - kTail);
  out.bytes_ = bytes.substr(0, bytes.size() - table_bytes(articles));
  if (out.begins_.front() != kHead.size() || out.begins_.back() > out.bytes_.size() ||
      padded(out.begins_.back()) != out.bytes_.size())
    return damaged();
  out.path_ = path;
  out.file_ = std::move(*file);
  return out;
}

std::span<const uint32_t> StreamFile::lengths() const {
  if (sum_of(lengths_) != sum_ && file_.bytes().data() != nullptr)
    throw DamagedBytes(say("'{}' is not what was written", path_));
  return lengths_;
}

void StreamFile::passed(uint64_t docid) const {
  const auto page = static_cast<uint64_t>(sysconf(_SC_PAGESIZE));
  const uint64_t end = docid < begins_.size() ? begins_[docid] / page * page : 0;
  if (end > 0 && end <= bytes_.size())  // a hint: nothing is lost where it fails
    (void)madvise(const_cast<char*>(bytes_.data()), end, MADV_DONTNEED);
}

void StreamGatherer::add(std::string_view stream, uint32_t words) {
  begins_.push_back(streams_.size());
  lengths_.push_back(words);
  streams_ += stream;
}

Result<void> StreamGatherer::write(const std::string& path) {
  auto writer = Writer::create(path);
  if (!writer) return writer.error();
  writer->tell(begins_, 0, lengths_);
  if (auto written = writer->put(streams_); !written) return written;
  streams_.clear();
  lengths_.clear();
  begins_.clear();
  return writer->finish();
}

namespace {

// Read, not mapped: so it takes no memory that grows with the file.
Result<void> copy_bytes(OpenFile& file, const std::string& path, uint64_t begin, uint64_t end,
                        Writer& to) {
  constexpr uint64_t kBuffer = uint64_t{1} << 20;
  std::string buffer(std::min(kBuffer, end - begin), '\0');
  for (uint64_t at = begin; at < end;) {
    const auto got = file.read_at(buffer.data(), std::min(buffer.size(), end - at), at);
    if (!got) return got.error();
    if (*got == 0) return Error{ErrorCode::index_corrupt, say("'{}' is cut", path), ""};
    if (auto put = to.put(std::string_view(buffer.data(), *got)); !put) return put;
    at += *got;
  }
  return {};
}

// What is left of a part, in as few pieces as it lies in.
Result<void> copy_streams(const StreamPart& part, Writer& to) {
  const auto streams = StreamFile::open(part.path, part.articles);
  if (!streams) return streams.error();
  auto file = OpenFile::open(part.path, O_RDONLY, "read");
  if (!file) return file.error();
  const auto begins = streams->begins();
  const auto lengths = streams->lengths();
  const auto copy = [&](size_t first, size_t end) -> Result<void> {
    if (first >= end) return {};
    to.tell(begins.subspan(first, end - first), begins[first], lengths.subspan(first, end - first));
    return copy_bytes(*file, part.path, begins[first], begins[end], to);
  };
  size_t first = 0;
  for (const uint32_t docid : part.without) {
    if (auto copied = copy(first, docid - 1); !copied) return copied;
    first = docid;
  }
  return copy(first, part.articles);
}

}  // namespace

Result<void> join_stream_files(const std::vector<StreamPart>& parts, const std::string& to) {
  auto writer = Writer::create(to);
  if (!writer) return writer.error();
  for (const StreamPart& part : parts) {
    if (auto copied = copy_streams(part, *writer); !copied) return copied;
  }
  return writer->finish();
}

}  // namespace khobao::archive
