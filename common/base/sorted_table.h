#pragma once
/// An immutable map from bytes to bytes that is read where it lies: made at build time, linked into
/// the program (khobao_embed() in CMakeLists.txt) and searched there, so that nothing is built when
/// a program starts and only the pages that a lookup touches are read.
///
///   uint32 count · count times (uint32 end of key, uint32 end of value) · keys and values in turn
///
/// in the byte order of the machine, with the keys in ascending order.
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace khobao {

class SortedTable {
 public:
  /// `image`: what sorted_table() returned; it must outlive the table.
  explicit SortedTable(std::string_view image);

  size_t size() const { return count_; }
  std::string_view key(size_t number) const { return piece(2 * number); }  ///< in ascending order
  std::optional<std::string_view> find(std::string_view key) const;

 private:
  size_t end(size_t piece) const;
  std::string_view piece(size_t number) const;

  std::string_view image_;
  size_t count_ = 0;
};

std::string sorted_table(const std::map<std::string, std::string>& entries);

}  // namespace khobao
