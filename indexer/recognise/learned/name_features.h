#pragma once
/// What the model asks of each word, as numbers: one a question and answer.
///
///   "ông Trần Văn Tám nói": of "Văn"   the word itself, printed with a capital; after "trần";
///   second of three capitals; the run begins with a surname and stands after "ông" …
///
/// What tells nothing (no phrase, no hint, no name of the grammar around) is not asked, which saves a
/// third of the questions. The trainer and the recogniser take the questions from here, so that they cannot disagree; a
/// change here asks for new weights (tests/bench/training/train_names.cpp).
#include <cstdint>
#include <span>

#include "indexer/recognise/learned/name_words.h"

namespace khobao::recognise {

/// The number of a question and up to three parts of its answer.
inline uint32_t feature(uint32_t question, uint64_t a, uint64_t b = 0, uint64_t c = 0) {
  // Multiplied apart, so that questions on one word share its product.
  constexpr uint64_t kFactor = 0xBF58476D1CE4E5B9u;
  uint64_t hash = a * kFactor + 0x9E3779B97F4A7C15u * (question + 1) * kFactor;
  hash ^= hash >> 31;
  hash += b * 0x94D049BB133111EBu;
  hash ^= c * 0xA0761D6478BD642Fu;
  hash = (hash ^ hash >> 32) * 0xE7037ED1A0B428DBu;
  return static_cast<uint32_t>(hash >> 32);
}

/// How word `i` of a paragraph is joined to the one before it, below kJoints: by what, and whether it
/// is small and completes that word.
inline size_t joint_at(std::span<const NameWord> words, size_t i) {
  const NameWord& word = words[i];
  if (word.joint == 0) {
    const size_t print = word.print == Print::small    ? 0
                         : is_capital(word.print)      ? 1
                         : word.print == Print::number ? 2
                                                       : 3;
    if (print == 0) return word.completes;
    const bool small = i > 0 && words[i - 1].print == Print::small;
    return 4 + print * 2 + small;
  }
  return 12 + word.joint * 2u - 2u + !is_capital(word.print);
}

/// Calls `ask(feature)` for each question on word `i` of a paragraph.
template <class Ask>
void for_each_feature(const NameWords& article, size_t paragraph, size_t i, Ask ask) {
  static constexpr NameWord kBeyond;
  const std::span<const NameWord> words = article.paragraph(paragraph);
  const auto at = [&](int offset) -> const NameWord& {
    const size_t j = i + static_cast<size_t>(offset);  // wraps round below 0
    return j < words.size() ? words[j] : kBeyond;
  };
  const auto num = [](auto value) { return static_cast<uint64_t>(value); };
  const NameWord &p2 = at(-2), &p1 = at(-1), &w = at(0), &n1 = at(1), &n2 = at(2);
  const uint64_t print = num(w.print);
  const uint64_t prints3 = num(p1.print) << 6 | print << 3 | num(n1.print);
  const uint64_t prints5 = num(p2.print) << 12 | prints3 << 3 | num(n2.print);
  const uint64_t joints = num(w.joint) << 4 | n1.joint;

  // The word and its neighbours.
  ask(feature(0, 1));
  ask(feature(1, w.hash, print));
  ask(feature(2, p1.hash, print));
  ask(feature(3, n1.hash, print));
  ask(feature(4, p2.hash, print));
  ask(feature(5, n2.hash, print));
  ask(feature(6, p1.hash, w.hash, print));
  ask(feature(7, w.hash, n1.hash, print));
  ask(feature(8, p2.hash, p1.hash, print));
  ask(feature(9, n1.hash, n2.hash, print));
  ask(feature(10, prints3, joints));
  ask(feature(11, prints5, w.joint));
  ask(feature(12, p1.hash, prints3, joints));
  ask(feature(13, n1.hash, prints3, joints));
  ask(feature(14, w.hash, w.joint, print));
  ask(feature(15, paragraph == 0, prints3));

  // The run of capitals, or where the nearest ones are.
  uint64_t place_in_run = 0;
  if (is_capital(w.print)) {
    const int left = w.left, right = w.right;
    const NameWord &before = at(-left - 1), &after = at(right + 1);
    const NameWord &first = at(-left), &last = at(right);
    const uint64_t surname = first.roles & 1;
    place_in_run = num(left) * 8 + num(right);
    ask(feature(20, place_in_run, print));
    ask(feature(21, first.hash, num(left)));
    ask(feature(22, last.hash, num(right)));
    ask(feature(23, before.hash, place_in_run, first.joint));
    ask(feature(24, after.hash, place_in_run, after.joint));
    ask(feature(25, before.hash, at(-left - 2).hash, num(left)));
    ask(feature(26, before.hash, after.hash, num(left)));
    ask(feature(27, first.hash, at(-left + 1).hash, num(left)));
    ask(feature(28, num(left + right), surname, place_in_run));
    ask(feature(29, before.hash, at(-left - 2).hash, at(-left - 3).hash ^ num(left == 0)));
    ask(feature(30, num(first.letters) << 4 | num(last.letters) << 2 | w.letters, place_in_run,
                surname));
    ask(feature(31, before.word_class, place_in_run));
    ask(feature(32, after.word_class, place_in_run));
    ask(feature(120, first.word_class, place_in_run));
    ask(feature(121, last.word_class, place_in_run));
    ask(feature(122, before.word_class, after.word_class, place_in_run));
    if (last.ending != 0) ask(feature(123, last.ending, place_in_run, w.letters));
    if (first.phrase != 0) ask(feature(124, first.phrase, place_in_run));
    if (last.hint != 0) ask(feature(126, last.hint, place_in_run));
    if ((first.hint | last.hint) != 0)
      ask(feature(127, num(first.hint) << 4 | last.hint, place_in_run));
    ask(feature(125, first.word_class, last.word_class, num(left)));
    const ArticleWord& own = article.article_word(w);
    const auto few = [](uint8_t count) { return count > 3 ? uint64_t{3} : count; };
    ask(feature(100, few(own.smalls) * 4 + few(own.capitals), print));
    ask(feature(101, few(own.titled), print, place_in_run));
    ask(feature(102, few(own.placed), print, place_in_run));
    ask(feature(103, own.longest, place_in_run));
    ask(feature(104, few(own.named), print, place_in_run));
    ask(feature(105, own.known, print, place_in_run));
  } else {
    const int left = w.left, right = w.right;
    const uint64_t distances = num(left * 8 + right);
    ask(feature(33, distances, print));
    ask(feature(34, w.hash, distances));
    if (w.left < kFarCapital && w.right < kFarCapital) {
      ask(feature(35, at(-left).hash, w.hash, at(right).hash));
      ask(feature(36, at(-left).hash, num(left)));
    }
  }

  const uint64_t completes = num(w.completes) << 4 | num(n1.completes) << 2 | num(n2.completes);
  if (completes != 0) {
    ask(feature(130, completes, prints3));
    ask(feature(131, completes, print, w.grammar));
    ask(feature(132, w.completes, p1.word_class, p1.print == Print::small));
  }
  if (w.ending != 0) ask(feature(133, w.ending, print));
  if ((w.hint | p1.hint | n1.hint) != 0)
    ask(feature(134, num(w.hint) << 8 | num(p1.hint) << 4 | n1.hint, prints3));
  // What the grammar and the gazetteers say.
  if ((p1.grammar | w.grammar | n1.grammar) != 0) {
    ask(feature(40, w.grammar, print));
    ask(feature(41, w.grammar, w.hash));
    ask(feature(42, p1.grammar, w.grammar, n1.grammar));
    ask(feature(43, n1.grammar, w.grammar, print));
    ask(feature(44, w.grammar, w.place, prints3));
  }
  if ((p1.place | w.place | n1.place) != 0) {
    ask(feature(50, w.place, print));
    ask(feature(51, num(p1.place) << 8 | w.place, n1.place, print));
    ask(feature(52, w.place, p1.hash, w.joint));
    ask(feature(53, w.place, n1.hash, prints3));
  }
  if ((p1.roles | w.roles | n1.roles) != 0) {
    ask(feature(60, w.roles, p1.roles, print));
    ask(feature(61, w.roles, n1.roles, prints3));
    ask(feature(62, w.roles, prints5));
  }

  // What archives teach of the words.
  ask(feature(70, w.casing, print, num(p1.print)));
  ask(feature(71, w.casing, n1.casing, prints3));
  ask(feature(72, p1.casing, w.casing, prints3));
  ask(feature(80, w.letters, num(p1.letters) << 2 | n1.letters, prints3));
  ask(feature(90, w.word_class));
  ask(feature(91, p1.word_class, print));
  ask(feature(92, n1.word_class, print));
  ask(feature(93, p1.word_class, w.word_class));
  ask(feature(94, w.word_class, n1.word_class));
  ask(feature(95, p2.word_class, p1.word_class, print));
  ask(feature(96, n1.word_class, n2.word_class, print));
  if ((p1.phrase | w.phrase | n1.phrase) != 0) {
    ask(feature(110, w.phrase, print));
    ask(feature(111, w.phrase, num(p1.phrase) << 8 | n1.phrase));
    ask(feature(112, w.phrase, prints3));
    ask(feature(113, w.phrase, w.grammar));
    ask(feature(114, w.phrase, p1.hash));
    ask(feature(115, w.phrase, n1.hash));
  }
  ask(feature(97, p1.word_class, w.word_class, n1.word_class));
}

}  // namespace khobao::recognise
