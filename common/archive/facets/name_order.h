#pragma once
/// The order in which names are listed: Vietnamese collation in every locale (common/text/letters/collation.h).
///
///   people     Trần Văn An, Barack Obama, Lê Thị Uyên    by the given name, which comes last in
///              Vietnamese; then by the whole name from its beginning. Names of other languages go
///              by their last word, too: mostly the family name. "Jr.", "II" are no such word
///   others     Bộ Y tế, Hội Ong, Quận 2, Quận 10
#include <string>
#include <string_view>

#include "common/archive/fields.h"

namespace khobao::archive {

class NameOrder {
 public:
  /// Of the names of one field.
  explicit NameOrder(FieldId field)
      : by_given_name_(field == FieldId::person || field == FieldId::author) {}

  /// A total order: names that read alike are told apart by their bytes.
  bool less(const std::string& a, const std::string& b) const;

  /// The word that a person is listed under: "Trần Văn An" -> "An".
  static std::string_view given_name(std::string_view person);

 private:
  bool by_given_name_;
};

}  // namespace khobao::archive
