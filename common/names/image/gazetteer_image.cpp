#include "common/names/image/gazetteer_image.h"

#include "common/names/gazetteer.h"
#include "common/names/image/image.h"

namespace khobao::names {

std::string gazetteer_image() {
  Gazetteer gazetteer{Gazetteer::FromSources{}};
  ImageWriter image;
  gazetteer.exchange(image);
  return image.bytes();
}

}  // namespace khobao::names
