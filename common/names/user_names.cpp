#include "common/names/user_names.h"

#include <algorithm>
#include <unordered_map>

#include "common/language/say.h"
#include "common/names/lexicon.h"
#include "common/names/name_key.h"
#include "common/text/letters/byte_order_mark.h"
#include "common/text/letters/shortened.h"
#include "common/text/letters/utf8.h"

namespace khobao::names {
namespace {

// No longer name counts: the recogniser's tables hold this many words.
constexpr size_t kMaxWords = 30;
constexpr size_t kLongestUserChain = 20;
constexpr size_t kColumns = 5;

// As fields of queries are called, too.
struct Kind {
  std::string_view name;
  NameKind kind;
};
constexpr Kind kKinds[] = {
    {"org", NameKind::organisation},
    {"organisation", NameKind::organisation},
    {"tổ chức", NameKind::organisation},
    {"cơ quan", NameKind::organisation},
    {"person", NameKind::person},
    {"người", NameKind::person},
    {"nhân vật", NameKind::person},
    {"place", NameKind::place},
    {"nơi", NameKind::place},
    {"địa danh", NameKind::place},
};

class TableReader {
 public:
  explicit TableReader(std::string_view path) : path_(path) {}

  Result<std::vector<UserName>> read(std::string_view table) {
    table = text::without_utf8_mark(table);
    for (size_t line = 1; !table.empty(); ++line) {
      const size_t end = std::min(table.find('\n'), table.size());
      std::string_view row = table.substr(0, end);
      table.remove_prefix(std::min(end + 1, table.size()));
      if (row.ends_with('\r')) row.remove_suffix(1);
      if (row.starts_with('#') || row.find_first_not_of(" \t") == std::string_view::npos) continue;
      if (auto taken = take(row, line); !taken) return taken.error();
    }
    if (auto checked = check_chains(); !checked) return checked.error();
    return std::move(names_);
  }

 private:
  Error fail(size_t line, const Message& why, const Message& hint = {}) const {
    return {ErrorCode::input, say("{}:{}: {}", path_, line, why),
            hint.empty()
                ? say("write NAME<TAB>other forms, separated by ';'<TAB>the name it counts as")
                : hint};
  }

  Result<void> take(std::string_view row, size_t line) {
    if (!text::is_valid_utf8(row))
      return fail(line, say("not UTF-8"), say("save the file as UTF-8"));
    if (static_cast<size_t>(std::count(row.begin(), row.end(), '\t')) >= kColumns)
      return fail(line, say("more than five columns"));
    std::string_view kind;
    if (static_cast<size_t>(std::count(row.begin(), row.end(), '\t')) == kColumns - 1) {
      kind = row.substr(row.rfind('\t') + 1);
      row = row.substr(0, row.rfind('\t'));
    }
    const auto [name, aliases, counts_as, replaces] = columns(row);
    UserName entry;
    entry.line = line;
    if (auto read = read_kind(kind, line); read) {
      entry.kind = *read;
    } else {
      return read.error();
    }
    for_each_part(name, '\t', [&](std::string_view part) { entry.name = part; });
    for_each_part(counts_as, '\t', [&](std::string_view part) { entry.counts_as = part; });
    for_each_part(aliases, ';', [&](std::string_view part) { entry.aliases.emplace_back(part); });
    for_each_part(replaces, ';', [&](std::string_view part) { entry.replaces.emplace_back(part); });
    if (entry.name.empty()) return fail(line, say("no name in the first column"));
    std::vector<std::string> forms = entry.aliases;
    forms.push_back(entry.name);
    if (!entry.counts_as.empty()) forms.push_back(entry.counts_as);
    forms.insert(forms.end(), entry.replaces.begin(), entry.replaces.end());
    for (const std::string& form : forms) {
      const size_t words = phrase_words(form).size();
      if (words == 0) return fail(line, say("'{}' holds no word", text::shortened(form)));
      if (words > kMaxWords) {
        return fail(line, say("a name of {} words", words),
                    say("shorten it to {} or fewer", kMaxWords));
      }
    }
    for (size_t i = 0; i <= entry.aliases.size(); ++i) {
      const std::string& form = i == 0 ? entry.name : entry.aliases[i - 1];
      const auto [known, fresh] = lines_.emplace(name_key(form), line);
      if (!fresh && known->second != line) {
        return fail(line, say("'{}' stands on line {} already", text::shortened(form), known->second),
                    say("leave it on one of the two lines"));
      }
    }
    names_.push_back(std::move(entry));
    return {};
  }

  // "" is an organisation. Hyphens may stand for spaces: "nhân-vật".
  Result<NameKind> read_kind(std::string_view typed, size_t line) const {
    std::string spaced(typed);
    std::replace(spaced.begin(), spaced.end(), '-', ' ');
    const std::string key = name_key(spaced);
    if (key.empty()) return NameKind::organisation;
    for (const Kind& kind : kKinds) {
      if (key == kind.name) return kind.kind;
    }
    return fail(line, say("'{}' is no kind of name", text::shortened(typed)),
                say("write org, person or place in the fifth column"));
  }

  // What a name counts as may itself count as another, but not go round in a circle.
  Result<void> check_chains() {
    std::unordered_map<std::string, const UserName*> by_name;
    for (const UserName& entry : names_) by_name.emplace(name_key(entry.name), &entry);
    for (const UserName& entry : names_) {
      const UserName* at = &entry;
      for (size_t step = 0; !at->counts_as.empty(); ++step) {
        if (step > kLongestUserChain)
          return fail(entry.line, say("'{}' counts as itself", text::shortened(entry.name)));
        const auto next = by_name.find(name_key(at->counts_as));
        if (next == by_name.end()) break;
        at = next->second;
      }
    }
    return {};
  }

  std::string_view path_;
  std::vector<UserName> names_;
  std::unordered_map<std::string, size_t> lines_;  // name_key() of every form
};

}  // namespace

Result<std::vector<UserName>> read_user_names(std::string_view table, std::string_view path) {
  return TableReader(path).read(table);
}

UserName counted_as(const std::vector<UserName>& names, const UserName& name) {
  UserName at = name;
  for (size_t step = 0; step <= kLongestUserChain && !at.counts_as.empty(); ++step) {
    const std::string key = name_key(at.counts_as);
    const auto next = std::find_if(names.begin(), names.end(), [&](const UserName& other) {
      return other.kind == name.kind && name_key(other.name) == key;
    });
    if (next == names.end()) {
      UserName outside;
      outside.kind = name.kind;
      outside.name = at.counts_as;
      return outside;
    }
    at = *next;
  }
  return at;
}

}  // namespace khobao::names
