// Names and documents of any text: valid, counted, and the same each time the recogniser is used.
#include "indexer/read/lines/clean.h"
#include "indexer/recognise/recogniser.h"
#include "tests/support/fuzz_checks.h"

using namespace khobao;

namespace {

std::string printed(const names::Findings& findings) {
  std::string out;
  for (const auto& organisation : findings.organisations)
    out += organisation.name + '\t' + std::to_string(organisation.mentions) + '\n';
  for (const auto& document : findings.documents) out += document.printed + '\t' + document.key;
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size_bytes) {
  static const names::Gazetteer gazetteer;
  static recognise::Recogniser recogniser(gazetteer);
  std::string_view rest = test::as_text(data, size_bytes);
  std::vector<std::string> lines;
  while (!rest.empty()) {
    const size_t end = rest.find('\n');
    lines.push_back(read::clean_line(rest.substr(0, end)));
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
  names::ArticleText text{.title = "", .paragraphs = {}, .published = "", .outlet = ""};
  if (size_bytes % 3 == 0 && !lines.empty()) text.title = lines[0];
  if (size_bytes % 2 == 0) text.published = "2025-08-01";
  for (const std::string& line : lines) text.paragraphs.push_back(line);
  const names::Findings findings = recogniser.recognise(text);
  for (const auto& organisation : findings.organisations) {
    test::require(!organisation.name.empty() && organisation.mentions > 0, "an empty name");
    test::require(test::is_clean(organisation.name), "a name that is no clean text");
  }
  for (const auto& document : findings.documents) {
    test::require(!document.printed.empty() && !document.key.empty(), "an empty document");
    test::require(test::is_clean(document.printed), "a document that is no clean text");
  }
  test::require(printed(findings) == printed(recogniser.recognise(text)),
                "the second time differs");
  return 0;
}
