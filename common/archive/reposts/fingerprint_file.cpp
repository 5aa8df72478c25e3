#include "common/archive/reposts/fingerprint_file.h"

#include <fcntl.h>

#include <algorithm>

#include "common/archive/reposts/number_file.h"
#include "common/language/say.h"

namespace khobao::archive {
namespace {

constexpr uint32_t kFingerprintHead = 0x5046424Bu;  // "KBFP"
constexpr uint32_t kFingerprintVersion = 1;
constexpr size_t kWriteBytes = size_t{1} << 20;

}  // namespace

Result<Fingerprints> Fingerprints::open(const std::string& path, uint64_t articles) {
  auto file = MappedFile::open(path);
  if (!file) return file.error();
  const auto damaged = [&] {
    return Error{ErrorCode::index_corrupt, say("'{}' is damaged", path), ""};
  };
  const auto numbers = numbers_in(file->bytes());
  if (numbers.size() < 4 || numbers[0] != kFingerprintHead || numbers[1] != kFingerprintVersion ||
      numbers.back() != articles || articles > numbers.size() - 4)
    return damaged();
  Fingerprints out;
  out.begins_ = numbers.subspan(numbers.size() - articles - 2, articles + 1);
  out.numbers_ = numbers.first(numbers.size() - articles - 2);
  uint32_t before = 2;
  for (const uint32_t begin : out.begins_) {
    if (begin < before || begin > out.numbers_.size()) return damaged();
    before = begin;
  }
  out.file_ = std::move(*file);
  return out;
}

Fingerprint Fingerprints::of(uint32_t docid) const {
  if (docid == 0 || docid >= begins_.size()) return {};
  const auto all = numbers_.subspan(begins_[docid - 1], begins_[docid] - begins_[docid - 1]);
  if (all.empty() || all[0] >= all.size()) return {};
  return {.runs = all.subspan(1, all[0]), .numbers = all.subspan(1 + all[0])};
}

Result<FingerprintWriter> FingerprintWriter::create(const std::string& path) {
  auto file = OpenFile::open(path, O_WRONLY | O_CREAT | O_TRUNC, "write");
  if (!file) return file.error();
  FingerprintWriter writer(std::move(*file));
  if (auto put = writer.put(std::vector<uint32_t>{kFingerprintHead, kFingerprintVersion}); !put)
    return put.error();
  return writer;
}

FingerprintWriter::FingerprintWriter(OpenFile file) : file_(std::move(file)) {}

Result<void> FingerprintWriter::put(std::span<const uint32_t> numbers) {
  append_numbers(numbers, waiting_);
  written_ += static_cast<uint32_t>(numbers.size());
  if (waiting_.size() < kWriteBytes) return {};
  auto written = file_.write(waiting_);
  waiting_.clear();
  return written;
}

Result<void> FingerprintWriter::add(const Fingerprint& fingerprint) {
  begins_.push_back(written_);
  const uint32_t runs = static_cast<uint32_t>(fingerprint.runs.size());
  if (auto done = put({&runs, 1}); !done) return done;
  if (auto done = put(fingerprint.runs); !done) return done;
  return put(fingerprint.numbers);
}

Result<void> FingerprintWriter::finish() {
  const uint32_t articles = static_cast<uint32_t>(begins_.size());
  begins_.push_back(written_);
  if (auto done = put(begins_); !done) return done;
  if (auto done = put({&articles, 1}); !done) return done;
  if (auto written = file_.write(waiting_); !written) return written;
  return file_.close();
}

}  // namespace khobao::archive
