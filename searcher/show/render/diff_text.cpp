#include "searcher/show/render/diff_text.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>

#include "common/language/say.h"
#include "common/text/letters/printable.h"
#include "searcher/show/render/hit_facts.h"
#include "searcher/show/render/json_answer.h"

namespace khobao::show {
namespace {

using reposts::Change;
using reposts::SentenceChange;
using reposts::WordChange;
using text::printable;

constexpr const char* kRed = "\033[31m";
constexpr const char* kGreen = "\033[32m";
constexpr const char* kDimLine = "\033[2m";
constexpr const char* kEndOfColor = "\033[0m";

class DiffPrinter {
 public:
  DiffPrinter(bool color, Language language, std::ostream& out)
      : color_(color), language_(language), out_(out) {}

  void head(const char* mark, const char* color, const archive::Article& a) {
    std::string facts = a.id + "  " + shown_moment(a.published).in(language_);
    for (const std::string* s : {&a.outlet, &a.credit}) {
      if (!s->empty()) facts += " · " + *s;
    }
    line(color, mark + std::string(" ") + printable(facts));
    line(color, mark + std::string(" ") + printable(a.display_title));
  }

  void changes(const std::vector<SentenceChange>& all) {
    size_t same = 0;
    for (const SentenceChange& one : all) {
      if (one.change == Change::same) {
        ++same;
        continue;
      }
      tell_same(same);
      same = 0;
      change(one);
    }
    tell_same(same);
  }

 private:
  void line(const char* color, const std::string& text) {
    out_ << (color_ ? color : "") << text << (color_ ? kEndOfColor : "") << '\n';
  }

  void tell_same(size_t count) {
    if (count == 0) return;
    const Message told = say_count(count, "{} sentence is the same", "{} sentences are the same");
    line(kDimLine, "  … " + told.in(language_));
  }

  void change(const SentenceChange& one) {
    switch (one.change) {
      case Change::same: return;
      case Change::dropped: return line(kRed, "- " + printable(one.first));
      case Change::added: return line(kGreen, "+ " + printable(one.second));
      case Change::moved: return line("", "> " + printable(one.second));
      case Change::altered: break;
    }
    out_ << '~';
    for (const WordChange& words : one.words) out_ << ' ' << marked(words);
    out_ << '\n';
  }

  std::string marked(const WordChange& words) const {
    std::string text = printable(words.text);
    switch (words.in) {
      case WordChange::In::both: return text;
      case WordChange::In::first: return color_ ? kRed + text + kEndOfColor : "[-" + text + "-]";
      case WordChange::In::second: break;
    }
    return color_ ? kGreen + text + kEndOfColor : "{+" + text + "+}";
  }

  bool color_;
  Language language_;
  std::ostream& out_;
};

bool differs(const std::vector<SentenceChange>& changes) {
  return std::any_of(changes.begin(), changes.end(),
                     [](const SentenceChange& one) { return one.change != Change::same; });
}

const char* side_name(WordChange::In in) {
  switch (in) {
    case WordChange::In::both: return "both";
    case WordChange::In::first: return "first";
    case WordChange::In::second: break;
  }
  return "second";
}

}  // namespace

namespace {

nlohmann::ordered_json title_or_null(const archive::Article& article) {
  return article.title.empty() ? nlohmann::ordered_json(nullptr)
                               : nlohmann::ordered_json(article.title);
}

}  // namespace

void render_diff(const ArticleDiff& diff, bool color, Language language, std::ostream& out) {
  DiffPrinter printer(color, language, out);
  printer.head("-", kRed, diff.first);
  printer.head("+", kGreen, diff.second);
  out << '\n';
  if (!differs(diff.changes)) out << "  " << say("the texts are the same").in(language) << '\n';
  printer.changes(diff.changes);
}

void render_diff_json(const ArticleDiff& diff, std::ostream& out) {
  using Json = nlohmann::ordered_json;
  Json changes = Json::array();
  for (const SentenceChange& one : diff.changes) {
    Json change = {{"change", reposts::change_name(one.change)},
                   {"first", one.first.empty() ? Json(nullptr) : Json(one.first)},
                   {"second", one.second.empty() ? Json(nullptr) : Json(one.second)}};
    if (one.change == Change::altered) {
      Json words = Json::array();
      for (const WordChange& w : one.words)
        words.push_back({{"in", side_name(w.in)}, {"text", w.text}});
      change["words"] = words;
    }
    changes.push_back(change);
  }
  const Json json = {{"schema_version", kJsonSchemaVersion},
                     {"first", diff.first.id},
                     {"second", diff.second.id},
                     {"titles", {title_or_null(diff.first), title_or_null(diff.second)}},
                     {"same", !differs(diff.changes)},
                     {"changes", changes}};
  out << text::printable_json(json.dump(-1, ' ', false, Json::error_handler_t::replace)) << '\n';
}

}  // namespace khobao::show
