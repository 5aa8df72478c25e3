#pragma once
/// What is named like a body and is none, by the words beside it:
///
///   cổ phiếu HPG, VNM và mã FPT             tickers
///   Premier League, V-League, FA Cup        leagues and cups (but "Ban tổ chức V-League")
///   cuộc thi Olympic Vật lý châu Á          contests, programmes, films
///   Trung tâm Hội nghị Quốc gia             venues
///   đăng trên Facebook, mua trên Shopee     where something is posted or sold
#include "common/names/gazetteer.h"
#include "indexer/recognise/learned/name_tag.h"

namespace khobao::recognise {

/// `known`: the entry of the gazetteer that the whole span is; null where it is none. What the user
/// named is never another thing.
bool is_other_thing(const names::Gazetteer& gazetteer, const names::Paragraph& paragraph,
                    const NameSpan& span, const names::Entry* known);

}  // namespace khobao::recognise
