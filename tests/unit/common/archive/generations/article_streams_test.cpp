// Token streams from the two places they may come from
// (common/archive/generations/article_streams.h).
#include "common/archive/generations/article_streams.h"

#include <doctest/doctest.h>

#include "searcher/index.h"
#include "tests/support/known_articles.h"

using namespace khobao;

namespace {

// A database that keeps the streams of an index in its documents, as one on another host would; the
// article `without` has none.
Xapian::WritableDatabase with_values(const archive::LayeredIndex& index, Xapian::docid without) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (Xapian::docid docid = 1; docid <= index.database().get_lastdocid(); ++docid) {
    Xapian::Document document;
    if (docid != without)
      document.add_value(static_cast<Xapian::valueno>(archive::Slot::stream),
                         std::string(index.stream(docid)));
    database.add_document(document);
  }
  return database;
}

}  // namespace

TEST_CASE(
    "article streams: those in documents are the ones of the files, in whatever order they are "
    "read") {
  const auto opened = searcher::Index::open(test::known_archive().db());
  REQUIRE(opened);
  const archive::LayeredIndex& index = opened->layers();
  const Xapian::docid last = index.database().get_lastdocid(), without = last / 2;
  REQUIRE(last >= 4);
  const auto database = with_values(index, without);
  const auto mapped = archive::mapped_streams(index);
  const auto kept = archive::streams_in_values(database);
  const auto same = [&](Xapian::docid docid) {
    CAPTURE(docid);
    CHECK(kept->of(docid) == (docid == without ? std::string_view() : mapped->of(docid)));
  };
  for (Xapian::docid docid = 1; docid <= last; ++docid) same(docid);
  for (Xapian::docid docid = last; docid > 0; --docid) same(docid);
  for (const Xapian::docid docid : {last, Xapian::docid{1}, Xapian::docid{1}, without, last, last})
    same(docid);
  CHECK(kept->of(last + 1).empty());
  CHECK(kept->of(last) == mapped->of(last));
}

TEST_CASE("article streams: an article without a stream is damage, wherever it should lie") {
  const auto opened = searcher::Index::open(test::known_archive().db());
  REQUIRE(opened);
  const archive::LayeredIndex& index = opened->layers();
  const auto database = with_values(index, 2);
  archive::ArticleStreams streams(index, archive::streams_in_values(database));
  CHECK_FALSE(streams.of(1).empty());
  CHECK_THROWS_AS(streams.of(2), Xapian::DatabaseCorruptError);
  CHECK_FALSE(streams.of(3).empty());
  archive::ArticleStreams files(index);
  CHECK(files.of(2) == index.stream(2));
}
