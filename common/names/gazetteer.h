#pragma once
/// The organisations known by name: data/organisations_*.tsv and the user's own. Also answers what
/// a user means by a name, an alias or a beginning of one.
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/base/made_once.h"
#include "common/names/lexicon.h"
#include "common/names/user_names.h"

namespace khobao::names {

struct Entry {
  std::string name;  ///< canonical
  std::vector<std::string> aliases;
  std::string
      kind;  ///< the file's class column: "party", "state", "club" …; "none" is no organisation
  std::vector<std::string> predecessors;  ///< bodies merged into this one or renamed to it
  std::string from, to;                   ///< YYYY-MM-DD, "" where not stated
  bool football = false;  ///< the name is also a place's: a club only in an article on football
  bool platform = false;  ///< also a place where things are posted, which does not count
  bool cue = false;       ///< also a common word: only after "báo", "hãng", "tờ" …
  bool user = false;      ///< from the user's file

  template <class Image>
  void exchange(Image& image) {
    image(name, aliases, kind, predecessors, from, to, football, platform, cue, user);
  }
};

class Gazetteer {
 public:
  /// What the build read from the data files (linked/linked_gazetteer.h).
  Gazetteer();
  /// Reads the data files themselves, some seventy times slower: for the build and tests.
  struct FromSources {};
  explicit Gazetteer(FromSources);

  /// Adds the user's own organisations; a user's alias outranks a built-in one. Keeps the people
  /// and places of the table.
  void add_user_names(const std::vector<UserName>& names);

  /// Entries meant by `name`: those whose canonical name or alias equals it, else equals it without
  /// accents, else begins with it (accents aside). In the data files' order, at most 20.
  std::vector<const Entry*> find(std::string_view name) const;
  /// The entry that a whole name of three words or more means, given its name_key(); null where
  /// there is none. What the grammar puts together from parts may be known as a whole.
  const Entry* called(std::string_view key) const;
  /// Entries with the most similar names, the nearest first, for "did you mean".
  std::vector<const Entry*> nearest(std::string_view name, size_t limit) const;
  /// What the user merged a canonical name into; the name itself where nothing.
  const std::string& merged(const std::string& name) const;

  const std::vector<Entry>& entries() const { return entries_; }
  /// All of the user's own names, people and places among them.
  const std::vector<UserName>& user_names() const { return user_names_; }
  const Entry& entry(int number) const { return entries_[static_cast<size_t>(number)]; }
  const PhraseTable& phrases() const { return phrases_; }
  const Symbols& symbols() const { return symbols_; }
  const Lexicon& lexicon() const { return lexicon_; }

  /// Writes or reads all that comes from the data files; see image/image.h.
  template <class Image>
  void exchange(Image& image) {
    image(symbols_, lexicon_, phrases_, entries_);
  }

 private:
  void add(Entry entry);
  void add_alias(std::string_view alias, uint32_t entry, bool user);
  /// The canonical name of the one built-in entry called so; the name itself where there is none.
  std::string canonical(const std::string& name) const;

  Symbols symbols_;
  Lexicon lexicon_;
  PhraseTable phrases_;
  std::vector<Entry> entries_;
  std::vector<UserName> user_names_;
  using Index = std::unordered_multimap<std::string, uint32_t>;
  /// Folded words of every alias; made when first asked for, since recognition does not need it.
  const Index& by_folded() const;
  MadeOnce<Index> by_folded_;
  std::unordered_map<std::string, std::string> merges_;  ///< name_key() to canonical name
};

}  // namespace khobao::names
