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

// What a file of these groups holds.
std::vector<uint32_t> numbers_of(const std::vector<std::vector<uint32_t>>& groups) {
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
  return numbers;
}

bool all_below(std::span<const uint32_t> numbers, uint32_t end) {
  return std::all_of(numbers.begin(), numbers.end(), [&](uint32_t n) { return n < end; });
}

}  // namespace

Result<RepostGroups> RepostGroups::open(const std::string& path) {
  auto file = MappedFile::open(path);
  if (!file) return file.error();
  RepostGroups out;
  if (!out.read(numbers_in(file->bytes())))
    return Error{ErrorCode::index_corrupt, say("'{}' is damaged", path), ""};
  out.file_ = std::move(*file);
  return out;
}

RepostGroups RepostGroups::of_groups(const std::vector<std::vector<uint32_t>>& groups) {
  RepostGroups out;
  out.numbers_ = std::make_shared<const std::vector<uint32_t>>(numbers_of(groups));
  out.read(*out.numbers_);
  return out;
}

// False where they are not a file's.
bool RepostGroups::read(std::span<const uint32_t> numbers) {
  if (numbers.size() < kHeadNumbers || numbers[0] != kGroupsHead || numbers[1] != kGroupsVersion)
    return false;
  const uint64_t groups = numbers[2], articles = numbers[3];
  if (numbers.size() != kHeadNumbers + groups + 1 + 3 * articles) return false;
  numbers = numbers.subspan(kHeadNumbers);
  const auto take = [&](uint64_t count) {
    const auto taken = numbers.first(count);
    numbers = numbers.subspan(count);
    return taken;
  };
  begins_ = take(groups + 1);
  articles_ = take(articles);
  docids_ = take(articles);
  groups_ = take(articles);
  return begins_.front() == 0 && begins_.back() == articles &&
         std::is_sorted(begins_.begin(), begins_.end()) &&
         std::is_sorted(docids_.begin(), docids_.end()) &&
         all_below(groups_, static_cast<uint32_t>(groups));
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
  std::string bytes;
  append_numbers(numbers_of(groups), bytes);
  return replace_file(path, bytes);
}

}  // namespace khobao::archive
