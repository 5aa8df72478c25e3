// What comes from a served shard is anybody's bytes: the value that an article carries, the header,
// a part of a table, and the table of terms. Read or refused, never more.
#include <cstdlib>
#include <fstream>

#include "common/archive/disk/checked_map.h"
#include "common/archive/disk/hash.h"
#include "common/archive/publication/carried_article.h"
#include "common/archive/publication/publication_tables.h"
#include "common/archive/publication/published_terms.h"
#include "tests/support/fuzz_checks.h"

using namespace khobao;

namespace {

// Terms are read where they are mapped.
void read_terms(std::string_view bytes) {
  static const std::string folder = [] {
    std::string path = "/tmp/khobao-fuzz-XXXXXX";
    return mkdtemp(path.data()) ? path : std::string("/tmp");
  }();
  std::ofstream(folder + "/" + archive::kPublishedTerms, std::ios::binary) << bytes;
  const auto terms = archive::PublishedTerms::open(folder);
  if (!terms) return;
  try {
    for (const char* term : {"", "lúa", "XORG", "~"}) {
      (void)terms->holders(term);
      (void)terms->beginning_with(term, 100);
    }
  } catch (const archive::DamagedBytes&) {
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size_bytes) {
  const std::string_view bytes = test::as_text(data, size_bytes);
  if (const auto carried = archive::read_carried(bytes)) {
    const std::string packed = archive::pack_carried(*carried);
    const auto again = archive::read_carried(packed);
    test::require(again && again->order == carried->order && again->words == carried->words &&
                      again->facets == carried->facets &&
                      again->content_hash == carried->content_hash &&
                      again->place_terms == carried->place_terms && again->stream == carried->stream,
                  "packed again, what an article carries differs");
  }
  Xapian::WritableDatabase shard("", Xapian::DB_BACKEND_INMEMORY);
  shard.set_metadata(archive::kPublicationHeaderKey, std::string(bytes));
  if (const auto header = archive::read_publication_header(shard, "shard"))
    test::require(header->shard < header->shards, "a shard beyond the last");
  archive::PublicationHeader header = archive::current_publication_header();
  header.tables["statistics"] = {.size_bytes = size_bytes, .hash = "", .parts = 1};
  for (const std::string& part :
       {std::string(bytes), archive::content_hash(bytes) + std::string(bytes)}) {
    shard.set_metadata("khobao/statistics/0000", part);
    test::require(!archive::read_published_table(shard, header, "statistics", "shard"),
                  "a table without a checksum is taken");
  }
  read_terms(bytes);
  return 0;
}
