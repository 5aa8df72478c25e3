#include "indexer/write/glass/segment_content.h"

#include <algorithm>
#include <numeric>

#include "common/archive/disk/files.h"
#include "common/text/short_strings.h"

namespace khobao::write::glass {

void SegmentContent::add(const IndexedDocument& document) {
  const uint32_t docid = ++counts_.documents;
  document.each_term([&](std::string_view text, uint32_t times) {
    const uint32_t number = number_of(text);
    Term& term = terms_[number];
    if (term.postings > 0 && postings_[term.last].entry.docid == docid) {
      postings_[term.last].entry.number += times;
    } else {
      term.last = postings_.size();
      ++term.postings;
      postings_.push_back({number, {docid, times}});
    }
    counts_.add_times(postings_[term.last].entry.number);
  });
  const uint32_t words = document.words();
  lengths_.push_back({docid, words});
  counts_.add_length(words);
  for (const auto& [slot, value] : document.values()) {
    const auto place = static_cast<size_t>(slot);
    if (values_.size() <= place) values_.resize(place + 1);
    values_[place].bounds.add(value);
    values_[place].list.add(docid, value);
  }
}

uint32_t SegmentContent::number_of(std::string_view text) {
  if (slots_.size() < 2 * (terms_.size() + 1)) grow();
  const uint32_t hash = text::quick_hash(text);
  for (size_t at = hash;; ++at) {
    uint32_t& slot = slots_[at & (slots_.size() - 1)];
    if (slot == 0) {
      const auto begin = static_cast<uint32_t>(bytes_.size());
      bytes_ += text;
      terms_.push_back({.begin = begin, .end = static_cast<uint32_t>(bytes_.size()), .hash = hash});
      slot = static_cast<uint32_t>(terms_.size());
      return slot - 1;
    }
    const Term& known = terms_[slot - 1];
    if (known.hash == hash && text::same_word(text_of(known), text)) return slot - 1;
  }
}

void SegmentContent::grow() {
  constexpr size_t kFewestSlots = 1 << 12;
  slots_.assign(std::max(kFewestSlots, 2 * slots_.size()), 0);
  for (size_t i = 0; i < terms_.size(); ++i) {
    size_t at = terms_[i].hash;
    while (slots_[at & (slots_.size() - 1)] != 0) ++at;
    slots_[at & (slots_.size() - 1)] = static_cast<uint32_t>(i + 1);
  }
}

// The room stays for the next segment.
void SegmentContent::clear() {
  bytes_.clear();
  terms_.clear();
  std::fill(slots_.begin(), slots_.end(), 0);
  postings_.clear();
  lengths_.clear();
  values_.clear();
  counts_ = {};
}

Result<void> SegmentContent::write_terms(ListWriter& lists) const {
  std::vector<uint32_t> order(terms_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(),
            [&](uint32_t a, uint32_t b) { return text_of(terms_[a]) < text_of(terms_[b]); });
  std::vector<size_t> ends(terms_.size());  // of what is in place, by term
  size_t begin = 0;
  for (const uint32_t number : order) {
    ends[number] = begin;
    begin += terms_[number].postings;
  }
  std::vector<ListEntry> by_term(postings_.size());
  for (const NumberedEntry& one : postings_) by_term[ends[one.term]++] = one.entry;
  for (const uint32_t number : order) {
    const Term& term = terms_[number];
    const std::span<const ListEntry> postings(&by_term[ends[number] - term.postings], term.postings);
    if (auto added = lists.add_term(term_key(text_of(term)), postings); !added) return added;
  }
  return {};
}

static_assert(static_cast<unsigned>(archive::Slot::credit) < 128,
              "slots of one byte each: keys ascend as these do");

Result<TableRoot> SegmentContent::write_table(const std::string& path) {
  auto table = TableWriter::create(path);
  if (!table) return table.error();
  for (unsigned slot = 0; slot < values_.size(); ++slot) {
    if (values_[slot].bounds.empty()) continue;
    if (auto added = values_[slot].bounds.write(slot, *table); !added) return added.error();
  }
  for (unsigned slot = 0; slot < values_.size(); ++slot) {
    if (auto added = values_[slot].list.write_all(slot, *table); !added) return added.error();
  }
  ListWriter lists(*table);
  if (!lengths_.empty()) {
    if (auto added = lists.add_lengths(lengths_); !added) return added.error();
  }
  if (auto added = write_terms(lists); !added) return added.error();
  return table->finish();
}

Result<void> SegmentContent::write(const std::string& folder) {
  if (auto made = archive::make_folder(folder); !made) return made.error();
  const auto root = write_table(folder + "/postlist.glass");
  if (!root) return root.error();
  if (auto written = write_version_file(folder, *root, counts_); !written) return written;
  clear();
  return {};
}

}  // namespace khobao::write::glass
