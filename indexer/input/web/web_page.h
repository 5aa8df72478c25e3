#pragma once
#include <string>

namespace khobao::input {

/// A page as it came over the web, and what its container says of it.
struct WebPage {
  std::string bytes;    ///< HTML, in whatever encoding
  std::string charset;  ///< that the server or the container declared; "" where none did
  std::string url;      ///< "" where it is not known
  std::string fetched;  ///< when, as the container has it ("2020-03-04T01:15:00Z"); ""
};

}  // namespace khobao::input
