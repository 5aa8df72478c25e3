#include "indexer/recognise/posts.h"

#include <algorithm>

#include "indexer/recognise/learned/post_phrases.h"

namespace khobao::recognise {
namespace {

using names::Paragraph;
using names::Shape;
using names::Word;
namespace sep = names::sep;

constexpr size_t kMaxPosts = 6;       // beside one mention
constexpr size_t kMaxPostWords = 24;
constexpr size_t kMostTitleWords = 3;  // "phó giáo sư"

// Words of the longest phrase of the kind at `pos`, before `end`.
size_t phrase_at(PostPhrase kind, const std::vector<Word>& words, size_t pos, size_t end) {
  return PostPhrases().at(kind, words, pos, end);
}

class Beside {
 public:
  Beside(const Paragraph& paragraph, std::span<const NameSpan> spans, const NameSpan& person)
      : paragraph_(paragraph), words_(paragraph.words), spans_(spans), person_(person) {}

  std::vector<std::string> read() {
    before();
    std::reverse(posts_.begin(), posts_.end());
    behind();
    return std::move(posts_);
  }

 private:
  static constexpr uint16_t kSentence =
      sep::kDot | sep::kOpen | sep::kClose | sep::kQuote | sep::kOther | sep::kStart;

  bool in_name(size_t pos, bool person) const {
    return std::any_of(spans_.begin(), spans_.end(), [&](const NameSpan& span) {
      return span.first <= pos && pos < span.end && (span.kind == NameKind::person) == person;
    });
  }
  const NameSpan* name_at(size_t pos) const {
    for (const NameSpan& span : spans_) {
      if (span.first <= pos && pos < span.end) return &span;
    }
    return nullptr;
  }
  size_t post_at(size_t pos, size_t end) const {
    const size_t front = phrase_at(PostPhrase::before, words_, pos, end);
    if (pos + front >= end) return 0;
    const size_t post = phrase_at(PostPhrase::post, words_, pos + front, end);
    return post == 0 ? 0 : front + post;
  }

  // Where the post that begins at `pos` ends; `pos` where none begins there.
  size_t post_end(size_t pos, size_t limit) const {
    size_t at = pos + post_at(pos, limit);
    if (at == pos) return pos;
    size_t sure = at;
    while (at < limit && at < pos + kMaxPostWords) {
      const Word& word = words_[at];
      const NameSpan* name = name_at(at);
      const bool dashed = name != nullptr && name->first < at;
      if (!dashed && word.before != sep::kSpace && !(word.before & sep::kAmpersand)) break;
      if (name != nullptr) {
        if (name->kind == NameKind::person) break;
        at = sure = std::min(name->end, limit);
        continue;
      }
      if (const size_t more = phrase_at(PostPhrase::inside, words_, at, limit); more > 0) {
        at += more;
        if (more > 1) sure = at;
        continue;
      }
      if (word.capital()) {
        sure = ++at;
        continue;
      }
      if (phrase_at(PostPhrase::ends, words_, at, limit) > 0) break;
      if (const size_t post = post_at(at, limit); post > 0) {
        at = sure = at + post;
        continue;
      }
      ++at;
      if (at - sure > 5) break;
      // Small words count where the post ends with them: "trưởng phòng tư pháp,".
      if (at >= limit || words_[at].before != sep::kSpace) sure = at;
    }
    return sure;
  }

  void add(size_t first, size_t end) {
    if (posts_.size() >= kMaxPosts) return;
    std::string post(paragraph_.text.substr(words_[first].begin_byte,
                                            words_[end - 1].end_byte - words_[first].begin_byte));
    if (std::find(posts_.begin(), posts_.end(), post) == posts_.end())
      posts_.push_back(std::move(post));
  }

  void before() {
    size_t end = person_.first;
    while (true) {
      // Titles between the post and the name.
      size_t begin = end;
      // "TP.HCM" goes on, "TP. Ông" does not.
      const auto opens = [&](size_t pos) {
        const uint16_t joint = words_[pos].before;
        return (joint & kSentence) != 0 && joint != sep::kDot;
      };
      const size_t floor = end > kMaxPostWords ? end - kMaxPostWords : 0;
      size_t post = end;
      bool comma = false;
      while (begin > floor) {
        if (begin < words_.size() && opens(begin)) break;
        if (begin < end && (words_[begin].before & (sep::kComma | sep::kDash)) != 0 &&
            name_at(begin) == nullptr) {
          comma = true;
          break;
        }
        if (begin == end && (words_[begin].before & (sep::kDash | sep::kOpen)) != 0) break;
        if (in_name(begin - 1, true)) break;
        --begin;
        if (post_at(begin, end) > 0 && !(begin > 0 && in_name(begin, false) && in_name(begin - 1, false)))
          post = begin;
      }
      if (post == end) return;
      size_t stop = post_end(post, end);
      size_t titles = stop;
      while (titles < end) {
        const size_t title = phrase_at(PostPhrase::title, words_, titles, end);
        if (title == 0) break;
        titles += title;
      }
      if (titles != end && stop != end) return;
      add(post, stop);
      if (!comma || post != begin) return;
      end = post;
    }
  }

  void behind() {
    size_t pos = person_.end;
    while (pos < words_.size() && posts_.size() < kMaxPosts) {
      const uint16_t joint = words_[pos].before;
      if ((joint & (sep::kComma | sep::kDash | sep::kOpen)) == 0 || (joint & sep::kDot) != 0) return;
      const size_t end = post_end(pos, words_.size());
      if (end == pos) return;
      // "…, Giám đốc Sở Y tế Trần Văn Tám": the next person's.
      size_t next = end;
      while (next < words_.size()) {
        const size_t title = phrase_at(PostPhrase::title, words_, next, words_.size());
        if (title == 0) break;
        next += title;
      }
      if (next < words_.size() && words_[next].before == sep::kSpace && in_name(next, true)) return;
      add(pos, end);
      pos = end;
    }
  }

  const Paragraph& paragraph_;
  const std::vector<Word>& words_;
  std::span<const NameSpan> spans_;
  const NameSpan& person_;
  std::vector<std::string> posts_;
};

}  // namespace

std::vector<std::string> posts_beside(const Paragraph& paragraph, std::span<const NameSpan> spans,
                                      const NameSpan& person) {
  return Beside(paragraph, spans, person).read();
}

size_t title_words(const Paragraph& paragraph, size_t pos, size_t end) {
  return pos < end ? phrase_at(PostPhrase::title, paragraph.words, pos, end) : 0;
}

bool has_title(const Paragraph& paragraph, const NameSpan& person) {
  const size_t first = person.first;
  if (first == 0 || paragraph.words[first].before != sep::kSpace) return false;
  for (size_t words = 1; words <= std::min(first, kMostTitleWords); ++words) {
    if (title_words(paragraph, first - words, first) == words) return true;
  }
  return false;
}

}  // namespace khobao::recognise
