#include "common/archive/generations/deletion_marks.h"

#include <algorithm>

#include "common/archive/disk/files.h"
#include "common/archive/disk/hash.h"
#include "common/archive/streams/varint.h"
#include "common/language/say.h"

namespace khobao::archive {
namespace {

constexpr std::string_view kHead = "KBDM\1";
constexpr size_t kHashBytes = 16;

Error damaged(const std::string& path) {
  return {ErrorCode::index_corrupt, say("'{}' is damaged", path), ""};
}

bool take_layer(std::string_view& in, std::vector<Xapian::docid>& layer) {
  uint64_t count = 0;
  if (!take_varint(in, count) || count > in.size()) return false;
  layer.reserve(count);
  uint64_t docid = 0;
  for (uint64_t i = 0; i < count; ++i) {
    uint64_t step = 0;
    if (!take_varint(in, step) || step == 0 || step > UINT32_MAX) return false;
    docid += step;
    if (docid > UINT32_MAX) return false;
    layer.push_back(static_cast<Xapian::docid>(docid));
  }
  return true;
}

}  // namespace

uint64_t count_marks(const DeletionMarks& marks) {
  uint64_t count = 0;
  for (const auto& layer : marks) count += layer.size();
  return count;
}

void tidy_marks(DeletionMarks& marks) {
  for (auto& layer : marks) {
    std::sort(layer.begin(), layer.end());
    layer.erase(std::unique(layer.begin(), layer.end()), layer.end());
  }
}

bool is_marked(const std::vector<Xapian::docid>& layer, Xapian::docid docid) {
  return std::binary_search(layer.begin(), layer.end(), docid);
}

Result<void> write_deletion_marks(const std::string& path, const DeletionMarks& marks) {
  std::string bytes(kHead);
  put_varint(bytes, marks.size());
  for (const auto& layer : marks) {
    put_varint(bytes, layer.size());
    Xapian::docid before = 0;
    for (const Xapian::docid docid : layer) put_varint(bytes, docid - std::exchange(before, docid));
  }
  return replace_file(path, bytes + content_hash(bytes));
}

Result<DeletionMarks> read_deletion_marks(const std::string& path, size_t layers) {
  const auto bytes = read_index_file(path);
  if (!bytes) return bytes.error();
  std::string_view in = *bytes;
  if (in.size() < kHead.size() + kHashBytes || !in.starts_with(kHead)) return damaged(path);
  const std::string_view hash = in.substr(in.size() - kHashBytes);
  in.remove_suffix(kHashBytes);
  if (content_hash(in) != hash) return damaged(path);
  in.remove_prefix(kHead.size());
  uint64_t count = 0;
  if (!take_varint(in, count) || count != layers) return damaged(path);
  DeletionMarks marks(layers);
  for (auto& layer : marks) {
    if (!take_layer(in, layer)) return damaged(path);
  }
  return marks;
}

}  // namespace khobao::archive
