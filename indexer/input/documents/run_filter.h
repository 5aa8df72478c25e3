#pragma once
/// Runs khobao-extract, which lies beside the program, on a document: no shell, a scratch folder, its
/// own bounds of processor time and memory (indexer/extract/confinement.h), and here of time and
/// output.
#include <atomic>
#include <string>

#include "common/base/result.h"
#include "indexer/input/documents/filter_table.h"

namespace khobao::input {

struct Filtered {
  bool is_html = false;
  std::string text;                    ///< in whatever encoding the program gives
  std::string title, author, created;  ///< that the file has of its own; "" where it has not
};

struct FilterBounds {
  unsigned seconds = 300;  ///< by the clock: a busy machine has little for each
  size_t output_bytes = size_t{64} << 20;
};

/// Errors (input) name the kind of document and what to install. Threads may call it at once; it
/// ends early where `stop` becomes another number than 0.
Result<Filtered> run_filter(const Filter& filter, std::string_view bytes, const FilterBounds& bounds,
                            const std::atomic<int>* stop);

}  // namespace khobao::input
