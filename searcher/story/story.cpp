#include "searcher/story/story.h"

#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <map>

#include "common/archive/disk/hash.h"
#include "common/archive/xapian_guard.h"
#include "common/language/say.h"
#include "common/text/dates/calendar.h"
#include "searcher/filter/date_query.h"
#include "searcher/filter/kind_filter.h"
#include "searcher/reposts/appearance.h"
#include "searcher/story/article_print.h"

namespace khobao::story {
namespace {

// An event is written of for about a week.
constexpr int kDaysAround = 7;
constexpr size_t kTellingWords = 32;

// What candidates are judged by: chosen on half of 55 articles of baomoi2017 whose nearest candidates
// were judged by eye (tests/bench/README.md), where pairs of a story came out with F1 .94; .82 on the
// other half.
constexpr double kNamesWeigh = 0.15;
constexpr double kDayCosts = 0.01;
constexpr double kUndatedCosts = 0.1;
constexpr double kLeast = 0.17;         // to the article asked for
constexpr double kLeastFurther = 0.25;  // to one that is like it, for what is less like itself
constexpr double kWorthAnother = 0.7;   // of kLeast: what is below is compared no further

struct Candidate {
  Xapian::docid docid = 0;
  ArticlePrint print;
  double words = 0, names = 0, score = 0;
  int days = 0;
  bool in = false;
};

std::string day_value(int number) {
  const text::Day day = text::day_of_number(number);
  return archive::published_value(to_string(day));
}

// The articles around the day that hold most of the words, ascending.
std::vector<Xapian::docid> candidates_of(const searcher::Index& index,
                                         const std::vector<std::string>& words, int day) {
  Xapian::Query query(Xapian::Query::OP_OR, words.begin(), words.end());
  if (day != 0) {
    const searcher::DateRange around{day_value(day - kDaysAround), day_value(day + kDaysAround)};
    query = Xapian::Query(
        Xapian::Query::OP_FILTER, query,
        Xapian::Query(Xapian::Query::OP_OR, filter::date_query(around),
                      Xapian::Query(std::string(archive::kUndatedTerm))));
  }
  Xapian::Enquire enquire(index.database());
  enquire.set_query(index.live(filter::keep_kinds(query, searcher::Kinds::articles)));
  const Xapian::MSet found = enquire.get_mset(0, kMostRead);
  std::vector<Xapian::docid> docids;
  for (auto it = found.begin(); it != found.end(); ++it) docids.push_back(*it);
  return docids;
}

void compare(const ArticlePrint& with, Candidate& one) {
  const double words = likeness(with.words, one.print.words);
  const double names = likeness(with.names, one.print.names);
  const bool dated = with.day != 0 && one.print.day != 0;
  const int days = dated ? std::abs(with.day - one.print.day) : 0;
  const double score = words + kNamesWeigh * names - kDayCosts * days - (dated ? 0 : kUndatedCosts);
  if (score > one.score) {
    one.words = words;
    one.names = names;
    one.days = days;
    one.score = score;
  }
}

// What is like the article asked for, and what is very like one of those.
void choose(const ArticlePrint& asked, std::vector<Candidate>& all) {
  for (Candidate& one : all) {
    compare(asked, one);
    one.in = one.score >= kLeast;
  }
  std::vector<const ArticlePrint*> near;
  for (const Candidate& one : all) {
    if (one.in) near.push_back(&one.print);
  }
  for (Candidate& one : all) {
    if (one.in || one.score < kWorthAnother * kLeast) continue;
    for (const ArticlePrint* print : near) compare(*print, one);
    one.in = one.score >= kLeastFurther;
  }
}

Result<searcher::Hit> hit_of(const searcher::Index& index, const Candidate& one, bool explain) {
  auto article = index.article(one.docid);
  if (!article) return article.error();
  searcher::Hit hit;
  hit.full = true;
  hit.article = std::move(*article);
  hit.content_hash = archive::to_hex(index.value(one.docid, archive::Slot::content_hash));
  hit.reposts = reposts::reposts_of(index, one.docid);
  hit.score = std::round(one.score * 1e4) / 1e4;
  if (explain) {
    hit.features = {{"words", one.words},
                    {"names", one.names},
                    {"days", static_cast<double>(one.days)}};
  }
  return hit;
}

// By time, undated last; reposts after the first of their group.
void order(std::vector<searcher::Hit>& hits) {
  const auto moment = [](const searcher::Hit& hit) {
    return (hit.article.published.empty() ? "~" : hit.article.published) + '\n' + hit.article.id;
  };
  std::map<std::string, std::string> first_of_group;
  for (const searcher::Hit& hit : hits) {
    if (!hit.reposts) continue;
    auto [known, fresh] = first_of_group.try_emplace(hit.reposts->group, moment(hit));
    if (!fresh) known->second = std::min(known->second, moment(hit));
  }
  std::map<std::string, std::pair<std::string, std::string>> keys;
  for (const searcher::Hit& hit : hits) {
    const std::string own = moment(hit);
    keys[hit.article.id] = {hit.reposts ? first_of_group[hit.reposts->group] : own, own};
  }
  std::sort(hits.begin(), hits.end(), [&](const searcher::Hit& a, const searcher::Hit& b) {
    return keys[a.article.id] < keys[b.article.id];
  });
}

}  // namespace

Result<searcher::SearchResponse> story(searcher::Index& index, const std::string& id,
                                       bool explain) {
  const auto start = std::chrono::steady_clock::now();
  return archive::guarded(say("read a story"), index.folder(), [&]() -> Result<searcher::SearchResponse> {
    const Xapian::docid docid = index.find(id);
    if (docid == 0) {
      return Error{ErrorCode::usage, say("no article has the id '{}'", id),
                   say("ids stand in the answers of --format json")};
    }
    PrintReader reader(index);
    const ArticlePrint asked = reader.read(docid);
    std::vector<Xapian::docid> docids =
        candidates_of(index, reader.telling_words(docid, kTellingWords), asked.day);
    // Its own reposts are of its story, whatever words they left out.
    if (const auto group = index.reposts().of(docid)) {
      for (const uint32_t one : index.reposts().articles(*group)) docids.push_back(one);
    }
    std::sort(docids.begin(), docids.end());
    docids.erase(std::unique(docids.begin(), docids.end()), docids.end());
    std::erase(docids, docid);
    std::vector<Candidate> all(docids.size());
    for (size_t i = 0; i < docids.size(); ++i) {
      all[i].docid = docids[i];
      all[i].print = reader.read(docids[i]);
    }
    choose(asked, all);
    const auto own_group = index.reposts().of(docid);
    Candidate itself{.docid = docid, .print = {}, .words = 1, .names = 1, .score = 1, .days = 0, .in = true};
    searcher::SearchResponse response;
    response.query = id;
    response.interpreted = say("the story of {}", id);
    response.generation = index.generation();
    auto first = hit_of(index, itself, explain);
    if (!first) return first.error();
    response.hits.push_back(std::move(*first));
    for (const Candidate& one : all) {
      const auto group = index.reposts().of(one.docid);
      if (!one.in && !(group && group == own_group)) continue;
      auto hit = hit_of(index, one, explain);
      if (!hit) return hit.error();
      response.hits.push_back(std::move(*hit));
    }
    order(response.hits);
    std::map<std::string, size_t> groups;
    for (const searcher::Hit& hit : response.hits) {
      if (hit.reposts) response.copies += groups[hit.reposts->group]++ > 0;
    }
    response.total = response.hits.size();
    if (response.total == 1)
      response.notes.push_back(say("no other article on its event was found"));
    response.took_ms =
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    return response;
  });
}

}  // namespace khobao::story
