#include "indexer/write/glass/segment_content.h"

#include <doctest/doctest.h>
#include <xapian.h>

#include <random>
#include <sstream>
#include <string>
#include <vector>

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

TEST_CASE("segments: they merge as Xapian's own do, and have names of their own") {
  const test::TempDir dir;
  const auto documents = invented_documents(2000);
  SegmentContent content;
  std::vector<IndexedDocument> all;
  Xapian::Database parts;
  for (int part = 0; part < 3; ++part) {
    for (const IndexedDocument& document : documents) content.add(document);
    all.insert(all.end(), documents.begin(), documents.end());
    const std::string path = dir.path() + "/" + std::to_string(part);
    REQUIRE(content.write(path));
    parts.add_database(Xapian::Database(path));
    if (part > 0)
      CHECK(Xapian::Database(path).get_uuid() != Xapian::Database(dir.path() + "/0").get_uuid());
  }
  parts.compact(dir.path() + "/merged");
  write_by_xapian(all, dir.path() + "/xapian");
  CHECK(errors_in(dir.path() + "/merged") == 0);
  CHECK(dump(Xapian::Database(dir.path() + "/merged")) ==
        dump(Xapian::Database(dir.path() + "/xapian")));
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
