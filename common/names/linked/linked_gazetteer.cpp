#include "common/names/linked/linked_gazetteer.h"

#include "common/names/gazetteer.h"
#include "common/names/image/image.h"

// The symbols of khobao_embed(), see CMakeLists.txt.
extern "C" {
extern const char khobao_gazetteer_image_begin[], khobao_gazetteer_image_end[];
}

namespace khobao::names {

std::string_view linked_gazetteer_image() {
  return {khobao_gazetteer_image_begin,
          static_cast<size_t>(khobao_gazetteer_image_end - khobao_gazetteer_image_begin)};
}

Gazetteer::Gazetteer() : lexicon_(&symbols_) {
  ImageReader image(linked_gazetteer_image());
  exchange(image);
}

}  // namespace khobao::names
