#pragma once
/// Other forms of places and foreign people that the data files know:
///
///   "TP.HCM", "sai gon"       thành phố Hồ Chí Minh
///   "Hoa Kỳ"                  Mỹ
///   "Mát-xcơ-va"              Moskva
///   "Đô-nan Trăm"             Donald Trump
#include <string>
#include <string_view>
#include <vector>

namespace khobao::names {

/// The names, as the recogniser gives them, of places that have this form; accents may be left out
/// of all of it. Empty where the form is unknown.
std::vector<std::string> places_called(std::string_view form);
/// Likewise of foreign people.
std::vector<std::string> people_called(std::string_view form);

/// Other forms of a province, each as name_key() gives it; `key`: that of its name without the
/// kind.
std::vector<std::string> province_forms(std::string_view key);
/// The province of a district of before July 2025, likewise by their keys; "" where several have
/// one of that name or it is unknown.
std::string province_of_district(std::string_view key);
/// Whether it is a city of the central government, at the level of a province.
bool is_central_city(std::string_view key);

}  // namespace khobao::names
