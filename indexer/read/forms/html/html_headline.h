#pragma once
/// Finding the headline among a page's lines, and freeing titles of the site's name.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace khobao::read {

/// How far two lines have the same words: 0 to 1 (twice the common words over all words).
double similarity(std::string_view a, std::string_view b);

/// <title> or og:title without the name of the site at its ends: "Bà con gặt lúa sớm - Xã hội | Báo
/// Đồng Xanh" -> "Bà con gặt lúa sớm". `site_name` may be "". "" where nothing but such names is
/// left.
std::string without_site_name(std::string_view title, std::string_view site_name);

/// The site's name at an end of <title>: "Báo Đồng Xanh" in the example; "" where none is known as
/// one.
std::string site_name_in(std::string_view title);

/// What a candidate line is known by.
struct HeadlineCandidate {
  std::string_view text;
  bool is_h1 = false;
  bool names_title = false;  ///< class or itemprop say so
  bool plain_title = false;  ///< a class says no more than "title", as those of boxes do
  bool is_logo = false;      ///< links to the front page
  bool is_all_link = false;
};

/// The index of the headline among `candidates`, in reading order: the <h1>, where the page's
/// stated titles do not point at another line; else a line that a stated title repeats; else one
/// that is named title, whatever else is. nullopt where there is none.
std::optional<size_t> find_headline(const std::vector<HeadlineCandidate>& candidates,
                                    const std::vector<std::string>& stated_titles);

}  // namespace khobao::read
