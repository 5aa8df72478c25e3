#pragma once
/// Articles that are to be in no answer, by a court's or an editor's order, nor any text that they
/// were: what lies of them in the layers is marked as deleted, and their inputs are passed over, through updates and rebuilds,
/// until the order is withdrawn and their inputs are read again.
///
/// File DB/generation-N/hidden.jsonl: {"id": …, "reason": …, "since": …} a line, by id.
#include <set>
#include <string>
#include <vector>

#include "common/archive/tables/hiding_orders.h"
#include "common/base/result.h"
#include "indexer/change/known_inputs.h"

namespace khobao::change {

using archive::HiddenArticle;
using archive::HiddenArticles;

/// The id under which `known` has an article, or texts that it was, for one that may be typed in another composition of
/// its letters; "" where it has none.
std::string known_id(const KnownInputs& known, const std::string& typed);

/// What orders change: ids of articles that are hidden from now on, and that are no longer.
struct ChangedOrders {
  std::vector<std::string> hidden;
  std::set<std::string> withdrawn;
};

/// Brings `hidden` to new orders, by ids as typed, and to withdrawn ones. An error of input where `known`
/// has no such article, or a withdrawn one is not hidden; `db` is for its hint.
Result<ChangedOrders> change_orders(HiddenArticles& hidden, const HiddenArticles& hide,
                                    const std::vector<std::string>& unhide,
                                    const KnownInputs& known, const std::string& db);

/// Those of `withdrawn` of which an input, or a kept text, was read again.
std::vector<std::string> read_again(const KnownInputs& known,
                                    const std::set<std::string>& withdrawn);

/// Records of hidden articles are passed over from now on, and others that were are read again,
/// as records are whose id became free. Returns the ids of articles that now count no longer.
std::vector<std::string> apply_hidden(KnownInputs& known, const HiddenArticles& hidden);

}  // namespace khobao::change
