#pragma once
#include <cstddef>
#include <string>

namespace khobao::show {

/// What every renderer is told. Markup, colour and escaping live in this folder only. An answer of
/// very many hits is rendered a part of them at a time: what comes before the hits with the first
/// part, what comes after them with the last.
struct RenderOptions {
  bool color = false;
  size_t first_rank = 1;  ///< of the first hit: offset + 1
  std::string query_id;   ///< of TREC and batch lines
  bool first_hits = true;
  bool last_hits = true;
};

}  // namespace khobao::show
