#pragma once
/// A name as the grammar reads it, before the rest of the article has completed it: "UBND tỉnh"
/// still lacks its place.
#include <cstdint>
#include <string>
#include <vector>

namespace khobao::names {
struct Head;
}

namespace khobao::recognise {

struct Found {
  size_t paragraph = 0;
  size_t first = 0, end = 0;  ///< words, half-open
  size_t core_end = 0;        ///< word after the name without the place that follows it
  size_t begin_byte = 0, end_byte = 0;
  const names::Head* head = nullptr;  ///< null where the gazetteer knows the whole name
  int entry = -1;                     ///< of the gazetteer, else -1
  std::string unit;                   ///< canonical, without place, parent and country
  int level = -1;                     ///< printed or of the head; index of Lexicon::levels
  std::string place;                  ///< "" where none is printed
  bool level_printed = false;         ///< "tỉnh" stands in front of the place, or alone
  int country = -1;                   ///< index of Lexicon::countries
  int parent = -1;                    ///< index into Reading::found
  bool plain = false;                 ///< nothing but the head is printed
  bool nested = false;                ///< stands inside a longer name: resolved, but not counted
  bool shared = false;  ///< shares the head of the name before it: "Sở Tài chính, Y tế"
  bool dropped = false;
};

/// What the grammar made of an article, in reading order; parents stand before their parts.
struct Reading {
  std::vector<Found> found;
};

}  // namespace khobao::recognise
