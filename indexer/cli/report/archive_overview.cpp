#include "indexer/cli/report/archive_overview.h"

#include <algorithm>
#include <filesystem>

#include "common/archive/deleted_facets.h"
#include "common/archive/facets/name_order.h"

namespace khobao::indexer {

ArchiveOverview overview_of(const archive::LayeredIndex& index) {
  ArchiveOverview overview;
  const auto slot = static_cast<Xapian::valueno>(archive::Slot::published);
  std::string first, last;
  const auto end = index.database().valuestream_end(slot);
  for (auto it = index.database().valuestream_begin(slot); it != end; ++it) {
    if (index.is_deleted(it.get_docid())) continue;
    const std::string value = *it;
    if (first.empty() || value < first) first = value;
    if (value > last) last = value;
  }
  constexpr size_t kDateChars = 10;
  overview.first_date = archive::published_text(first).substr(0, kDateChars);
  overview.last_date = archive::published_text(last).substr(0, kDateChars);

  const archive::DeletedFacets deleted(index);
  const std::string prefix(archive::field(archive::FieldId::source).prefix);
  const auto terms_end = index.database().allterms_end(prefix);
  for (auto term = index.database().allterms_begin(prefix); term != terms_end; ++term) {
    std::string name = (*term).substr(prefix.size());
    if (name.starts_with('\1')) continue;  // a hashed key: the name is not there
    const uint64_t articles = term.get_termfreq() - deleted.count(archive::FieldId::source, name);
    if (articles > 0) overview.sources.push_back({std::move(name), articles});
  }
  const archive::NameOrder order(archive::FieldId::source);
  std::sort(overview.sources.begin(), overview.sources.end(), [&](const auto& a, const auto& b) {
    return a.articles != b.articles ? a.articles > b.articles : order.less(a.name, b.name);
  });
  return overview;
}

uint64_t bytes_below(const std::string& folder) {
  uint64_t bytes = 0;
  std::error_code error;
  for (std::filesystem::recursive_directory_iterator it(folder, error), end; !error && it != end;
       it.increment(error)) {
    std::error_code ignored;
    if (it->is_regular_file(ignored)) bytes += it->file_size(ignored);
  }
  return bytes;
}

}  // namespace khobao::indexer
