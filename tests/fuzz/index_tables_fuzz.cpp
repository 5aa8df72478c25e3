// The mapped tables of a generation and the lists of facet ids, of any bytes: read inside their
// bounds, or damaged.
#include <algorithm>

#include "common/archive/disk/block_sums.h"
#include "common/archive/disk/checked_map.h"
#include "common/archive/disk/hash.h"
#include "common/archive/facet_names.h"
#include "common/archive/facets/name_forms.h"
#include "common/archive/first_seen.h"
#include "common/archive/generations/deletion_marks.h"
#include "common/archive/postings/posting_file.h"
#include "common/archive/record_lines.h"
#include "common/archive/reposts/fingerprint_file.h"
#include "common/archive/reposts/repost_groups.h"
#include "common/archive/schema.h"
#include "common/archive/statistics.h"
#include "common/archive/tables/rare_pairs.h"
#include "indexer/write/glass/glass_lists.h"
#include "tests/support/fuzz_checks.h"

using namespace khobao;
namespace glass = khobao::write::glass;

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

void read_name_forms(const std::string& path) {
  const auto forms = archive::NameForms::open(path);
  if (!forms) return;
  test::require(forms->find("tran van kha").size() <= forms->size(), "more values than forms");
  (void)forms->find("");
  (void)forms->goes_on("binh");
}

void read_first_seen(const std::string& path) {
  const auto seen = archive::FirstSeen::open(path);
  if (!seen) return;
  const auto keys = seen->new_since(1'606'780'800);
  (void)seen->next(keys, 1'606'867'200, {42}).new_since(0);
}

void read_fingerprints(const std::string& path, size_t size_bytes) {
  for (uint32_t articles : {uint32_t{0}, uint32_t{1}, uint32_t{2}, static_cast<uint32_t>(size_bytes / 40)}) {
    const auto prints = archive::Fingerprints::open(path, articles);
    if (!prints) continue;
    for (uint32_t docid = 0; docid <= articles + 1; ++docid) {
      const auto likeness = archive::likeness(prints->of(docid), prints->of(1));
      test::require(likeness.runs >= 0 && likeness.runs <= 1, "a share that is none");
    }
  }
}

void read_postings(std::string_view bytes, const std::string& path) {
  for (unsigned count_bits = 0; count_bits <= 4; ++count_bits) {
    uint32_t before = 0;
    try {
      archive::PostingList(bytes, count_bits, 0, 1000, path).for_each([&](uint32_t docid, uint32_t count) {
        test::require(docid > before && docid <= 1000, "an article that the layer has not");
        test::require(count > 0 && count <= INT32_MAX, "no times that an article can hold a word");
        before = docid;
      });
    } catch (const archive::DamagedBytes&) {
    }
  }
  const auto file = archive::PostingFile::open(path, 1000);
  if (!file) return;
  try {
    (void)file->find("x");
  } catch (const archive::DamagedBytes&) {
  }
}

// The entries of a table that is merged.
void read_glass_lists(std::string_view bytes) {
  const glass::EntryKey key = glass::read_key(bytes);
  uint32_t before = 0;
  const auto ascends = [&](uint32_t docid) {
    test::require(docid > before, "articles that do not ascend");
    before = docid;
  };
  for (auto chunk : {glass::ListChunk::open(bytes, std::max(key.first, 1U)),
                     glass::ListChunk::open_first(bytes)}) {
    before = 0;
    if (chunk) (void)chunk->each([&](glass::ListEntry entry) { ascends(entry.docid); });
  }
  before = 0;
  (void)glass::each_value(bytes, 1, [&](uint32_t docid, std::string_view) { ascends(docid); });
}

void read_repost_groups(const std::string& path) {
  const auto groups = archive::RepostGroups::open(path);
  if (!groups) return;
  size_t articles = 0;
  for (size_t group = 0; group < groups->size(); ++group)
    articles += groups->articles(static_cast<archive::GroupNumber>(group)).size();
  test::require(articles == groups->grouped().size(), "articles that are in no group");
  for (const uint32_t docid : groups->grouped())
    test::require(groups->of(docid).value_or(0) < groups->size(), "a group that is not there");
}

void read_sums(std::string_view bytes) {
  const test::MemoryFile file(std::string(bytes) + archive::content_hash(bytes));
  const auto sums = archive::SummedFiles::read("/proc/self/fd", file.path());
  if (sums) (void)(*sums)->find("/proc/self/fd/x");
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
  read_name_forms(file.path());
  read_first_seen(file.path());
  read_fingerprints(file.path(), size_bytes);
  read_repost_groups(file.path());
  read_postings(bytes, file.path());
  read_glass_lists(bytes);
  (void)archive::read_rare_pairs(file.path());
  read_sums(bytes);
  read_deletion_marks(bytes);
  return 0;
}
