// The mapped tables of a generation and the lists of facet ids, of any bytes: read inside their
// bounds, or damaged.
#include "common/archive/disk/hash.h"
#include "common/archive/facet_names.h"
#include "common/archive/generations/deletion_marks.h"
#include "common/archive/record_lines.h"
#include "common/archive/schema.h"
#include "common/archive/statistics.h"
#include "tests/support/fuzz_checks.h"

using namespace khobao;

namespace {

void read_facet_names(const std::string& path) {
  const auto names = archive::FacetNames::open(path);
  if (!names) return;
  for (size_t i = 0; i < names->size(); ++i) {
    const auto value = (*names)[i];
    names->name(value.field, value.id);
  }
  names->name(archive::FieldId::source, 42);
}

void read_statistics(const std::string& path) {
  const auto statistics = archive::Statistics::open(path);
  if (!statistics) return;
  for (size_t i = 0; i < statistics->rare_words(); ++i) statistics->count(statistics->rare_word(i));
  const auto words = static_cast<text::WordId>(text::vocabulary().size());
  for (text::WordId word = 0; word < words; word += 97) {
    statistics->count(word);
    statistics->pair_count(word, word / 2);
  }
  statistics->pair_count(words - 1, 0);
  (void)statistics->counts();
}

void read_record_lines(const std::string& path) {
  const auto lines = archive::RecordLines::open(path);
  if (!lines) return;
  (void)lines->line_of("");
  (void)lines->line_of("bao/tin.jsonl#0f3a");
}

void read_deletion_marks(std::string_view bytes) {
  const test::MemoryFile file(std::string(bytes) + archive::content_hash(bytes));
  for (size_t layers = 0; layers < 3; ++layers)
    (void)archive::read_deletion_marks(file.path(), layers);
}

void read_facet_ids(std::string_view value) {
  std::vector<archive::FacetId> ids;
  for (size_t i = 0; i < archive::facet_id_count(value); ++i)
    ids.push_back(archive::facet_id_at(value, i));
  const std::string packed = archive::pack_facet_ids(ids);
  test::require(packed.size() <= value.size(), "the list grows");
  test::require(archive::pack_facet_ids({}).empty(), "an empty list takes room");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size_bytes) {
  const std::string_view bytes = test::as_text(data, size_bytes);
  read_facet_ids(bytes);
  const test::MemoryFile file(bytes);
  read_facet_names(file.path());
  read_statistics(file.path());
  read_record_lines(file.path());
  read_deletion_marks(bytes);
  return 0;
}
