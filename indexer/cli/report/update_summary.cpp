#include "indexer/cli/report/update_summary.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <ostream>

#include "common/text/letters/printable.h"

namespace khobao::indexer {
namespace {

// Raised where a key goes or changes its meaning.
constexpr int kSummaryVersion = 1;

// Who kept an id, in a bookmark or a list, wants to know that it finds nothing any more.
void print_new_ids(const change::ChangeSet& changes, std::ostream& out) {
  if (changes.new_ids > 0) {
    out << "new ids: " << changes.new_ids << (changes.new_ids == 1 ? " article that was moved is" : " articles that were moved are")
        << " known by the new place:";
    for (size_t i = 0; i < changes.renamed.size(); ++i) {
      const auto& [before, now] = changes.renamed[i];
      out << (i > 0 ? ", '" : " '") << text::printable(before) << "' is now '"
          << text::printable(now) << "'";
    }
    out << (changes.new_ids > changes.renamed.size() ? ", …\n" : "\n");
  }
  for (const auto& [file, count] : changes.other_ids) {
    out << "other ids: of '" << text::printable(file) << "' " << count
        << (count == 1 ? " article" : " articles") << " went and as many came under other ids\n";
  }
}

}  // namespace

void print_summary(const BuildReport& report, uint64_t as_before, bool dry_run, double seconds,
                   std::ostream& out) {
  const change::ChangeSet& changes = report.changes;
  if (dry_run) out << "dry run, nothing written: ";
  out << "added " << changes.added << ", changed " << changes.changed << ", moved " << changes.moved
      << ", deleted " << changes.deleted << ", unchanged " << changes.unchanged << ", skipped "
      << report.skipped.size() + report.skipped_unnamed;
  if (as_before > 0) out << " (" << as_before << " as before: indexer status)";
  out << ", in " << std::fixed;
  out.precision(1);
  out << seconds << " s; the archive " << (dry_run ? "would hold " : "holds ") << report.articles
      << (report.articles == 1 ? " article" : " articles");
  if (!dry_run) out << ", " << report.undated << " undated";
  if (report.rewritten > 0) {
    out << "; " << report.rewritten << " written anew";
    if (report.other_names) out << ", for the names are other ones";
  }
  if (report.taught > 0) out << "; " << report.taught << " of them for what the archive teaches";
  if (report.corrections > 0)
    out << "; " << report.corrections << (report.corrections == 1 ? " correction" : " corrections");
  out << '\n';
  print_new_ids(changes, out);
  constexpr size_t kShownDoubted = 10;
  for (size_t i = 0; i < std::min(kShownDoubted, report.doubted.size()); ++i) {
    out << "undated now: " << text::printable(report.doubted[i])
        << ", whose dateline lies far outside the days of its folder\n";
  }
  if (report.doubted.size() > kShownDoubted)
    out << "undated now: " << report.doubted.size() - kShownDoubted << " more likewise\n";
}

void print_summary_json(const BuildReport& report, bool dry_run, double seconds,
                        std::ostream& out) {
  using Json = nlohmann::ordered_json;
  const change::ChangeSet& changes = report.changes;
  Json skipped = Json::array();
  for (const input::Skipped& input : report.skipped)
    skipped.push_back({{"path", input.path}, {"reason", input.reason}});
  const auto or_null = [](bool known, const Json& value) { return known ? value : Json(nullptr); };
  const Json summary = {{"schema_version", kSummaryVersion},
                        {"dry_run", dry_run},
                        {"generation", or_null(!report.generation.empty(), report.generation)},
                        {"added", changes.added},
                        {"changed", changes.changed},
                        {"moved", changes.moved},
                        {"deleted", changes.deleted},
                        {"unchanged", changes.unchanged},
                        {"new_ids", changes.new_ids},
                        {"skipped", skipped},
                        {"skipped_unnamed", report.skipped_unnamed},
                        {"articles", report.articles},
                        {"undated", or_null(!dry_run, report.undated)},
                        {"corrections", report.corrections},
                        {"written_anew", report.rewritten},
                        {"taught", report.taught},
                        {"dates_doubted", report.doubted},
                        {"seconds", std::round(seconds * 1000) / 1000}};
  out << text::printable_json(summary.dump(2, ' ', false, Json::error_handler_t::replace)) << '\n';
}

}  // namespace khobao::indexer
