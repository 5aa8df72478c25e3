#pragma once
/// The rows of a data file, `kind TAB text`, as the build lays them out (khobao_embed_rows() in
/// CMakeLists.txt), so that a program that starts reads no lines: both ways, read in place.
///
///   text  ->  its kinds, in the order of the rows
///   kind  ->  its texts, likewise
///
/// A row without a tab is a text of the kind "". A text may hold more tabs.
#include <string>
#include <string_view>

#include "common/base/packed_texts.h"
#include "common/base/sorted_table.h"

namespace khobao {

class RowTable {
 public:
  /// `image`: what row_table() returned; it must outlive the table.
  explicit RowTable(std::string_view image);
  /// The same, between the symbols of khobao_embed_rows().
  RowTable(const char* begin, const char* end)
      : RowTable(std::string_view(begin, static_cast<size_t>(end - begin))) {}

  PackedTexts kinds(std::string_view text) const { return listed(by_text_, text); }
  PackedTexts texts(std::string_view kind) const { return listed(by_kind_, kind); }

  /// Whether there is a row of this text, and of this kind.
  bool holds(std::string_view text) const { return by_text_.find(text).has_value(); }
  bool holds(std::string_view kind, std::string_view text) const;
  /// The kind of the first row of the text; "" where there is none.
  std::string_view kind(std::string_view text) const { return kinds(text).front(); }
  /// Which of the kind's rows, from 1, is the text's first; 0 where there is none.
  size_t place(std::string_view kind, std::string_view text) const;

 private:
  static PackedTexts listed(const SortedTable& table, std::string_view key) {
    return PackedTexts(table.find(key).value_or(std::string_view()));
  }

  SortedTable by_text_, by_kind_;
};

/// `rows`: a data file; see for_each_data_line().
std::string row_table(std::string_view rows);

}  // namespace khobao
