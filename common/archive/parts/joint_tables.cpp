#include "common/archive/parts/joint_tables.h"

#include <algorithm>
#include <filesystem>
#include <optional>

#include "common/archive/damage.h"
#include "common/archive/disk/block_sums.h"
#include "common/archive/disk/files.h"
#include "common/archive/disk/hash.h"
#include "common/archive/first_seen.h"
#include "common/archive/parts/archive_list.h"
#include "common/archive/parts/joint_marks.h"
#include "common/archive/parts/joint_names.h"
#include "common/archive/record_lines.h"
#include "common/archive/reposts/group_builder.h"
#include "common/archive/tables/article_counts.h"
#include "common/archive/tables/facet_names_builder.h"
#include "common/archive/tables/rare_pairs.h"
#include "common/archive/tables/word_counter.h"
#include "common/archive/tables/word_counts.h"
#include "common/archive/tables/written_counts.h"
#include "common/archive/xapian_guard.h"
#include "common/language/say.h"

namespace khobao::archive {
namespace {

bool has_file(const OpenArchive& part, const std::string& path) {
  return part.manifest.files.contains(std::filesystem::path(path).filename());
}

std::string name_of_all(const std::vector<OpenArchive>& parts) {
  std::vector<std::string> archives;
  archives.reserve(parts.size());
  for (const OpenArchive& part : parts) archives.push_back(part.db);
  return joined_name(archives);
}

// Compared whole; part errors.
Result<void> compare(const OpenArchive& part, const std::string& path) {
  auto whole = compare_file(part.generation.folder, std::filesystem::path(path).filename(),
                            part.manifest.files);
  if (!whole) return part_error(part.db, whole.error());
  return {};
}

Message unreadable(Xapian::docid docid) {
  return say("the words of article {} cannot be read", docid);
}

// Counts an article of a layer; false where it cannot be read.
bool count(const LayeredIndex& index, Xapian::docid docid, TokenStream& stream,
           WordCounter& counter) {
  if (!read_token_stream(index.stream(docid), stream)) return false;
  counter.add(stream);
  return true;
}

// What a part counted; of one whose tables an older program wrote, by reading its articles.
Result<WordCounts> counts_of(const OpenArchive& part) {
  if (auto counts = written_counts(part.generation, part.manifest)) return std::move(*counts);
  const auto index = LayeredIndex::open(part.db, part.generation, part.manifest);
  if (!index) return index.error();
  std::vector<WordCounter> counter(1);
  TokenStream stream;
  for (size_t layer = 0; layer < index->layers(); ++layer) {
    for (Xapian::docid docid = 1; docid <= part.manifest.layers[layer].articles; ++docid) {
      const Xapian::docid whole = index->docid_of(layer, docid);
      if (index->is_deleted(whole)) continue;
      if (!count(*index, whole, stream, counter.front()))
        return damaged_index(part.db, unreadable(docid));
    }
  }
  return archive::counts_of(counter);
}

// Of the articles marked in `marks`.
Result<WordCounts> counts_of(const std::vector<LayerEntry>& layers, const LayeredIndex& index,
                             const DeletionMarks& marks) {
  std::vector<WordCounter> counter(1);
  TokenStream stream;
  for (size_t layer = 0; layer < marks.size(); ++layer) {
    for (const Xapian::docid docid : marks[layer]) {
      if (!count(index, index.docid_of(layer, docid), stream, counter.front()))
        return damaged_index(layers[layer].db, unreadable(docid));
    }
  }
  return archive::counts_of(counter);
}

WordCounts none_of(const WordCounts& counts) {
  return {.articles = 0, .words = std::vector<uint32_t>(counts.words.size()), .pairs = {}, .rare = {}};
}

Result<void> write_counts(const std::vector<OpenArchive>& parts, const std::vector<LayerEntry>& layers,
                          const LayeredIndex& index, const DeletionMarks& beside,
                          const Generation& to) {
  auto removed = counts_of(layers, index, beside);
  if (!removed) return removed.error();
  const auto not_theirs = [&] {
    return damaged_index(name_of_all(parts), say("the statistics are not of its articles"));
  };
  std::optional<WordCounts> all;
  for (const OpenArchive& part : parts) {
    auto counts = counts_of(part);
    if (!counts) return counts.error();
    if (all) {
      all = changed_counts(*all, *counts, none_of(*all));
    } else {
      all = std::move(*counts);
    }
    if (!all) return not_theirs();
  }
  all = changed_counts(*all, none_of(*all), *removed);
  if (!all) return not_theirs();
  if (auto written = write_statistics(to.statistics(), *all); !written) return written;
  return write_rare_pairs(to.rare_pairs(), *all);
}

// Lines of records whose article another part has are left out.
Result<void> write_lines(const std::vector<OpenArchive>& parts, const LayeredIndex& index,
                         const DeletionMarks& beside, const Generation& to) {
  std::vector<RecordLine> all;
  size_t layer = 0;
  for (const OpenArchive& part : parts) {
    std::vector<uint64_t> lost;
    for (size_t i = 0; i < part.manifest.layers.size(); ++i, ++layer) {
      for (const Xapian::docid docid : beside[layer]) {
        const std::string order = index.value(index.docid_of(layer, docid), Slot::order);
        lost.push_back(hash64(std::string_view(order).substr(std::min(order.size(), kOrderDateBytes))));
      }
    }
    std::sort(lost.begin(), lost.end());
    const std::string path = part.generation.record_lines();
    if (!has_file(part, path)) continue;
    if (auto whole = compare(part, path); !whole) return whole;
    const auto lines = RecordLines::open(path);
    if (!lines) return part_error(part.db, lines.error());
    for (const RecordLine& line : lines->all()) {
      if (!std::binary_search(lost.begin(), lost.end(), line.first)) all.push_back(line);
    }
  }
  return all.empty() ? Result<void>() : write_record_lines(to.record_lines(), std::move(all));
}

Result<void> write_first_seen(const std::vector<OpenArchive>& parts, const Generation& to) {
  std::vector<FirstSeen> all;
  for (const OpenArchive& part : parts) {
    const std::string path = part.generation.first_seen();
    if (!has_file(part, path)) continue;
    if (auto whole = compare(part, path); !whole) return whole;
    auto seen = FirstSeen::open(path);
    if (!seen) return part_error(part.db, seen.error());
    all.push_back(std::move(*seen));
  }
  return FirstSeen::joined(all).write(to.first_seen());
}

Result<void> write_names(const std::vector<OpenArchive>& parts, const Generation& to) {
  std::vector<std::string> tables;
  for (const OpenArchive& part : parts) {
    const std::string path = part.generation.names();
    if (!has_file(part, path)) continue;
    if (auto whole = compare(part, path); !whole) return whole;
    auto table = read_index_file(path);
    if (!table) return part_error(part.db, table.error());
    tables.push_back(std::move(*table));
  }
  const std::string names = joint_names(tables);
  return names.empty() ? Result<void>() : replace_file(to.names(), names);
}

}  // namespace

std::vector<LayerEntry> joint_layers(const std::vector<OpenArchive>& parts) {
  std::vector<LayerEntry> layers;
  for (const OpenArchive& part : parts) {
    for (LayerEntry layer : part.manifest.layers) {
      layer.db = part.db;
      layers.push_back(std::move(layer));
    }
  }
  return layers;
}

Result<void> write_joint_tables(const std::vector<OpenArchive>& parts, const Generation& to) {
  const std::string name = name_of_all(parts);
  Manifest manifest = current_manifest();
  manifest.layers = joint_layers(parts);
  auto marks = marks_of_parts(parts);
  if (!marks) return marks.error();
  if (auto written = write_deletion_marks(to.deletion_marks(), *marks); !written) return written;
  auto index = LayeredIndex::open(name, to, manifest);
  if (!index) return index.error();
  const auto beside = joint_marks(parts, *index, name);
  if (!beside) return beside.error();
  if (auto counted = write_counts(parts, manifest.layers, *index, *beside, to); !counted)
    return counted;
  auto lines = guarded(say("read the index"), name,
                       [&] { return write_lines(parts, *index, *beside, to); });
  if (!lines) return lines;
  if (count_marks(*beside) > 0) {
    for (size_t layer = 0; layer < marks->size(); ++layer)
      (*marks)[layer].insert((*marks)[layer].end(), (*beside)[layer].begin(), (*beside)[layer].end());
    tidy_marks(*marks);
    if (auto written = write_deletion_marks(to.deletion_marks(), *marks); !written) return written;
    index = LayeredIndex::open(name, to, manifest);
    if (!index) return index.error();
  }
  if (auto counted = count_articles(name, *index, manifest); !counted) return counted;
  if (auto named = build_facet_names(name, *index, to); !named) return named;
  const auto superseded = chain_versions(name, *index, manifest, to);
  if (!superseded) return superseded.error();
  if (auto grouped = build_repost_groups(name, manifest, *index, *superseded, to.reposts()); !grouped)
    return grouped;
  if (auto seen = write_first_seen(parts, to); !seen) return seen;
  if (auto names = write_names(parts, to); !names) return names;
  if (auto summed = write_table_sums(to.folder, {"statistics", "facet.names", "name.forms"},
                                     to.table_sums());
      !summed) {
    return summed;
  }
  auto files = checksums_of(to.folder);
  if (!files) return files.error();
  manifest.files = std::move(*files);
  return write_manifest(to, manifest);
}

}  // namespace khobao::archive
