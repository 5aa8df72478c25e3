#include "common/archive/remote/gathered_articles.h"

#include <algorithm>
#include <span>
#include <unordered_set>
#include <utility>

#include "common/archive/fields.h"
#include "common/language/say.h"

namespace khobao::archive {
namespace {

// More than these are let go of before the next request: 2 kB each, 8 with their text.
constexpr size_t kMostKept = 20'000;

// As Slot::published has it, but that an article without an hour has that of midnight.
std::string published_of(const CarriedArticle& article) {
  if (article.undated || article.order.size() < kOrderDateBytes) return "";
  std::string published = article.order.substr(0, kOrderDateBytes);
  for (char& c : published) c = static_cast<char>('0' + ('9' - c));
  return published;
}

// Of ids, which may be any.
Xapian::Query with_ids(const std::vector<std::string>& terms) {
  return {Xapian::Query::OP_OR, terms.begin(), terms.end()};
}

template <class Group, class Number>
std::vector<std::vector<uint32_t>> renumbered(const std::vector<Group>& groups, Number number) {
  std::vector<std::vector<uint32_t>> out;
  for (const auto& group : groups) {
    auto& numbers = out.emplace_back();
    for (const uint32_t docid : group) numbers.push_back(number(docid));
  }
  return out;
}

}  // namespace

GatheredArticles::GatheredArticles(std::shared_ptr<ServedPublication> served, PublishedTerms terms)
    : served_(std::move(served)),
      terms_(std::move(terms)),
      database_(Xapian::WritableDatabase("", Xapian::DB_BACKEND_INMEMORY)) {}

void GatheredArticles::set_groups(RepostGroups reposts, VersionChains versions) {
  all_reposts_ = std::move(reposts);
  all_versions_ = std::move(versions);
}

void GatheredArticles::begin_request() {
  for (const Xapian::docid number : chosen_) article(number).chosen = false;
  chosen_.clear();
  lists_.clear();
  terms_asked_.clear();
  if (articles_.size() > kMostKept) {
    articles_.clear();
    numbers_.clear();
    find_groups();
  }
}

Xapian::docid GatheredArticles::number_of(Xapian::docid docid) {
  const auto [known, fresh] =
      numbers_.emplace(docid, static_cast<Xapian::docid>(articles_.size() + 1));
  if (fresh) articles_.emplace_back().docid = docid;
  return known->second;
}

void GatheredArticles::put(Xapian::docid number, std::string bytes) {
  Article& one = article(number);
  one.bytes = std::move(bytes);
  auto carried = read_carried(one.bytes);
  if (!carried) served_->refuse(one.docid);
  one.carried = std::move(*carried);
  one.here = true;
}

const ServedPublication::Answer& GatheredArticles::list(
    Xapian::Query query, ServedPublication::Question::Order order, size_t most,
    std::shared_ptr<const Xapian::Weight> weight) {
  const std::string key = query.get_description() + ' ' + std::to_string(static_cast<int>(order)) +
                          ' ' + std::to_string(most) + (weight ? weight->serialise() : "");
  const auto known = lists_.find(key);
  if (known != lists_.end()) return known->second;
  return lists_[key] = served_->ask({.query = std::move(query),
                                     .order = order,
                                     .most = most,
                                     .slot = static_cast<Xapian::valueno>(Slot::order),
                                     .weight = std::move(weight)});
}

uint64_t GatheredArticles::count(Xapian::Query query) {
  return served_
      ->ask({.query = std::move(query),
             .order = ServedPublication::Question::Order::value_ascending,
             .most = 0,
             .slot = static_cast<Xapian::valueno>(Slot::order),
             .count_all = true})
      .most;
}

void GatheredArticles::choose(const std::vector<ServedPublication::Found>& listed) {
  std::vector<std::string> ids;
  std::vector<Xapian::docid> numbers;
  for (const ServedPublication::Found& found : listed) {
    numbers.push_back(number_of(found.docid));
    if (!article(numbers.back()).here && found.value.size() >= kOrderDateBytes)
      ids.push_back(prefixed_term(kIdPrefix, std::string_view(found.value).substr(kOrderDateBytes)));
  }
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  if (!ids.empty()) {
    const auto answer = served_->ask({.query = with_ids(ids),
                                      .order = ServedPublication::Question::Order::value_ascending,
                                      .most = ids.size(),
                                      .slot = kCarriedSlot});
    for (const ServedPublication::Found& found : answer.found)
      put(number_of(found.docid), found.value);
  }
  find_groups();
  choose(numbers);
}

void GatheredArticles::choose(const std::vector<Xapian::docid>& numbers) {
  for (const Xapian::docid number : numbers) {
    Article& one = article(number);
    // That of a shard that went in between is not.
    if (one.here && !std::exchange(one.chosen, true)) chosen_.push_back(number);
  }
  std::sort(chosen_.begin(), chosen_.end());
}

void GatheredArticles::refuse(Xapian::docid number) {
  Article& one = article(number);
  one.here = false;
  served_->refuse(one.docid);
}

// Those of the articles here, whose numbers may grow by them.
void GatheredArticles::find_groups() {
  std::unordered_set<GroupNumber> groups;
  std::unordered_set<size_t> chains;
  for (const Article& one : articles_) {
    const Xapian::docid docid = one.docid;
    if (const auto group = all_reposts_.of(docid)) groups.insert(*group);
    if (const auto chain = all_versions_.of(docid)) chains.insert(*chain);
  }
  const auto number = [&](Xapian::docid docid) { return number_of(docid); };
  std::vector<std::span<const uint32_t>> of_reposts, of_texts;
  for (const GroupNumber group : groups) of_reposts.push_back(all_reposts_.articles(group));
  for (const size_t chain : chains) of_texts.push_back(all_versions_.chain(chain));
  reposts_ = RepostGroups::of_groups(renumbered(of_reposts, number));
  versions_ = VersionChains::of_chains(renumbered(of_texts, number));
}

const CarriedArticle& GatheredArticles::carried(Xapian::docid number) {
  Article& one = article(number);
  if (!one.here) {
    if (std::string bytes = served_->value(one.docid, kCarriedSlot); !bytes.empty())
      put(number, std::move(bytes));
  }
  return one.carried;
}

std::string GatheredArticles::value(Xapian::docid number, Slot slot) {
  switch (slot) {
    case Slot::order: return carried(number).order;
    case Slot::published: return published_of(carried(number));
    case Slot::content_hash: return std::string(carried(number).content_hash);
    case Slot::stream: return std::string(carried(number).stream);
    case Slot::article:
      if (article(number).text.empty()) fetch_texts({number});
      if (article(number).text.empty())
        throw Xapian::NetworkError(say("the shard of an article answers no more"));
      return article(number).text;
    default: break;
  }
  if (const auto field = field_of_slot(slot)) return std::string(carried(number).facets_of(*field));
  return served_->value(article(number).docid, static_cast<Xapian::valueno>(slot));
}

void GatheredArticles::fetch_texts(const std::vector<Xapian::docid>& numbers) {
  std::vector<std::string> ids;
  for (const Xapian::docid number : numbers) {
    if (article(number).text.empty())
      ids.push_back(prefixed_term(kIdPrefix, carried(number).id()));
  }
  if (ids.empty()) return;
  const auto answer = served_->ask({.query = with_ids(ids),
                                    .order = ServedPublication::Question::Order::value_ascending,
                                    .most = ids.size(),
                                    .slot = static_cast<Xapian::valueno>(Slot::article)});
  for (const ServedPublication::Found& found : answer.found)
    article(number_of(found.docid)).text = found.value;
}

Xapian::docid GatheredArticles::find(std::string_view id) {
  const auto answer = served_->ask({.query = Xapian::Query(prefixed_term(kIdPrefix, id)),
                                    .order = ServedPublication::Question::Order::value_ascending,
                                    .most = 1,
                                    .slot = kCarriedSlot});
  if (answer.found.empty()) return 0;
  const Xapian::docid number = number_of(answer.found.front().docid);
  if (!article(number).here) put(number, answer.found.front().value);
  find_groups();
  return number;
}

std::vector<Xapian::docid> GatheredArticles::holders(const std::string& term) {
  constexpr size_t kMost = 1000;
  const auto answer = served_->ask({.query = Xapian::Query(term),
                                    .order = ServedPublication::Question::Order::value_ascending,
                                    .most = kMost,
                                    .slot = kCarriedSlot});
  std::vector<Xapian::docid> numbers;
  for (const ServedPublication::Found& found : answer.found) {
    numbers.push_back(number_of(found.docid));
    if (!article(numbers.back()).here) put(numbers.back(), found.value);
  }
  find_groups();
  return numbers;
}

const std::vector<Xapian::termcount>& GatheredArticles::lengths() {
  lengths_.assign(articles_.size() + 1, 0);
  for (size_t n = 0; n < articles_.size(); ++n) lengths_[n + 1] = articles_[n].carried.words;
  return lengths_;
}

}  // namespace khobao::archive
