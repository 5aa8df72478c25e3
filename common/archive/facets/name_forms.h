#pragma once
/// How the archive's people, places, organisations and authors may be typed: which facet values a
/// folded name means. Written with each generation beside facet.names; queries look up every few
/// words of theirs here.
///
///   "tran van kha"   ->   person Trần Văn Kha
///   "binh dinh"      ->   place tỉnh Bình Định, place huyện Bình Định      with the kind or without
///
/// File: "KBNF" version count, then per form, sorted by it: its offset (4 bytes), the number of its
/// value in facet.names (4 bytes); one more offset; the forms.
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/archive/disk/checked_map.h"
#include "common/archive/facet_names.h"
#include "common/base/result.h"

namespace khobao::archive {

class NameForms {
 public:
  /// Maps the file; index_corrupt where it is damaged. With `sums`, all that is read of it later is
  /// compared, too, and DamagedBytes thrown where it is not what was written.
  static Result<NameForms> open(const std::string& path,
                                std::shared_ptr<const SummedFiles> sums = nullptr);

  size_t size() const { return count_; }

  /// The values in facet.names that the form means, ascending. `folded`: names::name_key() without
  /// accents.
  std::vector<size_t> find(std::string_view folded) const;

  /// Whether longer forms begin with this one and a space.
  bool goes_on(std::string_view folded) const;

 private:
  std::string_view form(size_t index) const;
  size_t lower_bound(std::string_view folded) const;

  CheckedMap map_;
  const char* entries_ = nullptr;
  const char* forms_ = nullptr;
  size_t count_ = 0;
  size_t form_bytes_ = 0;
};

/// The forms of all values of `names` that people may type: of places, with their kind and without.
Result<void> write_name_forms(const std::string& path, const FacetNames& names);

}  // namespace khobao::archive
