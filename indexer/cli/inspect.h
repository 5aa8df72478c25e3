#pragma once
/// How an article was understood, printed for people or for programs ("indexer inspect").
#include <ostream>

#include "common/archive/article.h"
#include "common/base/message.h"

namespace khobao {

enum class InspectFormat : unsigned char { text, jsonl };

/// Prints one article. JSON: one object on one line with the keys path, id, kind, title,
/// display_title, published, published_from, year_from_receipt, source, outlet, credit, author,
/// corrected [field], organisations [{name, mentions}], documents, paragraphs, captions, furniture;
/// what is absent is null. `paragraphs` holds all the article's text in reading order, captions
/// included; `captions` lists those once more. Text: control characters of the article never reach
/// the terminal; malformed UTF-8 is replaced.
void write_inspection(const archive::Article& article, InspectFormat format, std::ostream& out,
                      Language language = Language::english);

}  // namespace khobao
