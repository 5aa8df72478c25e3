#include "common/names/linked/expansions.h"

#include "common/names/linked/linked_names.h"
#include "common/text/letters/normalise.h"

namespace khobao::names {

std::string_view expansion_of(std::string_view word) {
  return linked_expansions().find(text::normalise_word(word)).value_or(std::string_view());
}

}  // namespace khobao::names
