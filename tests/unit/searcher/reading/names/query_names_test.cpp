#include "searcher/reading/names/query_names.h"

#include <doctest/doctest.h>

#include "searcher/reading/names/plain_pairs.h"
#include "tests/support/temp_dir.h"

using namespace khobao;
using archive::FieldId;

namespace {

// Invented.
class Names {
 public:
  Names() {
    REQUIRE(archive::write_facet_names(folder_ / "facet.names",
                                       {{FieldId::person, "Trần Văn Kha"},
                                        {FieldId::person, "Trần Vân Kha"},
                                        {FieldId::place, "xã Đồi Sim"},
                                        {FieldId::place, "tỉnh Hòa Bình"},
                                        {FieldId::author, "Lan Hồ"},
                                        {FieldId::organisation, "Ủy ban nhân dân xã Đồi Sim"}}));
    auto names = archive::FacetNames::open(folder_ / "facet.names");
    REQUIRE(names);
    names_ = std::move(*names);
    REQUIRE(archive::write_name_forms(folder_ / "name.forms", names_));
    auto forms = archive::NameForms::open(folder_ / "name.forms");
    REQUIRE(forms);
    forms_ = std::move(*forms);
  }

  // "typed" or "typed/read" a word; what was found, in one line.
  std::string read(const std::vector<std::string>& words, uint64_t held = 9,
                   uint64_t side_by_side = 0) {
    std::vector<query::NameWord> typed;
    for (const std::string& word : words) {
      const size_t slash = word.find('/');
      typed.push_back({.typed = word.substr(0, slash),
                       .likeliest = slash == std::string::npos ? word : word.substr(slash + 1),
                       .joins = !typed.empty()});
    }
    const auto holders = [&](const reading::NamedValue& value) {
      return value.second == "Trần Vân Kha" ? 1 : held;
    };
    reading::QueryNames names(names_, forms_, {}, holders,
                              [&](const std::string&, const std::string&) { return side_by_side; });
    std::string out;
    for (const query::NamedWords& name : names.read(typed)) {
      out += (out.empty() ? "" : ", ") + std::to_string(name.begin) + "-" +
             std::to_string(name.end) + " " + name.key + (name.sure ? "" : " unsure");
      for (const std::string& word : name.reread) out += " " + word;
    }
    for (const reading::NameRead& name : names.found()) {
      if (name.as_words) out += " offered " + name.words;
    }
    return out;
  }

 private:
  test::TempDir folder_;
  archive::FacetNames names_;
  archive::NameForms forms_;
};

}  // namespace

TEST_CASE("query names: the longest names, with their accents, kinds and abbreviations") {
  Names names;
  CHECK(names.read({"ông", "trần", "văn", "kha", "đến"}) == "1-4 trần văn kha");
  CHECK(names.read({"trần", "van", "kha"}) == "");
  CHECK(names.read({"trần", "văn"}) == "");
  CHECK(names.read({"đồi", "sim"}) == "0-2 đồi sim");
  CHECK(names.read({"xã", "đồi", "sim"}) == "0-3 xã đồi sim");
  CHECK(names.read({"ubnd", "xã", "đồi", "sim"}) == "0-4 ubnd xã đồi sim");
  CHECK(names.read({"lan", "hồ"}) == "");
  CHECK(names.read({"trần", "văn", "kha"}, 2) == "0-3 trần văn kha unsure");
  CHECK(names.read({}) == "");
}

TEST_CASE("query names: unaccented words are read as the name that most articles hold") {
  Names names;
  CHECK(names.read({"tran/trần", "van/văn", "kha/kha"}) == "0-3 tran van kha");
  CHECK(names.read({"tran/trân", "van/văn", "kha/khá"}) == "0-3 tran van kha trần văn kha");
  CHECK(names.read({"doi/đổi", "sim/sim"}) == "0-2 doi sim đồi sim");
  // Where more places have the likely words side by side than articles have the name, they are
  // meant.
  CHECK(names.read({"doi/đổi", "sim/sim"}, 9, 10) == "");
  CHECK(names.read({"đồi", "sim"}, 9, 10) == "0-2 đồi sim");
}

TEST_CASE("query names: Telex states the accents, so that no others are read") {
  Names names;
  CHECK(names.read({"traanf/trần", "vawn/văn", "kha/kha"}) == "0-3 traanf vawn kha");
  CHECK(names.read({"traanf/trần", "vanw/vằn", "kha/kha"}) == "");
}

TEST_CASE("query names: what is also plain words is only offered") {
  Names names;
  CHECK(reading::is_plain_pair("hòa bình"));
  CHECK_FALSE(reading::is_plain_pair("đồi sim"));
  CHECK(names.read({"hòa", "bình"}) == " offered hòa bình");
  CHECK(names.read({"hòa", "bình"}, 2) == "");
  CHECK(names.read({"tỉnh", "hòa", "bình"}) == "0-3 tỉnh hòa bình");
}
