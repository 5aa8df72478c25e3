#pragma once
/// The users' own names of several archives, as one table (common/names/user_names.h).
#include <string>
#include <vector>

namespace khobao::archive {

/// The lines of all tables; one that has a name or other form of an earlier table's is left out, as
/// is a table with which the whole would be none (names that count as one another in a circle).
/// "" where no table has a line. Each table can be read by itself.
std::string joint_names(const std::vector<std::string>& tables);

}  // namespace khobao::archive
