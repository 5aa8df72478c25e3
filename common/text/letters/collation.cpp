#include "common/text/letters/collation.h"

#include <dlfcn.h>
#include <unicode/ucol.h>

#include <string>
#include <type_traits>

namespace khobao::text {
namespace {

using Compare = decltype(&::ucol_strcollUTF8);

// ICU's function and its collator, which live as long as the program.
struct Collator {
  UCollator* rules = nullptr;
  Compare compare = nullptr;

  Collator() {
    // The version that this was compiled for is in the names of the file and of the functions.
    const std::string version = U_ICU_VERSION_SHORT;
    const std::string name = "libicui18n.so." + version;
    void* file = dlopen(name.c_str(), RTLD_NOW | RTLD_LOCAL);
    // Once more: a single call that fails must not change an order.
    if (file == nullptr) file = dlopen(name.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (file == nullptr) return;
    decltype(&::ucol_open) open = nullptr;
    decltype(&::ucol_setAttribute) set_attribute = nullptr;
    const auto find = [&](auto& function, const std::string& of) {
      function = reinterpret_cast<std::remove_reference_t<decltype(function)>>(
          dlsym(file, (of + "_" + version).c_str()));
      return function != nullptr;
    };
    if (!find(open, "ucol_open") || !find(set_attribute, "ucol_setAttribute") ||
        !find(compare, "ucol_strcollUTF8"))
      return;
    UErrorCode status = U_ZERO_ERROR;
    UCollator* const opened = open("vi", &status);
    if (U_FAILURE(status) || opened == nullptr) return;
    set_attribute(opened, UCOL_NUMERIC_COLLATION, UCOL_ON, &status);
    rules = opened;
  }
};

}  // namespace

int collate(std::string_view a, std::string_view b) {
  static const Collator collator;
  if (collator.rules == nullptr) return a.compare(b);
  UErrorCode ignored = U_ZERO_ERROR;
  return collator.compare(collator.rules, a.data(), static_cast<int32_t>(a.size()), b.data(),
                          static_cast<int32_t>(b.size()), &ignored);
}

bool collates_before(const std::string& a, const std::string& b) {
  const int order = collate(a, b);
  return order != 0 ? order < 0 : a < b;
}

}  // namespace khobao::text
