// Files of kept searches and dossiers, of any bytes: read, and written as they were, or refused.
#include "searcher/kept/dossier.h"
#include "searcher/kept/kept_search.h"
#include "tests/support/fuzz_checks.h"

using namespace khobao;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size_bytes) {
  const std::string bytes(test::as_text(data, size_bytes));
  if (const auto search = kept::read_kept_search(bytes, "x.json")) {
    const auto again = kept::read_kept_search(kept::to_json(*search), "x.json");
    test::require(again && again->arguments == search->arguments && again->db == search->db,
                  "the kept search differs");
  }
  if (const auto dossier = kept::read_dossier(bytes, "x.json")) {
    const auto again = kept::read_dossier(kept::to_json(*dossier), "x.json");
    test::require(again && again->articles.size() == dossier->articles.size(),
                  "the dossier differs");
  }
  if (const auto name = kept::KeptFiles::checked_name(bytes))
    test::require(name->find('/') == std::string::npos && !name->starts_with('.'), "no name");
  return 0;
}
