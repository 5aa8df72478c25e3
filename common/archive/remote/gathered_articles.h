#pragma once
/// The articles of a served publication that searches have fetched, so far, and what is known of
/// them here. They are numbered from 1 as they come, for a national archive's docids would make tables
/// of all its articles; an article that is only named, as one of a group of reposts, has a number,
/// too. Numbers stand for docids wherever the index is searched.
#include <xapian.h>

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/archive/publication/carried_article.h"
#include "common/archive/publication/published_terms.h"
#include "common/archive/remote/served_publication.h"
#include "common/archive/reposts/repost_groups.h"
#include "common/archive/schema.h"
#include "common/archive/versions/version_chains.h"

namespace khobao::archive {

/// One thread at a time. Functions that ask servers throw as ServedPublication does.
class GatheredArticles {
 public:
  GatheredArticles(std::shared_ptr<ServedPublication> served, PublishedTerms terms);

  ServedPublication& served() { return *served_; }
  /// Of all articles.
  const PublishedTerms& terms() const { return terms_; }
  /// The groups and chains of all articles, by docid; from now on reposts() and versions() are those
  /// of what was fetched.
  void set_groups(RepostGroups reposts, VersionChains versions);

  /// A request begins: nothing is chosen for it yet.
  void begin_request();
  /// Asks for a list, with the articles' order keys; once in a request.
  const ServedPublication::Answer& list(Xapian::Query query, ServedPublication::Question::Order order,
                                        size_t most,
                                        std::shared_ptr<const Xapian::Weight> weight = nullptr);
  /// How many articles a query finds.
  uint64_t count(Xapian::Query query);
  /// Chooses the articles of a list and fetches those that are not here, all at once.
  void choose(const std::vector<ServedPublication::Found>& listed);
  /// Chooses articles by their numbers.
  void choose(const std::vector<Xapian::docid>& numbers);
  /// Those that were chosen, ascending.
  const std::vector<Xapian::docid>& chosen() const { return chosen_; }

  /// What the article carries; fetched alone where it is not here yet. Empty where its shard is
  /// missing.
  const CarriedArticle& carried(Xapian::docid number);
  /// A value as in the article's document. Those of its stored text and what it carries are known.
  std::string value(Xapian::docid number, Slot slot);
  /// Fetches the stored texts of articles, all at once.
  void fetch_texts(const std::vector<Xapian::docid>& numbers);
  /// The article with this id; 0 where there is none.
  Xapian::docid find(std::string_view id);

  /// What the article carries is not what was written: as ServedPublication::refuse().
  [[noreturn]] void refuse(Xapian::docid number);
  /// The articles that hold a term, few of which there are.
  std::vector<Xapian::docid> holders(const std::string& term);

  /// How many words each article has, by number.
  const std::vector<Xapian::termcount>& lengths();
  const RepostGroups& reposts() const { return reposts_; }
  const VersionChains& versions() const { return versions_; }
  /// To which there is a newer text; null where there are none.
  const std::shared_ptr<const std::vector<Xapian::docid>>& superseded() const {
    return versions_.superseded();
  }

  /// A copy of what was chosen, which the searcher makes (searcher/gather).
  const Xapian::Database& database() const { return database_; }
  /// The terms that this request asked of it so far.
  std::set<std::string>& terms_asked() { return terms_asked_; }
  void set_database(Xapian::Database database) { database_ = std::move(database); }

 private:
  struct Article {
    Xapian::docid docid = 0;  // in the publication
    bool here = false, chosen = false;
    std::string bytes, text;  // text: as stored; "" where it was not fetched
    CarriedArticle carried;   // points into bytes
  };

  Article& article(Xapian::docid number) { return articles_.at(number - 1); }
  Xapian::docid number_of(Xapian::docid docid);
  void put(Xapian::docid number, std::string bytes);
  void find_groups();

  std::shared_ptr<ServedPublication> served_;
  PublishedTerms terms_;
  std::deque<Article> articles_;
  std::unordered_map<Xapian::docid, Xapian::docid> numbers_;  // by docid
  std::vector<Xapian::docid> chosen_;
  std::map<std::string, ServedPublication::Answer> lists_;  // of this request
  std::set<std::string> terms_asked_;
  std::vector<Xapian::termcount> lengths_;
  RepostGroups all_reposts_, reposts_;
  VersionChains all_versions_, versions_;
  Xapian::Database database_;
};

}  // namespace khobao::archive
