#include "indexer/write/glass/segment_content.h"

#include <doctest/doctest.h>
#include <xapian.h>

#include <fstream>
#include <iterator>
#include <numeric>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "indexer/write/glass/glass_merge.h"
#include "tests/support/temp_dir.h"

namespace khobao::write::glass {
namespace {

using archive::Slot;

// Documents of invented terms and values: some terms in nearly all, most in few, lists of many
// chunks, values longer than a block, terms with zeros in them, and filters.
std::vector<IndexedDocument> invented_documents(size_t count) {
  std::mt19937 random(7);
  const auto below = [&](uint32_t end) { return static_cast<uint32_t>(random() % end); };
  std::vector<IndexedDocument> documents;
  for (size_t i = 0; i < count; ++i) {
    IndexedDocument document;
    if (below(10) != 0) document.add_term({}, "cầu", 1 + below(4));
    document.add_term("S", "bến" + std::to_string(below(50)), 1);
    document.add_term({}, "lội" + std::to_string(below(20'000)), 1 + below(300));
    if (below(3) == 0) document.add_term({}, std::string("a\0b", 3) + char('0' + below(9)), 2);
    if (below(3) == 0) document.add_term({}, std::string("a\0", 2), 1);
    if (below(3) == 0) document.add_term({}, "a", 1);
    document.add_filter("XORGhội");
    document.add_filter("Qtin/" + std::to_string(i));
    if (below(4) == 0) document.add_filter("XORGhội");  // once more
    document.set_value(Slot::root, "tin");
    document.set_value(Slot::order, std::to_string(below(1'000'000)));
    if (below(5) == 0) document.set_value(Slot::people, "");
    if (below(1000) == 0) document.set_value(Slot::article, std::string(20'000 + below(9000), 'x'));
    if (below(9) == 0) document.set_value(Slot::article, std::string(1 + below(3000), 'y'));
    documents.push_back(std::move(document));
  }
  documents.emplace_back();  // without anything
  return documents;
}

void write_by_xapian(const std::vector<IndexedDocument>& documents, const std::string& path) {
  Xapian::WritableDatabase database(path, Xapian::DB_CREATE | Xapian::DB_NO_TERMLIST);
  for (const IndexedDocument& document : documents) database.add_document(document.document());
  database.commit();
}

// All that an index is asked for, as text.
std::string dump(const Xapian::Database& database) {
  std::ostringstream out;
  out << database.get_doccount() << ' ' << database.get_lastdocid() << ' '
      << database.get_total_length() << ' ' << database.get_doclength_lower_bound() << ' '
      << database.get_doclength_upper_bound() << '\n';
  for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it)
    out << *it << ':' << it.get_wdf() << ' ';
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    out << '\n'
        << *term << ' ' << term.get_termfreq() << ' ' << database.get_collection_freq(*term) << ' '
        << database.get_wdf_upper_bound(*term);
    for (auto it = database.postlist_begin(*term); it != database.postlist_end(*term); ++it)
      out << ' ' << *it << ':' << it.get_wdf() << '/' << it.get_doclength();
  }
  for (Xapian::valueno slot = 0; slot < 20; ++slot) {
    out << '\n'
        << slot << ' ' << database.get_value_freq(slot) << ' '
        << database.get_value_lower_bound(slot) << ' ' << database.get_value_upper_bound(slot);
    for (auto it = database.valuestream_begin(slot); it != database.valuestream_end(slot); ++it)
      out << ' ' << it.get_docid() << '=' << *it;
  }
  return out.str();
}

size_t errors_in(const std::string& path) {
  std::ostringstream told;
  const size_t errors = Xapian::Database::check(path, 0, &told);
  CHECK_MESSAGE(errors == 0, told.str());
  return errors;
}

TEST_CASE("segments: what Xapian reads is what it would have written") {
  for (const size_t count : {0, 1, 2, 300, 40'000}) {
    CAPTURE(count);
    const test::TempDir dir;
    const auto documents = invented_documents(count);
    SegmentContent content;
    for (const IndexedDocument& document : documents) content.add(document);
    CHECK(content.documents() == documents.size());
    REQUIRE(content.write(dir.path() + "/own"));
    CHECK(content.documents() == 0);
    write_by_xapian(documents, dir.path() + "/xapian");
    CHECK(errors_in(dir.path() + "/own") == 0);
    CHECK(dump(Xapian::Database(dir.path() + "/own")) ==
          dump(Xapian::Database(dir.path() + "/xapian")));
  }
}

TEST_CASE("segments: one that is empty is a database, too") {
  const test::TempDir dir;
  REQUIRE(SegmentContent().write(dir.path() + "/own"));
  CHECK(errors_in(dir.path() + "/own") == 0);
  CHECK(Xapian::Database(dir.path() + "/own").get_doccount() == 0);
}

void write_own(const std::vector<IndexedDocument>& documents, const std::string& path) {
  SegmentContent content;
  for (const IndexedDocument& document : documents) content.add(document);
  REQUIRE(content.write(path));
}

std::vector<IndexedDocument> left_of(std::vector<IndexedDocument> documents,
                                     const std::vector<uint32_t>& without) {
  for (auto docid = without.rbegin(); docid != without.rend(); ++docid)
    documents.erase(documents.begin() + (*docid - 1));
  return documents;
}

TEST_CASE("segments: each has a name of its own") {
  const test::TempDir dir;
  for (const char* name : {"/a", "/b"}) write_own(invented_documents(3), dir.path() + name);
  CHECK(Xapian::Database(dir.path() + "/a").get_uuid() !=
        Xapian::Database(dir.path() + "/b").get_uuid());
}

TEST_CASE("segments: merged, they are what Xapian would have written of the articles left") {
  const auto documents = invented_documents(3000);
  std::vector<uint32_t> all(documents.size()), some, run;
  std::iota(all.begin(), all.end(), 1U);
  std::mt19937 random(11);
  for (const uint32_t docid : all) {
    if (random() % 3 == 0) some.push_back(docid);
    if (docid > 700 && docid < 2900) run.push_back(docid);  // whole chunks of lists
  }
  struct Case {
    const char* description;
    std::vector<std::vector<uint32_t>> without;  // of each part
    unsigned by_xapian;                          // parts that it wrote, in blocks of so many bytes; 0: none
  };
  for (const Case& one : std::vector<Case>{{"nothing left out", {{}, {}, {}}, 0},
                                           {"one part", {{}}, 0},
                                           {"some left out", {some, {}, some}, 0},
                                           {"a run of articles", {run, run}, 0},
                                           {"all of one part", {{}, all, {1}}, 0},
                                           {"all of all", {all, all}, 0},
                                           {"Xapian's small blocks", {{}, some, run}, 2048},
                                           {"Xapian's large blocks", {run, some}, 65'536}}) {
    CAPTURE(one.description);
    const test::TempDir dir;
    std::vector<MergePart> parts;
    std::vector<IndexedDocument> left;
    for (size_t i = 0; i < one.without.size(); ++i) {
      const std::string path = dir.path() + "/" + std::to_string(i);
      if (one.by_xapian == 0) {
        write_own(documents, path);
      } else {
        write_by_xapian(documents, path + "-written");
        Xapian::Database(path + "-written").compact(path, 0, static_cast<int>(one.by_xapian));
      }
      parts.push_back({path, documents.size(), one.without[i]});
      const auto of_part = left_of(documents, one.without[i]);
      left.insert(left.end(), of_part.begin(), of_part.end());
    }
    REQUIRE(merge_databases(parts, dir.path() + "/merged"));
    write_by_xapian(left, dir.path() + "/xapian");
    CHECK(errors_in(dir.path() + "/merged") == 0);
    CHECK(dump(Xapian::Database(dir.path() + "/merged")) ==
          dump(Xapian::Database(dir.path() + "/xapian")));
  }
}

std::string file_bytes(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// A changed byte of a value or of a count may pass, which sums of layers tell; articles and words never
// fall away in silence.
TEST_CASE("segments: what is not whole is refused when it is merged") {
  const test::TempDir dir;
  const std::string part = dir.path() + "/part", table = part + "/postlist.glass";
  write_own(invented_documents(150), part);
  const std::string whole = file_bytes(table);
  const std::vector<MergePart> parts{{part, 151}};
  REQUIRE(merge_databases(parts, dir.path() + "/whole"));
  const Xapian::Database right(dir.path() + "/whole");
  const auto terms = static_cast<size_t>(std::distance(right.allterms_begin(), right.allterms_end()));
  size_t refused = 0;
  std::mt19937 random(3);
  for (int turn = 0; turn < 600; ++turn) {
    std::string changed = whole;
    const size_t at = random() % changed.size();
    changed[at] = static_cast<char>(changed[at] ^ (1 << random() % 8));
    std::ofstream(table, std::ios::binary) << changed;
    const std::string to = dir.path() + "/" + std::to_string(turn);
    const auto merged = merge_databases(parts, to);
    if (!merged) {
      CHECK(merged.error().code == ErrorCode::index_corrupt);
      ++refused;
      continue;
    }
    CAPTURE(at);
    const Xapian::Database database(to);
    CHECK(database.get_doccount() == 151);
    CHECK(static_cast<size_t>(std::distance(database.allterms_begin(), database.allterms_end())) ==
          terms);
  }
  CHECK(refused > 50);
  std::ofstream(table, std::ios::binary) << whole;
  for (const uint64_t articles : {150, 152}) {
    const auto merged = merge_databases({{part, articles}}, dir.path() + "/of" + std::to_string(articles));
    REQUIRE(!merged);
    CHECK(merged.error().message.find(part) != std::string::npos);
  }
}

TEST_CASE("segments: where nothing can be written, the file is named") {
  const test::TempDir dir;
  SegmentContent content;
  content.add(IndexedDocument());
  const auto written = content.write(dir.path() + "/missing/own");
  REQUIRE(!written);
  CHECK(written.error().message.find("/missing/own") != std::string::npos);
}

}  // namespace
}  // namespace khobao::write::glass
