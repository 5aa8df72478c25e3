#include "searcher/reading/names/plain_pairs.h"

#include "searcher/reading/tables/reading_tables.h"

namespace khobao::reading {

bool is_plain_pair(std::string_view pair) { return plain_pairs().find(pair).has_value(); }

}  // namespace khobao::reading
