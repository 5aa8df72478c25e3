#include "common/archive/facets/name_forms.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "common/archive/disk/files.h"
#include "common/archive/facets/place_kinds.h"
#include "common/language/say.h"
#include "common/names/name_key.h"
#include "common/text/letters/fold.h"

namespace khobao::archive {
namespace {

constexpr std::string_view kMagic("KBNF\1\0\0\0", 8);
constexpr size_t kHeaderBytes = 16;
constexpr size_t kEntryBytes = 8;

template <class Number>
Number number_at(const char* p) {
  Number value = 0;
  std::memcpy(&value, p, sizeof value);
  return value;
}

template <class Number>
void put(std::string& out, Number value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

bool is_typed_by_name(FieldId field) {
  return field == FieldId::organisation || field == FieldId::person || field == FieldId::place ||
         field == FieldId::author;
}

}  // namespace

Result<NameForms> NameForms::open(const std::string& path,
                                  std::shared_ptr<const SummedFiles> sums) {
  const auto damaged = [&] {
    return Error{ErrorCode::index_corrupt, say("'{}' is damaged", path), ""};
  };
  auto map = CheckedMap::open(path, std::move(sums));
  if (!map) return map.error();
  NameForms forms;
  forms.map_ = std::move(*map);
  const std::string_view bytes = forms.map_.bytes();
  if (bytes.size() < kHeaderBytes + 4) return damaged();
  try {
    forms.map_.need(bytes.data(), kHeaderBytes);
  } catch (const DamagedBytes& thrown) {
    return Error{ErrorCode::index_corrupt, thrown.message(), ""};
  }
  if (!bytes.starts_with(kMagic)) return damaged();
  const auto count = number_at<uint64_t>(bytes.data() + kMagic.size());
  if (count > (bytes.size() - kHeaderBytes - 4) / kEntryBytes) return damaged();
  forms.count_ = count;
  forms.entries_ = bytes.data() + kHeaderBytes;
  forms.forms_ = forms.entries_ + count * kEntryBytes + 4;
  forms.form_bytes_ = bytes.size() - static_cast<size_t>(forms.forms_ - bytes.data());
  return forms;
}

// "" of a damaged entry.
std::string_view NameForms::form(size_t index) const {
  const char* entry = entries_ + index * kEntryBytes;
  map_.need(entry, kEntryBytes + sizeof(uint32_t));
  const auto begin = number_at<uint32_t>(entry);
  const auto end = number_at<uint32_t>(entry + kEntryBytes);
  if (begin > end || end > form_bytes_) return {};
  map_.need(forms_ + begin, end - begin);
  return {forms_ + begin, end - begin};
}

size_t NameForms::lower_bound(std::string_view folded) const {
  size_t low = 0, high = count_;
  while (low < high) {
    const size_t middle = (low + high) / 2;
    form(middle) < folded ? void(low = middle + 1) : void(high = middle);
  }
  return low;
}

std::vector<size_t> NameForms::find(std::string_view folded) const {
  std::vector<size_t> values;
  for (size_t i = lower_bound(folded); i < count_ && form(i) == folded; ++i)
    values.push_back(number_at<uint32_t>(entries_ + i * kEntryBytes + 4));
  return values;
}

bool NameForms::goes_on(std::string_view folded) const {
  const std::string longer = std::string(folded) + " ";
  const size_t at = lower_bound(longer);
  return at < count_ && form(at).starts_with(longer);
}

Result<void> write_name_forms(const std::string& path, const FacetNames& names) {
  std::vector<std::pair<std::string, uint32_t>> forms;
  text::Tokenizer tokenizer;
  for (size_t i = 0; i < names.size(); ++i) {
    const FacetNames::Value value = names[i];
    if (!is_typed_by_name(value.field)) continue;
    const std::string key = names::name_key(value.name, tokenizer);
    if (key.empty()) continue;
    const auto number = static_cast<uint32_t>(i);
    if (value.field == FieldId::place) {
      const std::string_view bare = without_place_kind(key);
      if (bare.size() < key.size()) forms.emplace_back(text::fold(bare), number);
    }
    forms.emplace_back(text::fold(key), number);
  }
  std::sort(forms.begin(), forms.end());
  forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
  std::string out(kMagic);
  put(out, static_cast<uint64_t>(forms.size()));
  uint32_t offset = 0;
  for (const auto& [form, number] : forms) {
    put(out, offset);
    put(out, number);
    offset += static_cast<uint32_t>(form.size());
  }
  put(out, offset);
  for (const auto& entry : forms) out += entry.first;
  return replace_file(path, out);
}

}  // namespace khobao::archive
