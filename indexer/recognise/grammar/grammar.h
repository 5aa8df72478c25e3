#pragma once
/// Names where they stand in a paragraph:
///
///   "Ban Thường vụ Tỉnh ủy Bình Định"  body of a committee of a place
///   "HĐND, UBND tỉnh"                  two territorial bodies of one level; the place follows
///   later "Sở KH&CN tỉnh Bình Thuận"         head, field of work, place
///
/// The longest of what the gazetteer and the heads offer is taken; names inside it are kept as its
/// parents. complete() (completion.h) then supplies from the article what a name leaves out.
#include <optional>

#include "common/names/gazetteer.h"
#include "common/names/shaped_words.h"
#include "indexer/recognise/grammar/found.h"

namespace khobao::recognise {

class Grammar {
 public:
  /// `gazetteer` must outlive the grammar.
  explicit Grammar(const names::Gazetteer& gazetteer);

  /// Appends the names of a paragraph. `number`: 0 the title, 1 the first paragraph.
  void read(const names::Paragraph& paragraph, size_t number, bool football, Reading& out) const;

 private:
  struct PlaceRead {
    size_t end = 0;  ///< word after it; where it began if there is none
    int level = -1;
    bool level_printed = false;
    std::string place;
    bool generic = false;  ///< "các tỉnh", "tỉnh, thành phố"
  };
  struct At;  ///< where a name is being read

  std::optional<size_t> parse(At& at, size_t pos, int depth) const;
  std::optional<Found> parse_entry(const At& at, size_t pos) const;
  bool parse_head(At& at, size_t pos, int depth, Found& found) const;
  void parse_domain(At& at, size_t pos, int depth, Found& found) const;
  void parse_name(const At& at, size_t pos, Found& found) const;
  void parse_body(At& at, size_t pos, int depth, Found& found) const;
  PlaceRead parse_place(const At& at, size_t pos, bool need_level) const;
  size_t place_name_end(const At& at, size_t pos, int level) const;
  bool begins_country(const At& at, size_t pos) const;
  bool acts(const At& at, size_t pos, size_t end) const;
  bool is_none(const Found& found) const;
  bool outranks(const Found& headed, const Found& known) const;
  bool goes_on(const At& at, const Found& headed, const Found& known) const;
  size_t head_end(const At& at, size_t pos) const;
  void distribute(At& at, size_t index) const;
  bool acceptable(const At& at, const Found& found) const;
  const Found& read_country(const At& at, Found& found) const;

  const names::Gazetteer& gazetteer_;
  const names::Lexicon& lexicon_;
};

}  // namespace khobao::recognise
