#pragma once
/// Reads unaccented, Telex and VNI queries by what the archive itself writes.
///
///   dai hoi dang bo       -> đại hội đảng bộ      likeliest sequence by word and pair counts
///   ddaij hooij ddangr    -> đại hội đảng
///   bao cao chinh phu     -> báo cáo chính phủ; other likely forms stay as readings of less weight
///
/// Telex and VNI are read only in queries without accents. Beside accents, plain words are restored
/// where they can hardly be meant as typed.
#include <string>
#include <vector>

#include "common/archive/statistics.h"
#include "common/base/message.h"
#include "searcher/query/interpreter.h"
#include "searcher/reading/accent_evidence.h"
#include "searcher/reading/accent_restoration.h"
#include "searcher/reading/equivalents/introduced_forms.h"
#include "searcher/reading/names/query_names.h"

namespace khobao::reading {

class ArchiveInterpreter : public query::Interpreter {
 public:
  /// `introduced`: the archive's own abbreviations, null for none. `evidence`: judges unaccented
  /// words by articles, too; null for the statistics alone. `names`: finds names; null for none.
  explicit ArchiveInterpreter(const archive::Statistics& statistics,
                              const IntroducedPairs* introduced = nullptr,
                              const AccentEvidence* evidence = nullptr, QueryNames* names = nullptr)
      : statistics_(statistics), introduced_(introduced), evidence_(evidence), names_(names) {}

  std::vector<std::vector<query::Reading>> read(const std::vector<std::string>& words) override;
  std::vector<query::Equivalent> equivalents(const std::vector<std::string>& words) override;
  std::vector<query::NamedWords> names(const std::vector<query::NameWord>& words) override;

  /// What was read otherwise than typed, one line each, for the user; of the last read().
  const std::vector<Message>& notes() const { return notes_; }

 private:
  WordForms telex_forms(const std::vector<std::string>& words) const;
  WordReadings restored(const WordForms& forms, const AccentRestoration& restoration) const;

  const archive::Statistics& statistics_;
  const IntroducedPairs* introduced_;
  const AccentEvidence* evidence_;
  QueryNames* names_;
  std::vector<Message> notes_;
  bool read_otherwise_ = false;  ///< the first note says how
};

}  // namespace khobao::reading
