#include "searcher/cli/options.h"

#include <algorithm>

#include "common/cli/help.h"
#include "common/cli/settings/language.h"
#include "common/language/say.h"
#include "searcher/cli/typed/facet_choices.h"
#include "searcher/show/render/formats.h"

namespace khobao::searcher {
namespace {

// What --list takes: fields, and the word for dossiers.
std::vector<std::string> listed() {
  std::vector<std::string> names = field_names([](const auto& field) { return field.listable; });
  names.emplace_back(kListDossiers);
  return names;
}

std::string list_meant(std::string_view typed) {
  for (const char* name : {"dossiers", "hồ sơ", "hồ-sơ"}) {
    if (typed == name) return kListDossiers;
  }
  return field_meant(typed);
}

std::vector<std::string> formats() {
  std::vector<std::string> names;
  names.reserve(std::size(show::kFormats));
  for (const show::Format& format : show::kFormats) names.emplace_back(format.name);
  return names;
}

// A field's own option; its first name is the one that errors and manuals use.
cli::Option filter_by(const archive::FieldRow& field, Options& o, const std::string& group) {
  const size_t comma = std::min(field.option.find(','), field.option.size());
  return {.name = std::string(field.option.substr(0, comma)),
          .other_names = std::string(field.option.substr(std::min(comma + 1, field.option.size()))),
          .value = "NAME",
          .into = &o.filters[static_cast<size_t>(field.id)],
          .group = group,
          .help = std::string(field.option_help),
          .brief = field.id == archive::FieldId::organisation
                       ? "also --person, --place, --source, --author, --doc"
                       : "",
          .listed_by = std::string(field.listable ? field.name : "")};
}

// The query language in brief.
Message query_help() {
  Message help =
      say("Queries: words, \"exact phrases\", -excluded, AND, OR, NOT, brackets, NEAR/n,\n"
          "SAME (one paragraph), begin*\nFields:\n");
  for (const archive::FieldRow& field : archive::kFields) {
    std::string names = std::string(field.name) + ":";
    archive::for_each_name(field.vietnamese, [&](std::string_view name) {
      names.append(" ").append(name).append(":");
    });
    const Message text = translated(field.help);
    help += Message(cli::help_entry(names, text),
                    cli::help_entry(names, text.in(Language::vietnamese)));
  }
  return help;
}

const char* const kExitStatus = to_translate(
    "0 with a match, 1 without, 2 usage or query, 3 index missing or damaged, 4 input or output");

}  // namespace

cli::CommandLine command_line(Options& o) {
  const std::string query = "Query", filters = "Filters", counts = to_translate("Counts and lists"),
                    hits = "Hits", output = "Output", articles = to_translate("One article, many queries"),
                    kept = to_translate("Kept searches and dossiers");
  cli::CommandLine line{
      .program = "searcher",
      .summary = "Searches an index of Vietnamese news articles.",
      .commands = {},
      .options =
          {
              {.name = "QUERY",
               .into = &o.words,
               .group = query,
               .help = "words, \"exact phrases\", -excluded, operators and fields: see below",
               .example = "searcher '\"hội nghị trực tuyến\" -covid' --facets date",
               .brief = "words, \"phrases\", -excluded, org:NAME, title:…"},
              {.name = "--db",
               .value = "FOLDER",
               .into = &o.db,
               .group = query,
               .help = "the index; without it $KHOBAO_DB, else khobao/ in the XDG data folder; "
                       "several, or a file that names one a line, are searched as one; shards "
                       "that servers have are named as tcp://HOST:PORT or ssh://USER@HOST/PATH",
               .setting = true},
              {.name = "--shard-timeout",
               .value = "SECONDS",
               .into = &o.shard_timeout_s,
               .group = query,
               .help = "how long a server is waited for, each time it is asked; then the answer "
                       "is of the other shards, and says so",
               .setting = true},
              {.name = "--all-shards",
               .into = &o.all_shards,
               .group = query,
               .help = "fail with 3 where a shard cannot be asked",
               .setting = true},
              {.name = "--query-file",
               .value = "FILE",
               .into = &o.query_file,
               .group = query,
               .help = "read the query from a file; - for standard input"},
              {.name = "--match",
               .choices = {"words", "all", "any"},
               .into = &o.match,
               .group = query,
               .help = "what a match holds: every word (words; syllables that are one word stand "
                       "side by side), every syllable (all), or at least one word (any)",
               .setting = true},
              {.name = "--literal",
               .into = &o.literal,
               .group = query,
               .help = "take words as typed: restore no accents, read no Telex or VNI, look for "
                       "no others",
               .setting = true},
              {.name = "--near",
               .into = &o.near,
               .group = query,
               .help = "a match holds all words within one paragraph",
               .setting = true},
              {.name = "--explain",
               .into = &o.explain,
               .group = query,
               .help = "show how the query was understood and what each hit's score is made of"},
              {.name = "--date",
               .value = "DATE",
               .into = &o.date,
               .group = filters,
               .help = "published then: 2020, 7/2020, 31/12/2020, 'quý 3/2020', '6 tháng đầu năm "
                       "2020', 'hôm qua', 'tuần trước', 2019..3/2020",
               .example = "searcher bão --date 'quý 3/2020' --facets date:week",
               .brief = "2020, 7/2020, 2/7/2020, 'quý 3/2020', 2019..2020"},
              {.name = "--from",
               .value = "DATE",
               .into = &o.from,
               .group = filters,
               .help = "published on or after it, in any form that --date takes",
               .example = "searcher đại hội đảng bộ --from 2020 --to 2020-07",
               .brief = "published on or after it; --to: on or before it"},
              {.name = "--to",
               .value = "DATE",
               .into = &o.to,
               .group = filters,
               .help = "published on or before it, the whole year or month included"},
              {.name = "--undated",
               .into = &o.undated,
               .group = filters,
               .help = "only articles of which no date is known"},
              {.name = "--live-only",
               .into = &o.live_only,
               .group = filters,
               .help = "leave out texts that are no longer at their source and that the archive "
                       "kept"},
              {.name = "--kind",
               .choices = {"article", "listing", "all"},
               .into = &o.kind,
               .group = filters,
               .help = "articles, listings (section fronts, tag pages) or all",
               .setting = true},
              {.name = "--with-predecessors",
               .into = &o.with_predecessors,
               .group = filters,
               .help = "--org also takes the bodies merged into it, --place what a place was "
                       "before and "
                       "after July 2025, or before it was raised, split or merged",
               .example = "searcher --org 'bộ y tế' --with-predecessors --facets source",
               .setting = true},
              {.name = "--limit",
               .other_names = "-n",
               .value = "N",
               .into = &o.limit,
               .group = hits,
               .help = "hits to show",
               .brief = "hits to show [10]",
               .setting = true},
              {.name = "--offset",
               .value = "N",
               .into = &o.offset,
               .group = hits,
               .help = "hits to pass over first"},
              {.name = "--no-partial",
               .into = &o.no_partial,
               .group = hits,
               .help = "show no hits that hold only some of the words",
               .setting = true},
              {.name = "--all-copies",
               .into = &o.all_copies,
               .group = hits,
               .help = "show reposts in their places; without it relevance order shows the best of "
                       "each group, and how many more there are",
               .setting = true},
              {.name = "--sort",
               .choices = {"relevance", "newest", "oldest"},
               .into = &o.sort,
               .group = hits,
               .help = "the order of hits",
               .example = "searcher --sort newest --format json -- lúa gạo -xuất",
               .brief = "relevance, newest or oldest first",
               .setting = true},
              {.name = "--snippet-chars",
               .value = "N",
               .into = &o.snippet_chars,
               .group = hits,
               .help = "length of snippets",
               .setting = true},
              {.name = "--count",
               .into = &o.count,
               .group = counts,
               .help = "print the number of matches only",
               .brief = "print the number of matches only"},
              {.name = "-l",
               .into = &o.list_paths,
               .group = counts,
               .help =
                   "print the paths of all matches, or of as many as --limit asks for, one a line"},
              {.name = "-0",
               .into = &o.list_nul,
               .group = counts,
               .help = "like -l, each path ended by a NUL, for xargs -0"},
              {.name = "--facets",
               .value = "FIELD,...",
               .choices = facet_choices(),
               .choice_meant = facet_meant,
               .into = &o.facets,
               .comma_list = true,
               .group = counts,
               .help = "count matches by fields",
               .brief = "count matches by org, person, place, date:month …",
               .setting = true},
              {.name = "--facet-limit",
               .value = "N",
               .into = &o.facet_limit,
               .group = counts,
               .help = "values of each facet",
               .setting = true},
              {.name = "--table",
               .value = "FIELD,FIELD",
               .choices = facet_choices(),
               .choice_meant = facet_meant,
               .into = &o.table,
               .comma_list = true,
               .group = counts,
               .help = "count matches by two fields at once, a row for each value of the first",
               .example = "searcher lúa gạo --table source,date:year"},
              {.name = "--timeline",
               .into = &o.timeline,
               .group = counts,
               .help = "draw the matches over time; --facets date:month and the like choose the "
                       "step",
               .example = "searcher bão lũ --timeline --from 2016"},
              {.name = "--compare",
               .value = "QUERY",
               .into = &o.compare,
               .group = counts,
               .help = "with --timeline: draw this query beside it, under the same filters",
               .example = "searcher lúa gạo --timeline --compare 'cà phê'"},
              {.name = "--per-mille",
               .into = &o.per_mille,
               .group = counts,
               .help = "with --timeline: shares of the archive's articles of the time, so that a "
                       "growing archive does not look like a growing story"},
              {.name = "--list",
               .choices = listed(),
               .choice_meant = list_meant,
               .into = &o.list,
               .bare = kListKept,
               .group = counts,
               .help = "list the values of a field that begin with the words given, in Vietnamese "
                       "order, people by given name; or dossiers; fields are known by their "
                       "Vietnamese names, too",
               .example = "searcher --list org ban tổ chức"},
              {.name = "--format",
               .choices = formats(),
               .into = &o.format,
               .group = output,
               .help = show::format_help(),
               .brief = "text, json, jsonl, csv, tsv, html or trec"},
              {.name = "--color",
               .choices = {"auto", "always", "never"},
               .into = &o.color,
               .group = output,
               .help = "colours",
               .setting = true},
              {.name = "--lang",
               .choices = {"vi", "en"},
               .choice_meant = cli::language_meant,
               .into = &o.lang,
               .group = output,
               .help = "Vietnamese or English; without it that of the locale, which LC_ALL, "
                       "LC_MESSAGES or LANG names",
               .setting = true},
              {.name = "--whole-text",
               .into = &o.whole_text,
               .group = output,
               .help = "with --format html: the articles' text, too",
               .example = "searcher bão lũ --format html --whole-text --limit 50"},
              {.name = "--bom",
               .into = &o.bom,
               .group = output,
               .help = "begin CSV with a byte order mark, by which spreadsheets know UTF-8",
               .setting = true},
              {.name = "--no-pager",
               .into = &o.no_pager,
               .group = output,
               .help = "print answers that are longer than the window without $PAGER",
               .setting = true},
              {.name = "--no-history",
               .into = &o.no_history,
               .group = output,
               .help = "keep nothing of this answer, so that --show '#1' does not open its hits",
               .setting = true},
              {.name = "--batch",
               .value = "FILE",
               .into = &o.batch,
               .group = articles,
               .help = "answer a file of queries, id<TAB>query a line, as --format " +
                       show::format_names(true, " or "),
               .example = "searcher --batch queries.tsv --format trec"},
              {.name = "--similar",
               .value = "ID",
               .into = &o.similar,
               .group = articles,
               .help = "articles most like the one with this id, its reposts left out, and what "
                       "they have in common"},
              {.name = "--reposts",
               .value = "ID",
               .into = &o.reposts,
               .group = articles,
               .help = "the reposts of the article with this id in the order in which they "
                       "appeared, and who was first",
               .example = "searcher --reposts '#1'"},
              {.name = "--diff",
               .value = "ID",
               .into = &o.diff,
               .group = articles,
               .help = "what the article with a second id changed of this one's text; without a "
                       "second id, what this one changed of its text before (--history)",
               .example = "searcher --diff bao/cau.txt bao/cau-2.txt"},
              {.name = "--history",
               .value = "ID",
               .into = &o.history,
               .group = articles,
               .help = "the texts of the article with this id that the archive has, newest first: "
                       "the one at its source and those that 'indexer update --keep-versions' "
                       "kept, with what each changed",
               .example = "searcher --history bao/cau.txt"},
              {.name = "--trace",
               .value = "TEXT",
               .into = &o.trace,
               .group = articles,
               .help = "where a sentence was printed first, and its copies with what they changed",
               .example = "searcher --trace 'Cầu Bến Lội dài 412 m.'"},
              {.name = "--story",
               .value = "ID",
               .into = &o.story,
               .group = articles,
               .help = "the articles on the same event as the one with this id, around its date: "
                       "in time, reposts together",
               .example = "searcher --story '#1'"},
              {.name = "--show",
               .value = "ID",
               .into = &o.show,
               .group = articles,
               .help = "print articles by id, by path as answers show it, or by their numbers in "
                       "the answer last shown in this terminal (#3, #1,#4, #2-5); - reads ids, "
                       "one a line, from standard input; words given beside it are highlighted",
               .example = "searcher --show '#1'",
               .brief = "print an article by id or path, or hit '#3'"},
              {.name = "--cite",
               .into = &o.cite,
               .group = articles,
               .help = "of what --show names, print the sentence with most of the query, and its "
                       "source",
               .example = "searcher --show '#1' --cite"},
              {.name = "--open",
               .choices = {"pager", "editor", "desktop"},
               .into = &o.open,
               .group = articles,
               .help = "open what --show names in $PAGER, its file in $EDITOR, or its address with "
                       "xdg-open",
               .example = "searcher --show '#2' --open editor"},
              {.name = "--save",
               .value = "NAME",
               .into = &o.save,
               .group = kept,
               .help = "keep this search with its options, for --run; dates such as 'tuần trước' "
                       "are told anew at each run",
               .example = "searcher bão lũ --date 'tuần trước' --save bão"},
              {.name = "--saved", .into = &o.saved, .group = kept, .help = "list kept searches"},
              {.name = "--run",
               .value = "NAME",
               .into = &o.run,
               .group = kept,
               .help = "answer a kept search; options typed beside it win",
               .example = "searcher --run bão --since-last",
               .listed_by = cli::kListedSearches},
              {.name = "--since-last",
               .into = &o.since_last,
               .group = kept,
               .help = "with --run: only matches that the archive did not hold at the search's "
                       "last run"},
              {.name = "--forget",
               .value = "NAME",
               .into = &o.forget,
               .group = kept,
               .help = "forget a kept search or a dossier",
               .listed_by = cli::kListedKept},
              {.name = "--keep",
               .value = "NAME",
               .into = &o.keep,
               .group = kept,
               .help = "add the articles named to a dossier; with --list alone, show it, and what "
                       "of it vanished or changed",
               .example = "searcher --keep 'đường sắt' '#1' '#3' --note 'số liệu khác nhau'",
               .listed_by = kListDossiers},
              {.name = "--note",
               .value = "TEXT",
               .into = &o.note,
               .group = kept,
               .help = "with --keep: a note on the articles"},
              {.name = "--in",
               .value = "NAME",
               .into = &o.in,
               .group = kept,
               .help = "search the articles of a dossier alone",
               .listed_by = kListDossiers},
          },
      .notes = query_help,
      .exit_status = kExitStatus,
  };
  const auto before =
      std::find_if(line.options.begin(), line.options.end(),
                   [](const auto& option) { return option.name == "--with-predecessors"; });
  std::vector<cli::Option> by_field;
  for (const archive::FieldRow& field : archive::kFields) {
    if (!field.option.empty()) by_field.push_back(filter_by(field, o, filters));
  }
  line.options.insert(before, by_field.begin(), by_field.end());
  return line;
}

}  // namespace khobao::searcher
