#pragma once
/// When an article was published, by the surest of all that says something of it.
///
///   manual    the archivist's correction (put in elsewhere)
///   meta      what the page states for the article itself: JSON-LD, <meta>, <time pubdate>, the
///             record's key, the crawler's header block
///   line      a date line, the nearer to the headline and the fuller the surer
///   dateline  the day that the text reports from
///   url, path the day in the article's address, or in its file's path
///
/// Each is believed only between 1945 and the day of receipt; what is not yields to the next. A
/// clock over the headline, the days of readers and teasers, an update beside a publication and the
/// days of events are none of these.
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "common/archive/article.h"
#include "common/text/dates/calendar.h"

namespace khobao::read {

/// How far a day is to be believed, surest first.
enum class Witness : unsigned char {
  stated,        ///< by the page for the article itself
  announced,     ///< "Ngày đăng: …" beside the headline
  below_title,   ///< a date line between headline and text
  beside_title,  ///< a date line right above the headline
  elsewhere,     ///< further up, or a stamp with its time at the end of the text
  updated_line,  ///< "Cập nhật: …" where nothing else is printed
  dateline,
  address,
  path,
  updated,  ///< stated as the last change
};

struct DateClaim {
  text::Moment moment;
  Witness witness = Witness::elsewhere;
};

struct Publication {
  text::Moment moment;
  archive::PublishedFrom from = archive::PublishedFrom::none;
  bool year_from_receipt = false;
};

/// True for a day that an article of the archive can be of. `latest`: year 0 where not known.
/// Systems print 1970-01-01, 1900-01-01 or 0001-01-01 where they know no day.
bool is_believable(text::Day day, text::Day latest);

/// The surest claim that is believable; of equals the first. nullopt where there is none.
std::optional<Publication> settle_publication(std::span<const DateClaim> claims, text::Day latest);

}  // namespace khobao::read
