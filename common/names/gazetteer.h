#pragma once
/// The organisations known by name: data/organisations_*.tsv and the user's own. Also answers what
/// a user means by a name, an alias or a beginning of one.
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/names/lexicon.h"
#include "common/names/user_names.h"

namespace khobao::names {

/// One organisation; Gazetteer tells its name and the rest of its texts.
struct Entry {
  uint32_t texts = 0;                      ///< number of the first of its texts
  uint32_t aliases = 0, predecessors = 0;  ///< how many
  bool football = false;  ///< the name is also a place's: a club only in an article on football
  bool platform = false;  ///< also a place where things are posted, which does not count
  bool cue = false;       ///< also a common word: only after "báo", "hãng", "tờ" …
  bool user = false;      ///< from the user's file
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
  std::string merged(std::string_view name) const;

  std::string_view name(const Entry& entry) const { return texts_[entry.texts]; }  ///< canonical
  /// The file's class column: "party", "state", "club" …; "none" is no organisation.
  std::string_view kind(const Entry& entry) const { return texts_[entry.texts + 1]; }
  TextRange aliases(const Entry& entry) const {
    const size_t first = entry.texts + 2;
    return {texts_, first, first + entry.aliases};
  }
  /// Bodies merged into this one or renamed to it.
  TextRange predecessors(const Entry& entry) const {
    const size_t first = entry.texts + 2 + entry.aliases;
    return {texts_, first, first + entry.predecessors};
  }

  const LaidArray<Entry>& entries() const { return entries_; }
  /// All of the user's own names, people and places among them.
  const std::vector<UserName>& user_names() const { return user_names_; }
  const Entry& entry(int number) const { return entries_[static_cast<size_t>(number)]; }
  const PhraseTable& phrases() const { return phrases_; }
  const Symbols& symbols() const { return symbols_; }
  const Lexicon& lexicon() const { return lexicon_; }

  /// Writes or reads all that comes from the data files; see image/image.h.
  template <class Image>
  void exchange(Image& image) {
    image(symbols_, lexicon_, phrases_, texts_, entries_, forms_, form_entries_);
  }

 private:
  struct NewEntry;
  void add(const NewEntry& entry);
  void add_alias(std::string_view alias, uint32_t entry, bool user);
  /// The canonical name of the one built-in entry called so; the name itself where there is none.
  std::string canonical(const std::string& name) const;
  /// Whether one of the entry's own names has this name_key().
  bool is_called(const Entry& entry, std::string_view key) const;

  /// Calls `use(form, entry)` for every form without accents that begins with `folded`.
  template <class Use>
  void for_each_form(const std::string& folded, Use use) const;

  Symbols symbols_;
  Lexicon lexicon_;
  PhraseTable phrases_;
  LaidTexts texts_;
  LaidArray<Entry> entries_;
  std::vector<UserName> user_names_;
  LaidTexts forms_;                                      ///< folded words of every alias, sorted
  LaidArray<uint32_t> form_entries_;                     ///< the entry of each
  std::multimap<std::string, uint32_t> own_forms_;       ///< of the user's names
  std::unordered_map<std::string, std::string> merges_;  ///< name_key() to canonical name
};

}  // namespace khobao::names
