#pragma once
/// People of one name in one article, told apart by the ages or years of birth printed beside them:
///
///   Trần Văn Kha (SN 1990) … Trần Văn Kha (SN 1985) … anh Kha     two people, the second twice
#include <string>
#include <unordered_map>
#include <vector>

#include "common/names/shaped_words.h"

namespace khobao::recognise {

/// What is printed behind a name; 0 where it is not.
struct Born {
  int age = 0;
  int year = 0;
};

/// "(32 tuổi", ", SN 1990", "(sinh năm 1985" from word `at` on.
Born born_at(const names::Paragraph& paragraph, size_t at);

class Namesakes {
 public:
  /// The number of the person whom `name` means here: the one born so, else the one named last;
  /// `next` where a person is named for the first time.
  size_t find(const std::string& name, const Born& born, size_t next);

 private:
  struct Person {
    size_t number = 0;
    Born born;
  };
  std::unordered_map<std::string, std::vector<Person>> people_;  ///< the one named last at the end
};

}  // namespace khobao::recognise
