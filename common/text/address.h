#pragma once
/// URLs, host names and e-mail addresses.
///
///   https://www.songkon.example/tin/12.htm -> address songkon.example/tin/12.htm over its words
///   toasoan@songkon.example                -> address toasoan@songkon.example
#include <string_view>
#include <vector>

#include "common/text/token.h"

namespace khobao::text {

/// Where the address that begins at byte `pos` (a word's first byte) ends; `pos` where none does.
/// Recognised are schemes (http, https, ftp), "www.", name@host, and bare host names in lower case
/// whose last label is a common top-level domain.
size_t address_end(std::string_view text, size_t pos);

/// True of what a program may be asked to open as a page of the web: http and https, no other scheme.
bool is_web_address(std::string_view url);

/// The part of an address that is searched: without scheme, "www." and the slashes at its end.
std::string_view strip_address(std::string_view address);

/// Reads the address that begins at `pos`, appending the compound and its parts, and returns where
/// it ends; `pos` where none begins there. Of a longer address than a term may be, only the parts
/// are kept: cut short it would be another address.
size_t read_address(std::string_view text, size_t pos, std::vector<Token>& out);

}  // namespace khobao::text
