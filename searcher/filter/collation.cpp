#include "searcher/filter/collation.h"

#include <dlfcn.h>
#include <unicode/ucol.h>

#include <string>
#include <type_traits>

namespace khobao::filter {
namespace {

// The functions of ICU's library of collation, by the names that they have there.
struct Library {
  decltype(&::ucol_open) open = nullptr;
  decltype(&::ucol_close) close = nullptr;
  decltype(&::ucol_setAttribute) set_attribute = nullptr;
  decltype(&::ucol_strcollUTF8) compare = nullptr;
  bool whole = false;

  Library() {
    // The version that this was compiled for is in the names of the file and of the functions.
    const std::string version = U_ICU_VERSION_SHORT;
    void* const file = dlopen(("libicui18n.so." + version).c_str(), RTLD_NOW | RTLD_LOCAL);
    if (file == nullptr) return;
    const auto find = [&](auto& function, const std::string& name) {
      function = reinterpret_cast<std::remove_reference_t<decltype(function)>>(
          dlsym(file, (name + "_" + version).c_str()));
      return function != nullptr;
    };
    whole = find(open, "ucol_open") && find(close, "ucol_close") &&
            find(set_attribute, "ucol_setAttribute") && find(compare, "ucol_strcollUTF8");
  }
};

const Library& library() {
  static const Library loaded;
  return loaded;
}

}  // namespace

Collation::Collation() {
  if (!library().whole) return;
  UErrorCode status = U_ZERO_ERROR;
  collator_ = library().open("vi", &status);
  if (U_FAILURE(status) || collator_ == nullptr) return;
  library().set_attribute(collator_, UCOL_NUMERIC_COLLATION, UCOL_ON, &status);
}

Collation::~Collation() {
  if (collator_ != nullptr) library().close(collator_);
}

int Collation::compare(std::string_view a, std::string_view b) const {
  if (collator_ == nullptr) return a.compare(b);
  UErrorCode ignored = U_ZERO_ERROR;
  return library().compare(collator_, a.data(), static_cast<int32_t>(a.size()), b.data(),
                           static_cast<int32_t>(b.size()), &ignored);
}

}  // namespace khobao::filter
