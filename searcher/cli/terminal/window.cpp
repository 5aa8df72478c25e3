#include "searcher/cli/terminal/window.h"

#include <charconv>

namespace khobao::searcher {
namespace {

constexpr size_t kColumns = 80, kRows = 24;
constexpr size_t kMost = 10'000;  // what is larger is no window

size_t number_of(const std::string& text) {
  size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() && number <= kMost ? number : 0;
}

size_t first_known(size_t stated, size_t measured, size_t otherwise) {
  if (stated != 0) return stated;
  return measured != 0 ? measured : otherwise;
}

}  // namespace

Window window_of(const cli::Environment& environment) {
  if (!environment.out_is_terminal) return {};
  const cli::WindowSize size = environment.window_size();
  const std::string term = environment.value_of("TERM");
  return {
      .columns = first_known(number_of(environment.value_of("COLUMNS")), size.columns, kColumns),
      .rows = first_known(number_of(environment.value_of("LINES")), size.rows, kRows),
      .links = !term.empty() && term != "dumb" && term != "linux" &&
               environment.value_of("KHOBAO_LINKS") != "0"};
}

size_t preview_columns(const cli::Environment& environment) {
  return number_of(environment.value_of("FZF_PREVIEW_COLUMNS"));
}

bool use_color(const std::string& color, const cli::Environment& environment) {
  if (color != "auto") return color == "always";
  const std::string term = environment.value_of("TERM");
  return environment.out_is_terminal && environment.value_of("NO_COLOR").empty() && !term.empty() &&
         term != "dumb";
}

}  // namespace khobao::searcher
