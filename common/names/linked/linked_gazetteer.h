#pragma once
/// The image that is linked into the programs. The gazetteer that is read from it, Gazetteer's
/// constructor, lies beside it, apart from the library that the build makes the image with.
#include <string_view>

namespace khobao::names {

/// What gazetteer_image() gave when the program was built.
std::string_view linked_gazetteer_image();

}  // namespace khobao::names
