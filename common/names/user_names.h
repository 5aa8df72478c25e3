#pragma once
/// The user's own names, aliases and merges: a table of tab-separated columns, one name a line.
///
///   # name <TAB> other forms, separated by ';' <TAB> counts as <TAB> replaces, separated by ';'
///   #      <TAB> kind: org (where it is left out), person or place
///   Nhóm Thiện nguyện Đồi Sim <TAB> TNĐS;Nhóm Đồi Sim
///   Công ty Hoài Sơn <TAB> <TAB> Tập đoàn Sông Kon
///   Sở Mặt trời <TAB> SMT <TAB> <TAB> Sở Mặt trăng;Sở Vì sao
///   Trần Văn Kha <TAB> anh Ba Kha <TAB> <TAB> <TAB> person
///   xã Đồi Sim <TAB> Sim Hạ <TAB> <TAB> xã Sim Cũ <TAB> place
///
/// A name that counts as another appears under that one. Bodies that a name replaces stay apart and
/// are joined by --with-predecessors alone. Blank lines and lines that begin with '#' say nothing.
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"

namespace khobao::names {

enum class NameKind : unsigned char { organisation, person, place };

struct UserName {
  NameKind kind = NameKind::organisation;
  std::string name;
  std::vector<std::string> aliases;
  std::string counts_as;  ///< "" where the name stands for itself
  std::vector<std::string> replaces;
  size_t line = 0;
};

/// Reads the table. An error (code input) names `path`, the line and what to write instead.
Result<std::vector<UserName>> read_user_names(std::string_view table, std::string_view path);

/// The name of the table under which `name`, one of its names, appears: itself, or what it counts
/// as, however many steps away; one that the table does not hold is made of the name's kind.
UserName counted_as(const std::vector<UserName>& names, const UserName& name);

}  // namespace khobao::names
