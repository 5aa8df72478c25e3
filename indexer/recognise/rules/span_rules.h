#pragma once
/// Where rules are surer of a name than the model:
///
///   the user's own names                                   always
///   a line that is nothing but a name of the gazetteer     that name
///   "Ernst & Young", of which the model has "Ernst"        the whole that the grammar knows
///   "UBND tỉnh Trần Văn Tám"                               a body and a person
///   "Ngân hàng Sông Kon dự báo …"                          a body and what it does
///   "Sở Tài chính, Công Thương và Y tế"                    three departments
///   "ông Minh (Trần Trung đóng)"                           two people
///   "Hoài Sơn thắng Sông Kon"                              two teams
///   "đội bóng Thanh Hóa", "Thanh Hóa thắng Sông Kon"       teams in an article on football, no places
///   "Mỹ-Nga"                                               two countries
///   "đặc khu | Phú Quý", "ở TP. Ông | Kha"                 a level, a sentence's end
///   "Công ty TNHH", "Hướng"                                none
///   "Toyota Vios", "Xuân Đinh Dậu"                         none (no_people.h)
///   "cổ phiếu HPG", "Premier League", "cuộc thi …"         none (other_things.h)
#include <span>
#include <vector>

#include "common/names/gazetteer.h"
#include "indexer/recognise/grammar/found.h"
#include "indexer/recognise/learned/name_tag.h"

namespace khobao::recognise {

/// Changes `spans`, which stay in reading order and apart from each other. `reading`: what the
/// grammar found; `football`: the article is on football.
void apply_span_rules(const names::Gazetteer& gazetteer,
                      std::span<const names::Paragraph> paragraphs, bool football,
                      const Reading& reading, std::vector<NameSpan>& spans);

}  // namespace khobao::recognise
