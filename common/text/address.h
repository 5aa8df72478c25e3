#pragma once
/// URLs, host names and e-mail addresses.
///
///   https://www.baosongkon.example/tin/12.htm -> address baosongkon.example/tin/12.htm over its words
///   toasoan@baosongkon.example                -> address toasoan@baosongkon.example
#include <string_view>

namespace khobao::text {

/// Where the address that begins at byte `pos` (a word's first byte) ends; `pos` where none does.
/// Recognised are schemes (http, https, ftp), "www.", name@host, and bare host names in lower case
/// whose last label is a common top-level domain.
size_t address_end(std::string_view text, size_t pos);

/// The address as it is searched: without scheme, "www." and the slashes at its end, in lower case.
std::string_view strip_address(std::string_view address);

}  // namespace khobao::text
