#include "common/archive/reposts/repost_groups.h"

#include <algorithm>
#include <utility>

#include "common/archive/disk/files.h"
#include "common/archive/reposts/number_file.h"
#include "common/language/say.h"

namespace khobao::archive {
namespace {

constexpr uint32_t kGroupsHead = 0x4752424Bu;  // "KBRG"
constexpr uint32_t kGroupsVersion = 1;
constexpr size_t kHeadNumbers = 4;

bool all_below(std::span<const uint32_t> numbers, uint32_t end) {
  return std::all_of(numbers.begin(), numbers.end(), [&](uint32_t n) { return n < end; });
}

}  // namespace

Result<RepostGroups> RepostGroups::open(const std::string& path) {
  auto file = MappedFile::open(path);
  if (!file) return file.error();
  const auto damaged = [&] {
    return Error{ErrorCode::index_corrupt, say("'{}' is damaged", path), ""};
  };
  auto numbers = numbers_in(file->bytes());
  if (numbers.size() < kHeadNumbers || numbers[0] != kGroupsHead || numbers[1] != kGroupsVersion)
    return damaged();
  const uint64_t groups = numbers[2], articles = numbers[3];
  if (numbers.size() != kHeadNumbers + groups + 1 + 3 * articles) return damaged();
  numbers = numbers.subspan(kHeadNumbers);
  const auto take = [&](uint64_t count) {
    const auto taken = numbers.first(count);
    numbers = numbers.subspan(count);
    return taken;
  };
  RepostGroups out;
  out.begins_ = take(groups + 1);
  out.articles_ = take(articles);
  out.docids_ = take(articles);
  out.groups_ = take(articles);
  if (out.begins_.front() != 0 || out.begins_.back() != articles ||
      !std::is_sorted(out.begins_.begin(), out.begins_.end()) ||
      !std::is_sorted(out.docids_.begin(), out.docids_.end()) ||
      !all_below(out.groups_, static_cast<uint32_t>(groups)))
    return damaged();
  out.file_ = std::move(*file);
  return out;
}

std::optional<GroupNumber> RepostGroups::of(uint32_t docid) const {
  const auto at = std::lower_bound(docids_.begin(), docids_.end(), docid);
  if (at == docids_.end() || *at != docid) return std::nullopt;
  return groups_[static_cast<size_t>(at - docids_.begin())];
}

std::span<const uint32_t> RepostGroups::articles(GroupNumber group) const {
  return articles_.subspan(begins_[group], begins_[group + 1] - begins_[group]);
}

Result<void> write_repost_groups(const std::string& path,
                                 const std::vector<std::vector<uint32_t>>& groups) {
  std::vector<uint32_t> begins{0}, articles;
  std::vector<std::pair<uint32_t, GroupNumber>> by_docid;
  for (const auto& group : groups) {
    const auto number = static_cast<GroupNumber>(begins.size() - 1);
    for (const uint32_t docid : group) by_docid.emplace_back(docid, number);
    articles.insert(articles.end(), group.begin(), group.end());
    begins.push_back(static_cast<uint32_t>(articles.size()));
  }
  std::sort(by_docid.begin(), by_docid.end());
  std::vector<uint32_t> numbers{kGroupsHead, kGroupsVersion, static_cast<uint32_t>(groups.size()),
                                static_cast<uint32_t>(articles.size())};
  numbers.insert(numbers.end(), begins.begin(), begins.end());
  numbers.insert(numbers.end(), articles.begin(), articles.end());
  for (const auto& entry : by_docid) numbers.push_back(entry.first);
  for (const auto& entry : by_docid) numbers.push_back(entry.second);
  std::string bytes;
  append_numbers(numbers, bytes);
  return replace_file(path, bytes);
}

}  // namespace khobao::archive
