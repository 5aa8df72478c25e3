#pragma once
/// The people and places of the user's own table (--names): found wherever an article prints one of
/// their forms, whatever the recogniser makes of it. Bodies of the table are the gazetteer's.
///
///   Trần Văn Kha <TAB> anh Ba Kha;Kha Đồi Sim <TAB> <TAB> <TAB> person
///   article        "… anh Ba Kha kể …"       ->   person Trần Văn Kha, 1 mention
#include <string>
#include <unordered_map>
#include <vector>

#include "common/archive/article.h"
#include "common/names/user_names.h"
#include "indexer/recognise/article_tokens.h"

namespace khobao::recognise {

class OwnNames {
 public:
  explicit OwnNames(const std::vector<names::UserName>& names);

  /// Adds those that the article prints, with a capital somewhere in the form. What the recogniser
  /// called by one of their forms, of whatever kind, becomes theirs.
  void apply(archive::Article& article, const ArticleTokens& tokens) const;

 private:
  struct Form {
    std::vector<std::string> words;
    size_t name = 0;  // of names_
  };
  struct Name {
    names::NameKind kind = names::NameKind::person;
    std::string name;
    std::vector<std::string> keys;  // names::name_key() of all forms
  };
  struct Found {
    int mentions = 0;
    std::vector<std::string> surfaces;
  };

  void find(std::string_view text, const std::vector<text::Token>& tokens,
            std::vector<Found>& found) const;

  std::vector<Name> names_;
  std::unordered_map<std::string, std::vector<Form>> by_first_;  // longest first
};

}  // namespace khobao::recognise
