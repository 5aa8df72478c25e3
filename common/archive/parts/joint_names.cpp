#include "common/archive/parts/joint_names.h"

#include <set>
#include <string_view>

#include "common/names/name_key.h"
#include "common/names/user_names.h"

namespace khobao::archive {
namespace {

std::vector<std::string_view> lines_of(std::string_view table) {
  std::vector<std::string_view> lines;
  while (!table.empty()) {
    const size_t end = std::min(table.find('\n'), table.size());
    lines.push_back(table.substr(0, end));
    table.remove_prefix(std::min(end + 1, table.size()));
  }
  return lines;
}

std::vector<std::string> forms_of(const names::UserName& name) {
  std::vector<std::string> forms{names::name_key(name.name)};
  for (const std::string& alias : name.aliases) forms.push_back(names::name_key(alias));
  return forms;
}

}  // namespace

std::string joint_names(const std::vector<std::string>& tables) {
  std::string joint;
  std::set<std::string> known;
  for (const std::string& table : tables) {
    const auto names = names::read_user_names(table, "");
    if (!names) continue;
    const std::vector<std::string_view> lines = lines_of(table);
    std::string with = joint;
    std::set<std::string> fresh;
    for (const names::UserName& name : *names) {
      const std::vector<std::string> forms = forms_of(name);
      bool told = false;
      for (const std::string& form : forms) told = told || known.contains(form);
      if (told) continue;
      with.append(lines[name.line - 1]).append("\n");
      fresh.insert(forms.begin(), forms.end());
    }
    if (!names::read_user_names(with, "")) continue;
    joint = std::move(with);
    known.merge(fresh);
  }
  return joint;
}

}  // namespace khobao::archive
