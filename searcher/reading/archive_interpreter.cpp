#include "searcher/reading/archive_interpreter.h"

#include <algorithm>

#include "common/language/say.h"
#include "common/text/letters/fold.h"
#include "common/text/letters/telex.h"
#include "searcher/reading/accent_context.h"
#include "searcher/reading/equivalents/equivalents.h"

namespace khobao::reading {
namespace {

using query::Reading;

// Typed letters that occur less often than this in the archive are no words of it.
constexpr uint32_t kPlainWordCount = 3;

}  // namespace

// Every word that is a syllable in Telex or VNI beside itself; empty where no word can only be
// that.
WordForms ArchiveInterpreter::telex_forms(const std::vector<std::string>& words) const {
  WordForms forms;
  bool certain = false;
  for (const std::string& word : words) {
    forms.push_back({word});
    auto typed = text::read_telex(word);
    if (!typed) typed = text::read_vni(word);
    const uint32_t plain = statistics_.count(word);
    // "ddh" may be "đh" where the archive does not know it as typed.
    if (!typed && plain < kPlainWordCount) typed = text::read_telex_letters(word);
    const uint32_t count = typed ? statistics_.count(*typed) : 0;
    if (count == 0) continue;
    forms.back().push_back(*typed);
    certain = certain || (plain < kPlainWordCount && count >= kPlainWordCount);
  }
  return certain ? forms : WordForms();
}

WordReadings ArchiveInterpreter::restored(const WordForms& forms,
                                          const AccentRestoration& restoration) const {
  WordReadings readings = restoration.read(forms);
  if (!evidence_ || readings.size() < 2 || readings.size() > AccentEvidence::kMostWords)
    return readings;
  const bool open = std::any_of(readings.begin(), readings.end(),
                                [](const auto& word) { return word.size() > 1; });
  return open ? read_in_context(readings, evidence_->count(readings), restoration) : readings;
}

std::vector<std::vector<Reading>> ArchiveInterpreter::read(const std::vector<std::string>& words) {
  notes_.clear();
  read_otherwise_ = false;
  std::vector<std::vector<Reading>> as_typed;
  as_typed.reserve(words.size());
  for (const std::string& word : words) as_typed.push_back({{word, 1}});
  const bool accented = std::any_of(words.begin(), words.end(),
                                    [](const std::string& w) { return !text::is_folded(w); });
  if (words.empty()) return as_typed;
  const AccentRestoration restoration(statistics_);
  WordForms forms = accented ? WordForms() : telex_forms(words);
  const bool telex = !forms.empty();
  if (!telex) forms = restoration.forms(words);
  if (forms.empty()) return as_typed;

  auto readings = accented ? restoration.read_beside_accents(forms)
                  : telex  ? restoration.read(forms)
                           : restored(forms, restoration);
  std::string typed, read;
  for (size_t i = 0; i < words.size(); ++i) {
    typed += (i > 0 ? " " : "") + words[i];
    read += (i > 0 ? " " : "") + readings[i].front().term;
  }
  read_otherwise_ = read != typed;
  if (read_otherwise_) notes_.push_back(say("'{}' read as '{}'", typed, read));
  if (words.size() == 1) {
    std::string list;
    std::vector<std::pair<uint32_t, std::string>> counts;
    for (const std::string& form : forms.front())
      counts.emplace_back(statistics_.count(form), form);
    std::sort(counts.rbegin(), counts.rend());
    for (const auto& [count, form] : counts) {
      if (count > 0) list += (list.empty() ? "" : ", ") + form + " (" + std::to_string(count) + ")";
    }
    notes_.push_back(say("'{}' may be {}", typed, list));
  }
  return readings;
}

std::vector<query::Equivalent> ArchiveInterpreter::equivalents(
    const std::vector<std::string>& words) {
  auto found = find_equivalents(words, statistics_, introduced_);
  if (Message note = describe(words, found); !note.empty()) notes_.push_back(std::move(note));
  return found;
}

std::vector<query::NamedWords> ArchiveInterpreter::names(
    const std::vector<query::NameWord>& words) {
  if (!names_) return {};
  auto found = names_->read(words);
  std::string typed, read;
  std::vector<std::string> likeliest;
  likeliest.reserve(words.size());
  for (const query::NameWord& word : words) likeliest.push_back(word.likeliest);
  bool reread = false;
  for (const query::NamedWords& name : found) {
    std::copy(name.reread.begin(), name.reread.end(),
              likeliest.begin() + static_cast<long>(name.begin));
    reread = reread || !name.reread.empty();
  }
  if (!reread) return found;
  for (size_t i = 0; i < words.size(); ++i) {
    typed += (i > 0 ? " " : "") + words[i].typed;
    read += (i > 0 ? " " : "") + likeliest[i];
  }
  const Message note = say("'{}' read as '{}'", typed, read);
  if (read_otherwise_) {
    notes_.front() = note;
  } else if (read != typed) {
    notes_.insert(notes_.begin(), note);
  }
  return found;
}

}  // namespace khobao::reading
