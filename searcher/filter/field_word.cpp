#include "searcher/filter/field_word.h"

#include <algorithm>
#include <string>

namespace khobao::filter {

Message field_word(archive::FieldId field) {
  const archive::FieldRow& row = archive::field(field);
  std::string vietnamese(row.vietnamese.substr(0, row.vietnamese.find(' ')));
  std::replace(vietnamese.begin(), vietnamese.end(), '-', ' ');
  return {std::string(row.name), vietnamese};
}

}  // namespace khobao::filter
