#pragma once
/// How a Xapian database is told from an archive's folder.
#include <string>
#include <string_view>

namespace khobao::archive {

/// The file of a database of the kind "glass" that says where its tables begin.
inline constexpr std::string_view kXapianVersionFile = "iamglass";

/// True where the path is a database, or a stub file that names one.
bool is_database(const std::string& path);

}  // namespace khobao::archive
