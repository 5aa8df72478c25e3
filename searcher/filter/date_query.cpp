#include "searcher/filter/date_query.h"

#include <xapian.h>

#include <string>

#include "common/archive/schema.h"

namespace khobao::filter {

Xapian::Query date_query(const searcher::DateRange& range) {
  const auto slot = static_cast<Xapian::valueno>(archive::Slot::published);
  // A day's articles may carry a time after the date, so the end reaches past every
  // "YYYYMMDDhhmm".
  const std::string from = range.from.empty() ? "0" : range.from;
  const std::string to = range.to.empty() ? "9999" : range.to + "~";
  return {Xapian::Query::OP_VALUE_RANGE, slot, from, to};
}

}  // namespace khobao::filter
