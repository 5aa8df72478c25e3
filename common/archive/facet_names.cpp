#include "common/archive/facet_names.h"

#include <algorithm>
#include <cstring>
#include <tuple>

#include "common/archive/disk/files.h"
#include "common/language/say.h"

namespace khobao::archive {
namespace {

constexpr std::string_view kFacetNamesMagic("KBFN\2\0\0\0", 8);
constexpr size_t kHeaderBytes = 16;
constexpr size_t kEntryBytes = 12;

uint32_t u32_at(const char* p) {
  uint32_t value = 0;
  std::memcpy(&value, p, sizeof value);
  return value;
}

uint64_t u64_at(const char* p) {
  uint64_t value = 0;
  std::memcpy(&value, p, sizeof value);
  return value;
}

template <class Number>
void put(std::string& out, Number value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

}  // namespace

Result<FacetNames> FacetNames::open(const std::string& path,
                                    std::shared_ptr<const SummedFiles> sums) {
  const auto damaged = [&] {
    return Error{ErrorCode::index_corrupt, say("'{}' is damaged", path), ""};
  };
  auto map = CheckedMap::open(path, std::move(sums));
  if (!map) return map.error();
  FacetNames names;
  names.map_ = std::move(*map);
  const std::string_view bytes = names.map_.bytes();
  if (bytes.size() < kHeaderBytes + 4 || !bytes.starts_with(kFacetNamesMagic)) return damaged();
  try {
    names.map_.need(bytes.data(), kHeaderBytes);
  } catch (const DamagedBytes& thrown) {
    return Error{ErrorCode::index_corrupt, thrown.message(), ""};
  }
  const uint64_t count = u64_at(bytes.data() + kFacetNamesMagic.size());
  if (count > (bytes.size() - kHeaderBytes - 4) / kEntryBytes) return damaged();
  names.count_ = count;
  names.entries_ = bytes.data() + kHeaderBytes;
  names.names_ = names.entries_ + count * kEntryBytes + 4;
  names.name_bytes_ = bytes.size() - static_cast<size_t>(names.names_ - bytes.data());
  return names;
}

FacetNames::Value FacetNames::operator[](size_t index) const {
  const char* entry = entries_ + index * kEntryBytes;
  map_.need(entry, kEntryBytes + (index + 1 < count_ ? 12 : 4));
  const uint32_t begin = u32_at(entry + 8);
  const uint32_t end = u32_at(entry + kEntryBytes + (index + 1 < count_ ? 8 : 0));
  // Checked here rather than at opening, which would read the whole table for every search.
  if (begin >= end || end > name_bytes_) return {};
  map_.need(names_ + begin, end - begin);
  const auto of = field_of_slot(static_cast<Slot>(static_cast<unsigned char>(names_[begin])));
  if (!of) return {};
  return {u64_at(entry), *of, {names_ + begin + 1, end - begin - 1}};
}

std::string_view FacetNames::name(FieldId field, FacetId id) const {
  size_t low = 0, high = count_;
  while (low < high) {
    const size_t middle = (low + high) / 2;
    map_.need(entries_ + middle * kEntryBytes, sizeof id);
    u64_at(entries_ + middle * kEntryBytes) < id ? void(low = middle + 1) : void(high = middle);
  }
  for (; low < count_ && (*this)[low].id == id; ++low) {
    if ((*this)[low].field == field) return (*this)[low].name;
  }
  return {};
}

Result<void> write_facet_names(const std::string& path,
                               const std::vector<std::pair<FieldId, std::string>>& names) {
  std::vector<std::tuple<FacetId, FieldId, std::string_view>> sorted;
  sorted.reserve(names.size());
  for (const auto& [field, name] : names) sorted.emplace_back(facet_id(name), field, name);
  std::sort(sorted.begin(), sorted.end());
  std::string out(kFacetNamesMagic);
  put(out, static_cast<uint64_t>(sorted.size()));
  uint32_t offset = 0;
  for (const auto& [id, field, name] : sorted) {
    put(out, id);
    put(out, offset);
    offset += static_cast<uint32_t>(name.size() + 1);
  }
  put(out, offset);
  for (const auto& [id, field, name] : sorted) {
    out += static_cast<char>(*archive::field(field).slot);
    out += name;
  }
  return replace_file(path, out);
}

}  // namespace khobao::archive
