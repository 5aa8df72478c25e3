#pragma once
/// Numbered legal and party documents where they are cited:
///
///   "Chỉ thị số 35-CT/TW"              chỉ thị|35|ct/tw|khóa 12   (document_term.h)
///   "Nghị định 100/2019/NĐ-CP"         nghị định|100|nđ-cp|2019
///   "Nghị quyết Trung ương 4 khóa XII" nghị quyết trung ương|4|khóa 12|
///
/// Only documents with a number count. The kinds are in data/document_kinds.tsv.
#include <span>
#include <string_view>
#include <vector>

#include "common/names/lexicon.h"
#include "common/names/mention.h"
#include "common/text/token.h"

namespace khobao::names {

/// The documents cited in an article, in the order of their first mention, distinct as printed.
/// `published` (YYYY…, "" where not known) tells the term of party documents printed without a
/// year.
std::vector<Document> find_documents(const Lexicon& lexicon, std::span<const Paragraph> paragraphs,
                                     std::span<const std::vector<text::Token>> tokens,
                                     std::string_view published);

/// The key of a citation as the user types it ("Chỉ thị 35-CT/TW", "35-CT/TW", "Chỉ thị 35"), with
/// "" in the fields that it leaves open; an empty key where it cites nothing.
std::string document_key(const Lexicon& lexicon, std::string_view citation);

/// True where a citation's key may mean the document of another: fields left open match any, and
/// "chỉ thị|35||" means "chỉ thị|35|ct/tw|khóa 12" as well as "chỉ thị|35|ct-ttg|2019".
bool may_mean(std::string_view wanted_key, std::string_view document_key);

}  // namespace khobao::names
