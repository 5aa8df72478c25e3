#pragma once
/// The block of keys in front of a Markdown text, as generators of sites and extractors write it:
/// YAML between "---", or TOML between "+++".
///
///   title: >-                 joined with the indented lines below it
///   authors:                  "Lê Na, Trần Sen", from the items below it, or from "name:" of each
///     - Lê Na
///     - name: Trần Sen
///   tags: [chợ, sông]         a list on one line
#include <string_view>
#include <vector>

#include "indexer/read/page.h"

namespace khobao::read {

/// Reads the block at the head of `lines` into `stated`, by the table of record keys. The number of
/// its lines, both rules included; 0 where there is none.
size_t read_front_matter(const std::vector<std::string_view>& lines, Stated& stated);

}  // namespace khobao::read
