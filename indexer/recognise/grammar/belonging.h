#pragma once
/// Names that the rest of the article makes longer:
///
///   Trường Đại học Luật, Đại học Sông Kon         a school of that university
///   Phòng Vật tư … Phòng Vật tư huyện Hoài Sơn    the longer one, where no other begins so
///
/// Other units that stand beside their body ("Khoa Thận, Bệnh viện Sông Kon") are names by themselves:
/// of those annotated with it and without it the latter are five times as many. Bodies that a
/// province, a ministry or a country has are completed by complete() (completion.h).
#include <map>
#include <span>
#include <string>
#include <vector>

#include "common/names/name_key.h"
#include "common/names/shaped_words.h"
#include "indexer/recognise/grammar/found.h"

namespace khobao::names {
class Lexicon;
}

namespace khobao::recognise {

/// `names`: canonical names of `mentions`, which stand in reading order. Schools that stand beside
/// their university get it attached, in all of their mentions.
void attach_universities(std::span<const names::Paragraph> paragraphs,
                   std::span<const Found* const> mentions, std::vector<std::string>& names);

/// Names that begin exactly one longer name, by the short one. `mentions` as above: what the
/// gazetteer knows, what stands by itself ("Chính phủ") and what has its place is no short form.
std::map<std::string, std::string> begun_forms(std::span<const Found* const> mentions,
                                               const std::vector<std::string>& names,
                                               names::NameKeys& keys);

/// Gives the names of a list the head that it shares: "các trường THPT Yên Hòa, Nhân Chính" names
/// Trường Trung học phổ thông Nhân Chính. `names`: of `mentions`, which are in reading order.
void share_heads(const names::Lexicon& lexicon, std::span<const names::Paragraph> paragraphs,
                 std::span<const Found* const> mentions, std::vector<std::string>& names);

}  // namespace khobao::recognise
