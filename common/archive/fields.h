#pragma once
/// The one table of an article's fields: what people type, how the index holds it, where it is
/// shown. The document builder, the lexer, filters, facets, `--help`, `--list`, the grammar's test
/// and the JSON and CSV writers read it, so a new field is one row, one reader and their tests.
///
///   section   "section:" "chuyên-mục:" --section, --facets section, --list section
///             terms XSEC<name>, ids in Slot::section, "section" in JSON and CSV
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/archive/article.h"
#include "common/archive/schema.h"

namespace khobao::archive {

enum class FieldId : unsigned char {
  title,
  lede,
  caption,
  organisation,
  person,
  place,
  source,
  outlet,
  credit,
  section,
  author,
  document,
  date,
};

enum class FieldKind : unsigned char {
  scope,  ///< words within a part of the text
  name,   ///< one of the names that the archive holds: a filter term and a facet id for each
  date,   ///< days, months, years and ranges of them
};

/// The values of a field in one article, as they are filtered and counted by; "" is no value.
using FieldReader = std::vector<std::string> (*)(const Article&);

/// The readers of the table's rows, in fields.cpp.
std::vector<std::string> organisation_names(const Article& article);
std::vector<std::string> person_names(const Article& article);
std::vector<std::string> place_names(const Article& article);
std::vector<std::string> outlet_and_credit(const Article& article);
std::vector<std::string> outlet_alone(const Article& article);
std::vector<std::string> credit_alone(const Article& article);
std::vector<std::string> section_name(const Article& article);
std::vector<std::string> authors(const Article& article);
std::vector<std::string> document_keys(const Article& article);

/// One field. What is "" or nullopt does not apply to it.
struct FieldRow {
  FieldId id;
  std::string_view name;        ///< of the query field, the facet and --list
  std::string_view vietnamese;  ///< other names of the query field, spaces between
  FieldKind kind;
  std::string_view prefix = {};   ///< of its terms
  std::optional<Slot> slot = {};  ///< of its facet ids; of the date itself
  bool facetable = false;         ///< can be counted by
  bool listable = false;          ///< --list lists its names
  std::string_view option = {};   ///< of the searcher, that filters by it: "--source"
  std::string_view option_help = {};
  std::string_view help;             ///< of the query field: "finds articles …"
  std::string_view example;          ///< a query that uses it
  FieldReader reader = nullptr;      ///< of names
  std::string_view answer_key = {};  ///< names its values in JSON and CSV answers
  bool answers_list = false;         ///< an article may have several: an array in JSON
};

inline constexpr std::array kFields = {
    FieldRow{.id = FieldId::title,
             .name = "title",
             .vietnamese = "tiêu-đề tít",
             .kind = FieldKind::scope,
             .prefix = kTitlePrefix,
             .help = "words of the title",
             .example = "title:\"đại hội\""},
    FieldRow{.id = FieldId::lede,
             .name = "lede",
             .vietnamese = "sapo mở-đầu",
             .kind = FieldKind::scope,
             .help = "words of the first paragraph",
             .example = "lede:(lúa OR gạo)"},
    FieldRow{.id = FieldId::caption,
             .name = "caption",
             .vietnamese = "chú-thích",
             .kind = FieldKind::scope,
             .help = "words of one picture's caption",
             .example = "chú-thích:\"lễ khánh thành\""},
    FieldRow{.id = FieldId::organisation,
             .name = "org",
             .vietnamese = "tổ-chức cơ-quan",
             .kind = FieldKind::name,
             .prefix = "XORG",
             .slot = Slot::organisations,
             .facetable = true,
             .listable = true,
             .option = "--org",
             .option_help =
                 "name this organisation, in any spelling, abbreviation or beginning; !NAME "
                 "excludes",
             .help = "names the organisation, in any spelling, as --org does",
             .example = "org:\"ubnd tỉnh\"",
             .reader = organisation_names,
             .answer_key = "organisations",
             .answers_list = true},
    FieldRow{.id = FieldId::person,
             .name = "person",
             .vietnamese = "người nhân-vật",
             .kind = FieldKind::name,
             .prefix = "XPER",
             .slot = Slot::people,
             .facetable = true,
             .listable = true,
             .option = "--person",
             .option_help = "name this person, in any spelling or part of the name; !NAME excludes",
             .help = "names the person, as --person does",
             .example = "người:\"trần văn kha\"",
             .reader = person_names,
             .answer_key = "people",
             .answers_list = true},
    FieldRow{
        .id = FieldId::place,
        .name = "place",
        .vietnamese = "nơi địa-danh",
        .kind = FieldKind::name,
        .prefix = "XPLA",
        .slot = Slot::places,
        .facetable = true,
        .listable = true,
        .option = "--place",
        .option_help = "name this place, with or without its kind (tỉnh, huyện …); !NAME excludes",
        .help = "names the place, as --place does",
        .example = "nơi:\"bình định\"",
        .reader = place_names,
        .answer_key = "places",
        .answers_list = true},
    FieldRow{.id = FieldId::source,
             .name = "source",
             .vietnamese = "nguồn",
             .kind = FieldKind::name,
             .prefix = "XSRC",
             .slot = Slot::source,
             .facetable = true,
             .listable = true,
             .option = "--source",
             .option_help = "run by this source, or taken from it; !NAME excludes",
             .help = "run by the source or taken from it, as --source does",
             .example = "nguồn:TTXVN",
             .reader = outlet_and_credit},
    FieldRow{.id = FieldId::outlet,
             .name = "outlet",
             .vietnamese = "nơi-đăng",
             .kind = FieldKind::name,
             .prefix = "XOUT",
             .slot = Slot::outlet,
             .facetable = true,
             .listable = true,
             .option = "--outlet",
             .option_help = "run by this newspaper or site; !NAME excludes",
             .help = "run by the newspaper or site, as --outlet does",
             .example = "nơi-đăng:\"tuổi trẻ\"",
             .reader = outlet_alone},
    FieldRow{.id = FieldId::credit,
             .name = "credit",
             .vietnamese = "dẫn-nguồn",
             .kind = FieldKind::name,
             .prefix = "XCRE",
             .slot = Slot::credit,
             .facetable = true,
             .listable = true,
             .option = "--credit",
             .option_help = "taken from this source, as in 'Theo TTXVN'; !NAME excludes",
             .help = "taken from the source, as --credit does",
             .example = "credit:ttxvn",
             .reader = credit_alone,
             .answer_key = "credit"},
    FieldRow{.id = FieldId::section,
             .name = "section",
             .vietnamese = "chuyên-mục",
             .kind = FieldKind::name,
             .prefix = "XSEC",
             .slot = Slot::section,
             .facetable = true,
             .listable = true,
             .option = "--section",
             .option_help = "printed in this section of the newspaper; !NAME excludes",
             .help = "printed in the newspaper's section, as --section does",
             .example = "chuyên-mục:\"thời sự\"",
             .reader = section_name,
             .answer_key = "section"},
    FieldRow{.id = FieldId::author,
             .name = "author",
             .vietnamese = "tác-giả",
             .kind = FieldKind::name,
             .prefix = "XAUT",
             .slot = Slot::authors,
             .facetable = true,
             .listable = true,
             .option = "--author",
             .option_help = "written by this author, in any spelling or part of the name; !NAME "
                            "excludes",
             .help = "written by the author, as --author does",
             .example = "tác-giả:\"Lan Hồ\"",
             .reader = authors},
    FieldRow{.id = FieldId::document,
             .name = "doc",
             .vietnamese = "văn-bản",
             .kind = FieldKind::name,
             .prefix = "XDOC",
             .slot = Slot::documents,
             .facetable = true,
             .listable = true,
             .option = "--doc",
             .option_help = "cite this document, such as 'Chỉ thị 35-CT/TW'; !NAME excludes",
             .help = "cites the document, as --doc does",
             .example = "doc:35-CT/TW",
             .reader = document_keys},
    FieldRow{.id = FieldId::date,
             .name = "date",
             .vietnamese = "ngày",
             .kind = FieldKind::date,
             .slot = Slot::published,
             .facetable = true,
             .help = "published then: 2020, 2020-07, 2/7/2020, 2020-07..2020-09, none",
             .example = "date:2020-07..2020-09"},
};

/// Whether the field's names are those of newspapers, sites and agencies.
constexpr bool names_sources(FieldId id) {
  return id == FieldId::source || id == FieldId::outlet || id == FieldId::credit;
}

constexpr const FieldRow& field(FieldId id) { return kFields[static_cast<size_t>(id)]; }

/// The field that is called so, in any accents, case and with or without hyphens.
std::optional<FieldId> find_field(std::string_view typed);

/// The field whose name differs from `typed` in one letter left out, added, changed or in two
/// swapped; names of fewer than four letters are not guessed at.
std::optional<FieldId> nearest_field(std::string_view typed);

/// The field whose facet ids the slot holds.
std::optional<FieldId> field_of_slot(Slot slot);

/// A field's value as people read it: documents are stored by a key, everything else as it is.
std::string shown_value(FieldId field, std::string_view stored);

/// "org, source, doc": the names of the fields that `wanted` holds for.
template <class Wanted>
std::string field_names(Wanted wanted) {
  std::string list;
  for (const FieldRow& row : kFields) {
    if (wanted(row)) list.append(list.empty() ? "" : ", ").append(row.name);
  }
  return list;
}

/// Calls `visit` with each of the names that stand in `names` with spaces between.
template <class Visit>
constexpr void for_each_name(std::string_view names, Visit visit) {
  while (!names.empty()) {
    const std::string_view name = names.substr(0, names.find(' '));
    visit(name);
    names.remove_prefix(name.size() < names.size() ? name.size() + 1 : name.size());
  }
}

namespace checks {

// Whether `holds(a, b)` for every two different rows.
template <class Holds>
constexpr bool every_two(Holds holds) {
  for (size_t i = 0; i < kFields.size(); ++i) {
    for (size_t j = 0; j < kFields.size(); ++j) {
      if (i != j && !holds(kFields[i], kFields[j])) return false;
    }
  }
  return true;
}

template <class Holds>
constexpr bool every_one(Holds holds) {
  for (const FieldRow& row : kFields) {
    if (!holds(row)) return false;
  }
  return true;
}

constexpr bool in_order() {
  for (size_t i = 0; i < kFields.size(); ++i) {
    if (static_cast<size_t>(kFields[i].id) != i) return false;
  }
  return true;
}

constexpr bool shares_a_name(const FieldRow& a, const FieldRow& b) {
  bool shared = a.name == b.name;
  for_each_name(a.vietnamese, [&](std::string_view name) {
    shared = shared || name == b.name;
    for_each_name(b.vietnamese, [&](std::string_view other) { shared = shared || name == other; });
  });
  return shared;
}

constexpr bool clashes(std::string_view prefix, std::string_view other) {
  return !prefix.empty() && !other.empty() &&
         (prefix.starts_with(other) || other.starts_with(prefix));
}

constexpr bool clashes_with_schema(std::string_view prefix) {
  for (const std::string_view other :
       {kIdPrefix, kAbbreviationPrefix, kAbbreviatedPrefix, kUndatedTerm, kListingTerm, kKeptTerm,
        kVersionPrefix}) {
    if (clashes(prefix, other)) return true;
  }
  return false;
}

}  // namespace checks

static_assert(checks::in_order(), "rows stand in the order of FieldId");
static_assert(checks::every_two([](const FieldRow& a, const FieldRow& b) {
                return !checks::shares_a_name(a, b) && !checks::clashes(a.prefix, b.prefix) &&
                       (!a.slot || a.slot != b.slot) &&
                       (a.option.empty() || a.option != b.option) &&
                       (a.answer_key.empty() || a.answer_key != b.answer_key);
              }),
              "names, prefixes, slots, options and keys of answers are each of one field");
static_assert(checks::every_one([](const FieldRow& row) {
                return !row.name.empty() && !row.vietnamese.empty() && !row.help.empty() &&
                       !row.example.empty() && !checks::clashes_with_schema(row.prefix);
              }),
              "every field has its names, help and example, and prefixes of its own");
static_assert(checks::every_one([](const FieldRow& row) {
                const bool name = row.kind == FieldKind::name;
                return !name || (!row.prefix.empty() && row.slot && row.reader && row.facetable &&
                                 row.listable && !row.option.empty());
              }),
              "names are filtered by terms, counted by ids and can be listed");
static_assert(checks::every_one([](const FieldRow& row) {
                return (!row.facetable || row.slot) &&
                       (!row.listable || row.kind == FieldKind::name) &&
                       row.option.empty() == row.option_help.empty() &&
                       (row.answer_key.empty() || row.reader);
              }),
              "what a field is used for has what it needs");

}  // namespace khobao::archive
