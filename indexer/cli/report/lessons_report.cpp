#include "indexer/cli/report/lessons_report.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <ostream>
#include <tuple>
#include <unordered_map>

#include "common/archive/damage.h"
#include "common/archive/disk/files.h"
#include "common/archive/generations/generation_use.h"
#include "common/archive/generations/layered_index.h"
#include "common/archive/xapian_guard.h"
#include "common/language/figures.h"
#include "common/language/say.h"
#include "common/text/letters/printable.h"
#include "indexer/lessons/article_lines.h"
#include "indexer/lessons/furniture_learner.h"
#include "indexer/lessons/lessons.h"

namespace khobao::indexer {
namespace {

using lessons::FurnitureLesson;
using lessons::FurnitureLessons;
using lessons::Shape;

// A lesson with an article that holds its line, and what that article prints.
struct Shown {
  const FurnitureLesson* lesson = nullptr;
  size_t layer = 0;
  Xapian::docid docid = 0;
  std::string site, line, id;
};

const char* shape_name(Shape shape) {
  switch (shape) {
    case Shape::context: return "context";
    case Shape::label: return "label";
    case Shape::headline: return "headline";
    case Shape::sentence: return "sentence";
  }
  return "";
}

Message reason(const FurnitureLesson& lesson) {
  const auto percent = [](double share) {
    return std::to_string(std::lround(share * 100)) + "%";
  };
  if (lesson.headline && lesson.shape == Shape::headline) {
    return say("headline of another article, in {} or more about other things",
               lessons::kFewestTeasers);
  }
  const Message many = say("{} or more about other things", lessons::kFewestArticles);
  if (lesson.shape == Shape::headline) return say("no sentence, in {}", many);
  return lesson.shape == Shape::label
             ? say("short line in {} of the site, {}", percent(lessons::kLabelShare), many)
             : say("sentence in {} of the site, {}", percent(lessons::kSentenceShare), many);
}

uint32_t site_articles(const FurnitureLessons& lessons, uint64_t site) {
  for (const FurnitureLessons::Site& known : lessons.sites) {
    if (known.site == site) return known.articles;
  }
  return 0;
}

std::vector<lessons::LayerLines> layers_of(const std::string& db,
                                           const archive::LayeredIndex& index,
                                           const archive::Manifest& manifest) {
  std::vector<lessons::LayerLines> layers;
  for (size_t i = 0; i < manifest.layers.size(); ++i)
    layers.push_back(
        {archive::layer_named(db, manifest.layers[i].name).index(), &index.marks()[i]});
  return layers;
}

// Throws Xapian errors.
Result<std::vector<Shown>> shown_lessons(const std::string& db, const archive::LayeredIndex& index,
                                         const archive::Manifest& manifest,
                                         const FurnitureLessons& all) {
  std::vector<Shown> shown(all.lessons.size());
  auto found = lessons::each_article_lines(
      layers_of(db, index, manifest),
      [&](size_t layer, Xapian::docid docid, const lessons::ArticlePrints& prints) {
        for (const uint64_t site : prints.sites) {
          for (const lessons::LinePrint line : prints.lines) {
            const FurnitureLesson* const lesson = all.find(site, line.hash());
            if (!lesson || line.shape() == Shape::context) continue;
            Shown& one = shown[static_cast<size_t>(lesson - all.lessons.data())];
            if (!one.lesson) one = {lesson, layer, docid, "", "", ""};
          }
        }
      });
  if (!found) return found.error();
  std::erase_if(shown, [](const Shown& one) { return !one.lesson; });
  for (Shown& one : shown) {
    const Xapian::docid docid = index.docid_of(one.layer, one.docid);
    const auto article = index.stored_article(docid);
    if (!article) return article.error();
    one.id = article->id;
    const auto sites = lessons::sites_of(*article, index.value(docid, archive::Slot::root));
    for (const std::string& site : sites) {
      if (lessons::site_hash(site) == one.lesson->site) one.site = site;
    }
    const auto paragraphs = lessons::lines_as_read(*article);
    for (const lessons::Unit& unit : lessons::units_of(paragraphs)) {
      if (lessons::line_hash(unit.text) == one.lesson->line) one.line = unit.text;
    }
  }
  std::sort(shown.begin(), shown.end(), [](const Shown& a, const Shown& b) {
    return std::tuple(a.site, b.lesson->articles, a.line) <
           std::tuple(b.site, a.lesson->articles, b.line);
  });
  return shown;
}

// Articles whose datelines are not believed. Throws Xapian errors.
Result<std::vector<archive::Article>> doubted_articles(const std::string& db,
                                                       const archive::LayeredIndex& index,
                                                       const archive::Manifest& manifest) {
  std::vector<std::pair<size_t, Xapian::docid>> places;
  auto found = lessons::each_article_lines(
      layers_of(db, index, manifest),
      [&](size_t layer, Xapian::docid docid, const lessons::ArticlePrints& prints) {
        if (prints.day_from == lessons::DayFrom::doubted) places.emplace_back(layer, docid);
      });
  if (!found) return found.error();
  std::vector<archive::Article> articles;
  for (const auto& [layer, docid] : places) {
    auto article = index.stored_article(index.docid_of(layer, docid));
    if (!article) return article.error();
    articles.push_back(std::move(*article));
  }
  std::sort(articles.begin(), articles.end(),
            [](const auto& a, const auto& b) { return a.id < b.id; });
  return articles;
}

void print_lessons_json(const FurnitureLessons& all, const std::vector<Shown>& shown,
                        const std::vector<archive::Article>& doubted, std::ostream& out) {
  using Json = nlohmann::ordered_json;
  for (const Shown& one : shown) {
    const Json json = {{"lesson", "furniture"},
                       {"site", one.site},
                       {"site_articles", site_articles(all, one.lesson->site)},
                       {"line", one.line},
                       {"shape", shape_name(one.lesson->shape)},
                       {"reason", std::string(reason(*one.lesson))},
                       {"articles", one.lesson->articles},
                       {"looked_at", one.lesson->looked_at},
                       {"counted", one.lesson->counted},
                       {"example", one.id}};
    out << text::printable_json(json.dump(-1, ' ', false, Json::error_handler_t::replace)) << '\n';
  }
  for (const archive::Article& article : doubted) {
    const Json json = {{"lesson", "date"},
                       {"id", article.id},
                       {"dateline", article.doubted},
                       {"reason", std::string(say("far outside the days of its folder"))}};
    out << text::printable_json(json.dump(-1, ' ', false, Json::error_handler_t::replace)) << '\n';
  }
}

Message all_lessons_text(const FurnitureLessons& all, const std::vector<Shown>& shown,
                         const std::vector<archive::Article>& doubted) {
  Message text = say("furniture   {} of {}, taken out of {} of {}\n",
                     say_count(all.lessons.size(), "{} line", "{} lines"),
                     say_count(all.sites.size(), "{} site", "{} sites"), number_shown(all.taught),
                     articles_shown(all.articles));
  const std::string* site = nullptr;
  for (const Shown& one : shown) {
    if (!site || *site != one.site) {
      text += say("\nsite        {}, {}\n", text::printable(one.site),
                  articles_shown(site_articles(all, one.lesson->site)));
    }
    site = &one.site;
    text += say("line        {}\n            in {}; of {} looked at, {} count: {}; as in {}\n",
                text::printable(one.line), articles_shown(one.lesson->articles),
                number_shown(one.lesson->looked_at), number_shown(one.lesson->counted),
                reason(*one.lesson), text::printable(one.id));
  }
  if (!doubted.empty()) text += "\n";
  for (const archive::Article& article : doubted) {
    text += say("date        {} of {} is far outside the days of its folder: undated\n",
                date_shown(article.doubted), text::printable(article.id));
  }
  return text;
}

}  // namespace

Result<void> report_lessons(const std::string& db, bool as_json, std::ostream& out,
                            Language language) {
  const auto generation = archive::live_generation(db);
  if (!generation) return generation.error();
  const auto use = archive::GenerationUse::begin(*generation);
  if (!use) return archive::part_error(db, use.error());
  const auto manifest = archive::read_manifest(db, *generation);
  if (!manifest) return manifest.error();
  const auto bytes = archive::read_index_file(generation->lessons());
  if (!bytes) return archive::part_error(db, bytes.error());
  const auto all = lessons::read_lessons(*bytes, generation->lessons());
  if (!all) return archive::part_error(db, all.error());
  const auto index = archive::LayeredIndex::open(db, *generation, *manifest);
  if (!index) return index.error();
  const auto shown = archive::guarded(
      say("read it"), db, [&] { return shown_lessons(db, *index, *manifest, all->furniture); });
  if (!shown) return shown.error();
  const auto doubted =
      archive::guarded(say("read it"), db, [&] { return doubted_articles(db, *index, *manifest); });
  if (!doubted) return doubted.error();
  if (as_json) {
    print_lessons_json(all->furniture, *shown, *doubted, out);
  } else {
    out << all_lessons_text(all->furniture, *shown, *doubted).in(language);
  }
  return {};
}

}  // namespace khobao::indexer
