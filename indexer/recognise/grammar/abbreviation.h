#pragma once
/// Abbreviations and short forms that an article makes for itself:
///
///   "Hiệp hội Lúa gạo Sông Kon (VSK) … VSK cho biết"   VSK is that association, wherever it stands
///   "Công ty TNHH Hoài Sơn … Công ty Hoài Sơn"         one company
#include <map>
#include <span>
#include <string>
#include <vector>

#include "common/names/gazetteer.h"
#include "common/names/name_key.h"
#include "common/names/shaped_words.h"
#include "indexer/recognise/grammar/found.h"

namespace khobao::recognise {

/// Adds the mentions by abbreviations that stand in brackets after a name of the article.
void find_abbreviations(const names::Gazetteer& gazetteer,
                        std::span<const names::Paragraph> paragraphs, Reading& reading);

/// For each short form of a company, school or hospital among `names` (canonical), the longest name
/// that it can only mean; others are absent.
std::map<std::string, std::string> full_forms(const std::vector<std::string>& names,
                                              names::NameKeys& name_keys);

}  // namespace khobao::recognise
