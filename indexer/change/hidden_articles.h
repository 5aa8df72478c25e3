#pragma once
/// Articles that are to be in no answer, by a court's or an editor's order, nor any text that they
/// were: what lies of them in the layers is marked as deleted, and their inputs are passed over, through updates and rebuilds,
/// until the order is withdrawn and their inputs are read again. Where their text comes under another
/// id, that has the same order from then on (orders_held.h).
///
/// File DB/generation-N/hidden.jsonl, a line by id: {"id": …, "reason": …, "since": …, "text_of": …,
/// "prints": […], "shown": […]}, the last three where there are any (common/archive/tables/hiding_orders.h).
#include <map>
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
  std::vector<std::string> hidden_before;  ///< that have one more reason
  std::set<std::string> withdrawn;
  /// Of the withdrawn ones those that were hidden for their text, and whose that was.
  std::map<std::string, std::string> texts_withdrawn;
};

/// Brings `hidden` to new orders, by ids as typed, and to withdrawn ones. Where the text of one that is
/// withdrawn is hidden under another id as well, it is an exception there. An error of input where `known`
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
