#pragma once
/// The gazetteer and its lexicon as the build lays them out (image.h), so that no program reads
/// 3,000 names word by word when it starts.
#include <string>

namespace khobao::names {

/// Of the data files of common/names.
std::string gazetteer_image();

}  // namespace khobao::names
