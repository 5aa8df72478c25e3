#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "common/text/tokenizer.h"

namespace khobao::names {

/// The words of a name, normalised (lower case, tone marks placed), joined by single spaces; two
/// names are the same organisation when this is equal. "Uỷ ban  nhân dân" -> "ủy ban nhân dân".
std::string name_key(std::string_view name);

/// The same by a tokenizer that is kept, which is many times faster.
std::string name_key(std::string_view name, text::Tokenizer& tokenizer);

/// Remembers keys, for articles name the same bodies, people and places again and again. Its memory
/// is bounded; not for two threads at once.
class NameKeys {
 public:
  /// name_key(); valid until the next call.
  const std::string& of(std::string_view name);

 private:
  struct Kept {
    std::string name, key;
  };
  std::vector<Kept> kept_;  ///< by hash of the name: the last one that had the slot
  text::Tokenizer tokenizer_;
};

}  // namespace khobao::names
