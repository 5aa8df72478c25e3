#include "searcher/kept/new_articles.h"

#include <xapian.h>

#include <algorithm>

#include "common/archive/schema.h"
#include "common/archive/xapian_guard.h"
#include "common/language/say.h"

namespace khobao::kept {

Result<std::shared_ptr<const std::vector<uint32_t>>> new_articles(
    const searcher::Index& index, archive::Stamp moment) {
  using Docids = std::shared_ptr<const std::vector<uint32_t>>;
  return archive::guarded(say("look for new articles"), index.folder(), [&]() -> Result<Docids> {
    const auto first_seen = index.first_seen();
    if (!first_seen) return first_seen.error();
    auto docids = std::make_shared<std::vector<uint32_t>>();
    const std::vector<uint64_t> keys = first_seen->new_since(moment);
    if (keys.empty()) return Docids(docids);
    // The order of answers ends with the id.
    const auto slot = static_cast<Xapian::valueno>(archive::Slot::order);
    const Xapian::Database& database = index.database();
    const auto end = database.valuestream_end(slot);
    for (auto it = database.valuestream_begin(slot); it != end; ++it) {
      const std::string order = *it;
      const std::string id = order.substr(std::min(order.size(), archive::kOrderDateBytes));
      if (std::binary_search(keys.begin(), keys.end(), archive::article_key(id)))
        docids->push_back(it.get_docid());
    }
    return Docids(docids);
  });
}

}  // namespace khobao::kept
