#include "searcher/filter/date_field.h"

#include "common/language/say.h"
#include "common/text/letters/fold.h"
#include "common/text/letters/normalise.h"
#include "searcher/filter/date_bounds.h"

namespace khobao::filter {

Result<DateField> read_date_field(const std::string& value, text::Day today) {
  const std::string folded = text::fold(text::normalise_word(value));
  if (folded == "none" || folded == "khong")
    return DateField{.range = {}, .undated = true, .note = {}};
  auto days = read_days(value, today);
  if (!days) {
    const Message why = days.error().message.starts_with(":")
                            ? days.error().message
                            : say(" is no date or range of dates");
    return Error{ErrorCode::query, say("'{}'{}", value, why),
                 say("as in date:2020, date:2020-07..2020-09, date:2/7/2020, date:\"quý 3/2020\" "
                     "or date:none")};
  }
  return DateField{.range = range_of(days->span), .undated = false, .note = std::move(days->note)};
}

}  // namespace khobao::filter
