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
#include "searcher/accent_restoration.h"
#include "searcher/equivalents/introduced.h"
#include "searcher/query/interpreter.h"

namespace khobao::searcher {

class ArchiveInterpreter : public query::Interpreter {
 public:
  /// `introduced`: the archive's own abbreviations, null for none.
  explicit ArchiveInterpreter(const archive::Statistics& statistics,
                              const IntroducedPairs* introduced = nullptr)
      : statistics_(statistics), introduced_(introduced) {}

  std::vector<std::vector<query::Reading>> read(const std::vector<std::string>& words) override;
  std::vector<query::Equivalent> equivalents(const std::vector<std::string>& words) override;

  /// What was read otherwise than typed, one line each, for the user; of the last read().
  const std::vector<std::string>& notes() const { return notes_; }

 private:
  WordForms telex_forms(const std::vector<std::string>& words) const;

  const archive::Statistics& statistics_;
  const IntroducedPairs* introduced_;
  std::vector<std::string> notes_;
};

}  // namespace khobao::searcher
