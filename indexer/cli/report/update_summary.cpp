#include "indexer/cli/report/update_summary.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <ostream>

#include "common/language/figures.h"
#include "common/language/say.h"
#include "common/text/letters/printable.h"

namespace khobao::indexer {
namespace {

// Raised where a key goes or changes its meaning.
constexpr int kSummaryVersion = 1;

// Who kept an id, in a bookmark or a list, wants to know that it finds nothing any more.
Message new_ids_text(const change::ChangeSet& changes) {
  Message text;
  if (changes.new_ids > 0) {
    Message list;
    for (const auto& [before, now] : changes.renamed) {
      list += list.empty() ? "" : ", ";
      list += say("'{}' is now '{}'", text::printable(before), text::printable(now));
    }
    if (changes.new_ids > changes.renamed.size()) list += ", …";
    text += say_count(
        changes.new_ids, "new ids: {} article that was moved is known by the new place: {}\n",
        "new ids: {} articles that were moved are known by the new place: {}\n", list);
  }
  for (const auto& [file, count] : changes.other_ids) {
    text +=
        say_count(count, "other ids: of '{2}' {1} article went and as many came under other ids\n",
                  "other ids: of '{2}' {1} articles went and as many came under other ids\n",
                  text::printable(file));
  }
  return text;
}

}  // namespace

Message summary_text(const BuildReport& report, uint64_t as_before, bool dry_run, double seconds) {
  const change::ChangeSet& changes = report.changes;
  Message text = dry_run ? say("dry run, nothing written") + ": " : Message();
  text +=
      say("added {}, changed {}, moved {}, deleted {}, unchanged {}, skipped {}",
          number_shown(changes.added), number_shown(changes.changed), number_shown(changes.moved),
          number_shown(changes.deleted), number_shown(changes.unchanged),
          number_shown(report.skipped.size() + report.skipped_unnamed));
  if (as_before > 0) text += say(" ({} as before: indexer status)", number_shown(as_before));
  const Message articles = articles_shown(report.articles);
  const Message time = decimal_shown(seconds, 1);
  text += dry_run ? say(", in {} s; the archive would hold {}", time, articles)
                  : say(", in {} s; the archive holds {}", time, articles);
  if (!dry_run) text += say(", {} undated", number_shown(report.undated));
  if (report.rewritten > 0) {
    text += say("; {} written anew", number_shown(report.rewritten));
    if (report.other_names) text += say(", for the names are other ones");
  }
  if (report.taught > 0)
    text += say("; {} of them for what the archive teaches", number_shown(report.taught));
  if (report.kept > 0) {
    text += report.kept == 1
                ? say("; kept {} text that no source has any more", "1")
                : say("; kept {} texts that no source has any more", number_shown(report.kept));
  }
  if (report.corrections > 0)
    text += "; " + say_count(report.corrections, "{} correction", "{} corrections");
  text += "\n";
  text += new_ids_text(changes);
  constexpr size_t kShownDoubted = 10;
  for (size_t i = 0; i < std::min(kShownDoubted, report.doubted.size()); ++i) {
    text += say("undated now: {}, whose dateline lies far outside the days of its folder\n",
                text::printable(report.doubted[i]));
  }
  if (report.doubted.size() > kShownDoubted)
    text += say("undated now: {} more likewise\n", report.doubted.size() - kShownDoubted);
  return text;
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
                        {"kept", report.kept},
                        {"written_anew", report.rewritten},
                        {"taught", report.taught},
                        {"dates_doubted", report.doubted},
                        {"seconds", std::round(seconds * 1000) / 1000}};
  out << text::printable_json(summary.dump(2, ' ', false, Json::error_handler_t::replace)) << '\n';
}

}  // namespace khobao::indexer
