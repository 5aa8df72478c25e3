#include "searcher/reposts/appearance.h"

#include <xapian.h>

#include <algorithm>

#include "common/archive/fields.h"
#include "common/archive/schema.h"
#include "common/language/say.h"

namespace khobao::reposts {
namespace {

using archive::Slot;

std::vector<uint64_t> ids_in(const std::string& value) {
  std::vector<uint64_t> ids;
  for (size_t i = 0; i < archive::facet_id_count(value); ++i)
    ids.push_back(archive::facet_id_at(value, i));
  return ids;
}

std::string id_of(const searcher::Index& index, uint32_t docid) {
  const std::string order = index.value(docid, Slot::order);
  return order.substr(std::min(order.size(), archive::kOrderDateBytes));
}

std::vector<Printing> printings_of(const searcher::Index& index, std::span<const uint32_t> docids) {
  std::vector<Printing> printings;
  for (const uint32_t docid : docids) {
    const auto value = [&](Slot slot) { return index.value(docid, slot); };
    const std::vector<uint64_t> outlets = ids_in(value(Slot::outlet));
    printings.push_back({.published = value(Slot::published),
                         .outlet = outlets.empty() ? 0 : outlets.front(),
                         .credits = ids_in(value(Slot::credit))});
  }
  return printings;
}

// A source that they all credit, where it is none of them; 0 where there is none.
uint64_t common_credit(std::span<const Printing> printings) {
  for (const uint64_t credit : printings.front().credits) {
    const bool common = std::all_of(printings.begin(), printings.end(), [&](const Printing& p) {
      return p.outlet != credit &&
             std::find(p.credits.begin(), p.credits.end(), credit) != p.credits.end();
    });
    if (common) return credit;
  }
  return 0;
}

Message note_of(const searcher::Index& index, std::span<const Printing> printings,
                const std::optional<First>& first, const std::string& first_id) {
  const archive::FacetNames& names = index.facet_names();
  if (first) {
    const std::string_view outlet =
        names.name(archive::FieldId::outlet, printings[first->printing].outlet);
    const Message how = translated(first_by_name(first->by));
    return outlet.empty() ? say("first printed as '{}', as is known {}", first_id, how)
                          : say("first printed by {}, as is known {}", outlet, how);
  }
  Message unknown =
      say("who was first is not known: neither dates and hours nor credits tell");
  const uint64_t credit = common_credit(printings);
  if (credit == 0) return unknown;
  return say("{}; all credit {}", unknown, names.name(archive::FieldId::credit, credit));
}

}  // namespace

Appearance appearance_of(const searcher::Index& index, std::span<const uint32_t> docids) {
  const std::vector<Printing> printings = printings_of(index, docids);
  Appearance out{.docids = {docids.begin(), docids.end()},
                 .first = first_printing(printings),
                 .note = {}};
  if (docids.empty()) return out;
  const size_t first = out.first ? out.first->printing : 0;
  out.note = note_of(index, printings, out.first, id_of(index, docids[first]));
  std::rotate(out.docids.begin(), out.docids.begin() + static_cast<long>(first),
              out.docids.begin() + static_cast<long>(first) + 1);
  if (out.first) out.first->printing = 0;
  return out;
}

std::optional<searcher::HitReposts> reposts_of(const searcher::Index& index, uint32_t docid) {
  const auto group = index.reposts().of(docid);
  if (!group) return std::nullopt;
  const auto articles = index.reposts().articles(*group);
  const auto first = first_printing(printings_of(index, articles));
  return searcher::HitReposts{
      .group = id_of(index, articles.front()),
      .size = articles.size(),
      .first = first ? id_of(index, articles[first->printing]) : std::string(),
      .share = {}};
}

}  // namespace khobao::reposts
