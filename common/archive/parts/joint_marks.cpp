#include "common/archive/parts/joint_marks.h"

#include <algorithm>
#include <utility>

#include "common/archive/damage.h"
#include "common/archive/tables/hiding_orders.h"
#include "common/archive/schema.h"
#include "common/archive/versions/version_chains.h"
#include "common/archive/xapian_guard.h"
#include "common/language/say.h"
#include "common/text/letters/normalise.h"

namespace khobao::archive {
namespace {

// The part of each layer.
std::vector<size_t> parts_of_layers(const std::vector<OpenArchive>& parts) {
  std::vector<size_t> of;
  for (size_t part = 0; part < parts.size(); ++part)
    of.insert(of.end(), parts[part].manifest.layers.size(), part);
  return of;
}

// Articles whose id an earlier part has. Throws Xapian errors.
Docids repeated(const std::vector<size_t>& part_of_layer, const LayeredIndex& index) {
  Docids docids;
  const std::string prefix(kIdPrefix);
  const auto end = index.database().allterms_end(prefix);
  for (auto term = index.database().allterms_begin(prefix); term != end; ++term) {
    if (term.get_termfreq() < 2) continue;
    std::vector<std::pair<size_t, Xapian::docid>> holders;
    const auto last = index.database().postlist_end(*term);
    for (auto posting = index.database().postlist_begin(*term); posting != last; ++posting) {
      if (!index.is_deleted(*posting))
        holders.emplace_back(part_of_layer[index.layer_of(*posting)], *posting);
    }
    std::sort(holders.begin(), holders.end());
    for (size_t i = 1; i < holders.size(); ++i) docids.push_back(holders[i].second);
  }
  return docids;
}

// Every text of the articles that any part hides. Throws Xapian errors.
Result<Docids> hidden(const std::vector<OpenArchive>& parts, const LayeredIndex& index) {
  Docids docids;
  for (const OpenArchive& part : parts) {
    const std::string path = part.generation.hidden();
    if (!part.manifest.files.contains(path.substr(path.rfind('/') + 1))) continue;
    const auto orders = read_hidden(path);
    if (!orders) return part_error(part.db, orders.error());
    for (const auto& order : *orders) {
      for (const std::string& id :
           {order.first, text::compose(order.first), text::decompose(order.first)}) {
        const std::string term = prefixed_term(kIdPrefix, id);
        const auto last = index.database().postlist_end(term);
        for (auto posting = index.database().postlist_begin(term); posting != last; ++posting)
          docids.push_back(*posting);
        const Docids kept = kept_texts_of(index, id);
        docids.insert(docids.end(), kept.begin(), kept.end());
      }
    }
  }
  return docids;
}

}  // namespace

Result<DeletionMarks> marks_of_parts(const std::vector<OpenArchive>& parts) {
  DeletionMarks all;
  for (const OpenArchive& part : parts) {
    auto marks =
        read_deletion_marks(part.generation.deletion_marks(), part.manifest.layers.size());
    if (!marks) return part_error(part.db, marks.error());
    for (auto& layer : *marks) all.push_back(std::move(layer));
  }
  return all;
}

Result<DeletionMarks> joint_marks(const std::vector<OpenArchive>& parts, const LayeredIndex& index,
                                  const std::string& name) {
  return guarded(say("read the index"), name, [&]() -> Result<DeletionMarks> {
    auto docids = hidden(parts, index);
    if (!docids) return docids.error();
    const Docids twice = repeated(parts_of_layers(parts), index);
    docids->insert(docids->end(), twice.begin(), twice.end());
    DeletionMarks marks(index.layers());
    for (const Xapian::docid docid : *docids) {
      if (!index.is_deleted(docid))
        marks[index.layer_of(docid)].push_back(index.docid_in_layer(docid));
    }
    tidy_marks(marks);
    return marks;
  });
}

}  // namespace khobao::archive
