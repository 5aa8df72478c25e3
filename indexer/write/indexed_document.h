#pragma once
/// The terms and values of an article, as they go into an index.
#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/archive/schema.h"

namespace khobao::write {

class IndexedDocument {
 public:
  /// `times`: how often the article has it, 0 for a filter. One that is added again counts for
  /// both.
  void add_term(std::string_view prefix, std::string_view term, uint32_t times) {
    ends_.push_back({static_cast<uint32_t>(bytes_.size() + prefix.size() + term.size()), times});
    bytes_ += prefix;
    bytes_ += term;
    words_ += times;
  }
  void add_filter(std::string_view term) { add_term({}, term, 0); }

  /// A slot has one value, the last one; an empty one is none.
  void set_value(archive::Slot slot, std::string value) {
    std::erase_if(values_, [&](const auto& known) { return known.first == slot; });
    if (!value.empty()) values_.emplace_back(slot, std::move(value));
  }
  /// "" where the slot has none.
  std::string_view value(archive::Slot slot) const {
    for (const auto& [known, value] : values_) {
      if (known == slot) return value;
    }
    return {};
  }
  const std::vector<std::pair<archive::Slot, std::string>>& values() const { return values_; }

  /// Of all terms: its length in words.
  uint32_t words() const { return words_; }

  /// visit(std::string_view term, uint32_t times), in the order in which they were added.
  template <class Visit>
  void each_term(Visit visit) const {
    uint32_t begin = 0;
    for (const End& end : ends_) {
      visit(std::string_view(bytes_).substr(begin, end.place - begin), end.times);
      begin = end.place;
    }
  }

  /// The same as Xapian has it.
  Xapian::Document document() const {
    Xapian::Document document;
    each_term([&](std::string_view term, uint32_t times) {
      document.add_term(std::string(term), times);
    });
    for (const auto& [slot, value] : values_)
      document.add_value(static_cast<Xapian::valueno>(slot), value);
    return document;
  }

 private:
  struct End {
    uint32_t place;  ///< in bytes_
    uint32_t times;
  };

  std::string bytes_;  ///< of all terms
  std::vector<End> ends_;
  std::vector<std::pair<archive::Slot, std::string>> values_;
  uint32_t words_ = 0;
};

}  // namespace khobao::write
