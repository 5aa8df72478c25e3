#pragma once
/// Names that begin with a head, by what the head wants after it:
///
///   Sở | Tài chính tỉnh Bình Thuận     a field of work and a place
///   Ban Thường vụ | Tỉnh ủy Gia Lai    a body, read by the whole grammar
///   Công ty | Lúa Xanh                 a name of its own
#include "common/names/gazetteer.h"
#include "indexer/recognise/grammar/grammar_at.h"
#include "indexer/recognise/grammar/grammar_places.h"

namespace khobao::recognise {

class Grammar;

class GrammarTails {
 public:
  /// Both must outlive this object.
  GrammarTails(const Grammar& grammar, const names::Gazetteer& gazetteer)
      : grammar_(grammar),
        gazetteer_(gazetteer),
        lexicon_(gazetteer.lexicon()),
        places_(gazetteer.lexicon()) {}

  /// The name whose head begins at word `pos`, into `found`; false where none does. Bodies inside
  /// it are appended to `at.out`.
  bool parse_head(GrammarAt& at, size_t pos, int depth, Found& found) const;

 private:
  void parse_domain(GrammarAt& at, size_t pos, int depth, Found& found) const;
  void parse_name(const GrammarAt& at, size_t pos, Found& found) const;
  void parse_body(GrammarAt& at, size_t pos, int depth, Found& found) const;

  const Grammar& grammar_;
  const names::Gazetteer& gazetteer_;
  const names::Lexicon& lexicon_;
  GrammarPlaces places_;
};

}  // namespace khobao::recognise
