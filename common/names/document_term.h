#pragma once
/// Numbers of party documents begin again with each congress, so that a number means one document
/// only within a term:
///
///   Chỉ thị 35-CT/TW ngày 30/5/2019     khóa 12
///   Chỉ thị 35-CT/TW ngày 14/6/2024     khóa 13
///   Nghị quyết 05-NQ/TU, article of 2022   2021-2025   (provinces count their congresses apart)
#include <string>
#include <string_view>

namespace khobao::names {

/// True for "ct/tw" and "nq/tu": numbers of party bodies.
bool is_party_issuer(std::string_view issuer);

/// The term in which `issuer` gave a number in `year` ("2019", or a longer date): "khóa 12" of the
/// Central Committee, "2016-2020" of others; "" where no year is given or none is known.
std::string term_of(std::string_view issuer, std::string_view year);

/// "khóa 12" as people write it: "khóa XII". Other texts stay as they are.
std::string printed_term(std::string_view term);

/// A document's key as people write it: "chỉ thị|35|ct/tw|khóa 12" -> "Chỉ thị 35-CT/TW (khóa
/// XII)". What the key leaves open is said, so that the name means this key alone: "chỉ thị|35||"
/// -> "Chỉ thị 35 (không rõ cơ quan)".
std::string document_name(std::string_view key);

}  // namespace khobao::names
