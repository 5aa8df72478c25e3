#pragma once
/// The tables of words and phrases that the build made of data/ and linked into the program. The
/// constructors that read them lie beside, apart from the sources that the build makes them with.
#include <string_view>

namespace khobao::recognise {

/// bytes() of WordFactsTable, PhraseKinds, WordPairs and PostPhrases.
std::string_view linked_word_facts();
std::string_view linked_phrase_kinds();
std::string_view linked_word_pairs();
std::string_view linked_posts();

}  // namespace khobao::recognise
