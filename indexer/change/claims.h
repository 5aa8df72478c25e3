#pragma once
/// Which input an id belongs to. Two inputs may bring the same one (a crawler's file that holds an
/// article twice); the input that comes first by name, then by line, has it, whatever the order
/// they were read in, so that an archive brought up to date in steps equals one built at once.
/// Standard input comes after all files.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace khobao::change {

/// One article's place in the input.
struct Place {
  std::string file;   ///< KnownFile's id
  std::string shown;  ///< as messages name it: "bao/tin.jsonl:2"
  uint64_t line = 0;

  bool operator==(const Place&) const = default;
};

/// True where `a` has an id rather than `b`.
bool comes_first(const Place& a, const Place& b);

/// Why an input is left out: names both that bring the id.
std::string duplicate_note(const std::string& id, const std::string& holder);

class Claims {
 public:
  struct Answer {
    bool granted = false;
    std::optional<Place> other;  ///< refused: who has the id; granted: who had it until now
  };

  Answer claim(std::string_view id, const Place& place);

 private:
  std::unordered_map<std::string, Place> holders_;  ///< by content_hash() of the id
};

}  // namespace khobao::change
