#include "common/names/lexicon.h"

#include <unicode/uchar.h>

#include <map>

#include "common/base/embedded.h"
#include "common/names/name_data.h"
#include "common/names/name_key.h"
#include "common/text/letters/utf8.h"
#include "common/text/tokenizer.h"

namespace khobao::names {

std::array<std::string_view, 4> columns(std::string_view line) {
  std::array<std::string_view, 4> out;
  for (std::string_view& column : out) {
    const size_t end = line.find('\t');
    column = line.substr(0, end);
    if (end == std::string_view::npos) break;
    line.remove_prefix(end + 1);
  }
  return out;
}

std::vector<std::string> phrase_words(std::string_view phrase) {
  text::Tokenizer tokenizer;
  std::vector<text::Token> tokens;
  tokenizer.tokenize(phrase, tokens);
  std::vector<std::string> words;
  for (text::Token& token : tokens) {
    if (token.parts == 0) words.push_back(std::move(token.term));
  }
  return words;
}

Symbol PhraseTable::add(Symbols& symbols, std::string_view phrase, uint32_t target, bool replace) {
  std::vector<text::Token> tokens;
  tokenizer_.tokenize(phrase, tokens);
  const Symbol central = symbols.intern("tw"), four = symbols.intern("tư");
  for (const text::Token& token : tokens) {
    if (token.parts == 0) symbols.intern(token.term);
  }
  Paragraph read;
  read_words(phrase, tokens, symbols, {}, read);
  if (read.words.empty() || read.words.size() > 30) return kNoSymbol;
  Spelling spelling{.target = target,
                    .capitals = 0,
                    .uppers = 0,
                    .words = static_cast<uint32_t>(read.words.size())};
  std::vector<Symbol> key;
  for (size_t i = 0; i < read.words.size(); ++i) {
    const Word& word = read.words[i];
    key.push_back(word.symbol == four && word.shape == Shape::upper ? central : word.symbol);
    if (word.capital()) spelling.capitals |= 1u << i;
    if (word.shape == Shape::upper) spelling.uppers |= 1u << i;
  }
  // Two spellings of one name: either case will do ("DOJI", "Doji").
  PhraseTrie::Node node = PhraseTrie::kRoot;
  for (const Symbol symbol : key) {
    if ((node = trie_.child(node, symbol)) == PhraseTrie::kRoot) break;
  }
  if (const uint32_t known = trie_.value(node); node != PhraseTrie::kRoot &&
                                                known != PhraseTrie::kNoValue &&
                                                spellings_[known].target == target) {
    Spelling& both = spellings_.own(known);
    both.uppers &= spelling.uppers;
    both.capitals &= spelling.capitals;
    return key.front();
  }
  trie_.add(key, static_cast<uint32_t>(spellings_.size()), replace);
  spellings_.push_back(spelling);
  return key.front();
}

void Lexicon::mark(Symbol symbol, uint32_t roles) {
  if (symbol >= roles_.size()) roles_.resize(symbol + 1);
  roles_.own(symbol) |= roles;
}

int Lexicon::level(std::string_view name) const {
  for (size_t i = 0; i < levels.size(); ++i) {
    if (levels[i] == name) return static_cast<int>(i);
  }
  return -1;
}

void Lexicon::add_phrase(Symbols& symbols, PhraseTable& table, std::string_view phrase,
                         uint32_t target, uint32_t role, bool replace) {
  if (const Symbol first = table.add(symbols, phrase, target, replace); first != kNoSymbol)
    mark(first, role);
}

void Lexicon::add_and_variants(Symbols& symbols, PhraseTable& table, std::string_view phrase,
                               uint32_t target, uint32_t role, bool replace) {
  add_phrase(symbols, table, phrase, target, role, replace);
  static constexpr std::string_view kAnd = " và ";
  std::string shorter(phrase);
  for (size_t at; (at = shorter.rfind(kAnd)) != std::string::npos;) {
    shorter.erase(at, kAnd.size() - 1);
    table.add(symbols, shorter, target);
  }
  // Names that print shortens in more ways than a file should list.
  static constexpr std::pair<std::string_view, std::string_view> kShort[] = {
      {"Thành phố Hồ Chí Minh", "TPHCM"},
      {"Thành phố Hồ Chí Minh", "TP HCM"},
      {"Thành phố Hồ Chí Minh", "TP Hồ Chí Minh"},
      {"Thương mại cổ phần", "TMCP"},
      {"Trung ương", "TW"},
      {"Việt Nam", "VN"},
      {"Thành phố Hồ Chí Minh", "HCM"}};
  for (const auto& [full, printed] : kShort) {
    const size_t at = phrase.find(full);
    if (at == std::string_view::npos) continue;
    std::string variant(phrase.substr(0, at));
    variant.append(printed).append(phrase.substr(at + full.size()));
    table.add(symbols, variant, target);
  }
}

Lexicon::Lexicon(Symbols& symbols) : known(&symbols) {
  central = symbols.intern("tw");
  vietnam[0] = symbols.intern("việt");
  vietnam[1] = symbols.intern("nam");
  // Files of the form canonical<TAB>aliases.
  const auto read_list = [&](std::string_view data, LaidTexts& names, PhraseTable& table,
                             uint32_t role) {
    for_each_data_line(data, [&](std::string_view line) {
      const auto [name, aliases, c, d] = columns(line);
      const auto target = static_cast<uint32_t>(names.size());
      names.push_back(name);
      add_and_variants(symbols, table, name, target, role);
      for_each_part(aliases, ';', [&](std::string_view alias) {
        add_and_variants(symbols, table, alias, target, role);
      });
    });
  };
  read_list(data::levels(), levels, level_phrases, role::kLevel);
  read_list(data::domains(), domains, domain_phrases, 0);
  read_list(data::countries(), countries, country_phrases, role::kCountry);
  for_each_data_line(data::expansions(), [&](std::string_view line) {
    const auto [abbreviation, expansion, c, d] = columns(line);
    expansion_phrases.add(symbols, abbreviation, static_cast<uint32_t>(expansions.size()));
    expansions.push_back(expansion);
  });
  for_each_data_line(data::common_words(),
                     [&](std::string_view line) { common_phrases.add(symbols, line, 0); });
  for (const std::string_view domain : TextRange(domains, 0, domains.size()))
    common_phrases.add(symbols, domain, 0);
  for_each_data_line(data::compounds(),
                     [&](std::string_view line) { compounds.add(symbols, line, 0); });
  read_places(symbols, *this);
  read_foreign(symbols);
  read_heads(symbols);
  read_word_sets(symbols);
  read_document_kinds(symbols);
}

void Lexicon::read_foreign(Symbols& symbols) {
  text::Tokenizer tokenizer;
  const auto forms_of = [](std::string_view line) {
    std::vector<std::string_view> forms;
    for_each_part(line, ';', [&](std::string_view form) { forms.push_back(form); });
    return forms;
  };
  const auto number_of = [&](const PhraseTable& table, std::string_view form) {
    std::vector<Symbol> words;
    for (const std::string& word : phrase_words(form)) words.push_back(symbols.intern(word));
    return table.find(words);
  };
  const auto add_place = [&](std::string_view form, uint32_t place) {
    if (number_of(country_phrases, form) < 0 && number_of(foreign_phrases, form) < 0)
      add_phrase(symbols, foreign_phrases, form, place, role::kForeign);
  };
  // Other spellings of a country that countries.tsv has are that country's.
  for_each_data_line(data::foreign_countries(), [&](std::string_view line) {
    const auto forms = forms_of(line);
    int country = -1;
    for (const std::string_view form : forms)
      country = std::max(country, number_of(country_phrases, form));
    for (const std::string_view form : forms) {
      if (country < 0) {
        add_place(form, static_cast<uint32_t>(foreign.size()));
      } else if (number_of(country_phrases, form) < 0) {
        add_phrase(symbols, country_phrases, form, static_cast<uint32_t>(country), role::kCountry);
      }
    }
    if (country < 0) foreign.push_back(forms.front());
  });
  for_each_data_line(data::foreign_places(), [&](std::string_view line) {
    const auto forms = forms_of(line);
    for (const std::string_view form : forms) add_place(form, static_cast<uint32_t>(foreign.size()));
    foreign.push_back(forms.front());
  });
  for_each_data_line(data::world_places(), [&](std::string_view line) {
    for (const std::string_view form : forms_of(line)) {
      add_place(form, static_cast<uint32_t>(foreign.size()));
      foreign.push_back(form);
    }
  });
  std::map<std::string, std::string> people;
  for_each_data_line(data::foreign_persons(), [&](std::string_view line) {
    const auto forms = forms_of(line);
    for (const std::string_view form : forms)
      people.emplace(name_key(form, tokenizer), forms.front());
  });
  const std::string image = sorted_table(people);
  foreign_people_.append(image.data(), image.size());
}

void Lexicon::read_heads(Symbols& symbols) {
  for_each_data_line(data::heads(), [&](std::string_view line) {
    const auto [name, aliases, tail, flags] = columns(line);
    Head head;
    head.name = add_text(name);
    head.words = static_cast<uint32_t>(phrase_words(name).size());
    head.tail = tail == "territory"   ? Tail::territory
                : tail == "committee" ? Tail::committee
                : tail == "domain"    ? Tail::domain
                : tail == "body"      ? Tail::body
                : tail == "country"   ? Tail::country
                                      : Tail::name;
    for_each_part(flags, ',', [&](std::string_view flag) {
      head.bare |= flag == "bare";
      head.lower |= flag == "lower";
      head.parent |= flag == "parent";
      head.specific |= flag == "specific";
      head.worded |= flag == "worded";
      head.digits |= flag == "digits";
      head.persons |= flag == "persons";
      head.province |= flag == "province";
      head.separate |= flag == "separate";
      head.national |= flag == "national";
      head.known |= flag == "known";
      head.office |= flag == "office";
      head.proper |= flag == "proper";
      head.proper_only |= flag == "proper-only";
      head.known_lower |= flag == "known-lower";
      head.no_post |= flag == "no-post";
      if (flag.starts_with("level=")) head.level = level(flag.substr(6));
    });
    const auto target = static_cast<uint32_t>(heads.size());
    heads.push_back(head);
    add_phrase(symbols, head_phrases, name, target, role::kHead);
    for_each_part(aliases, ';', [&](std::string_view alias) {
      add_phrase(symbols, head_phrases, alias, target, role::kHead);
    });
  });
}

void Lexicon::read_word_sets(Symbols& symbols) {
  static constexpr std::pair<std::string_view, uint32_t> kSets[] = {
      {"and", role::kAnd},           {"surname", role::kSurname},   {"plural", role::kPlural},
      {"post", role::kPost},         {"credit", role::kCredit},     {"quantity", role::kQuantity},
      {"football", role::kFootball}, {"citation", role::kCitation}, {"platform", role::kPlatform},
      {"number", role::kNumber},     {"media", role::kCueMedia},    {"continues", role::kContinues},
      {"tail", role::kPostTail},     {"compound", role::kCompound}, {"stop", role::kStop},
      {"acts", role::kActs},         {"opener", role::kStop}};
  for_each_data_line(data::word_sets(), [&](std::string_view line) {
    const auto [name, words, c, d] = columns(line);
    for (const auto& entry : kSets) {
      const uint32_t bit = entry.second;
      if (entry.first != name) continue;
      if (bit == role::kFootball || bit == role::kStop) {
        PhraseTable& table = bit == role::kStop ? stop_phrases : football_phrases;
        const uint32_t target = entry.first == "opener" ? kOpener : 0;
        for_each_part(words, ';', [&](std::string_view word) {
          add_phrase(symbols, table, word, target, bit);
        });
        continue;
      }
      for_each_part(words, ';', [&](std::string_view word) {
        for (const std::string& term : phrase_words(word)) mark(symbols.intern(term), bit);
      });
    }
  });
}

void Lexicon::read_document_kinds(Symbols& symbols) {
  std::map<std::string, std::string> kinds;  // by letters
  for_each_data_line(data::document_kinds(), [&](std::string_view line) {
    const auto [name, aliases, letters, flags] = columns(line);
    const std::string lower = name_key(name);
    DocumentKind kind;
    kind.name = add_text(lower);
    for_each_part(flags, ',', [&](std::string_view flag) {
      kind.strong |= flag == "strong";
      kind.named |= flag == "named";
      kind.plenum |= flag == "plenum";
    });
    const auto add = [&](std::string_view phrase) {
      const std::vector<std::string> words = phrase_words(phrase);
      if (words.empty()) return;
      mark(symbols.intern(words.front()), role::kDocument);
      kind.first_word = static_cast<uint32_t>(texts_.size());
      kind.words = static_cast<uint32_t>(words.size());
      for (const std::string& word : words) add_text(word);
      document_kinds.push_back(kind);
    };
    add(name);
    for_each_part(aliases, ';', add);
    for_each_part(letters, ';', [&](std::string_view part) {
      for (const std::string& word : phrase_words(part)) kinds.emplace(word, lower);
    });
  });
  const std::string image = sorted_table(kinds);
  document_letters_.append(image.data(), image.size());
}

std::string_view Lexicon::document_kind_of(std::string_view letters) const {
  return table_of(document_letters_)
      .find(letters.substr(0, letters.find_first_of("-/")))
      .value_or(std::string_view());
}

int Lexicon::roman(std::string_view numeral) {
  if (numeral.empty() || numeral.size() > 7) return 0;
  int value = 0, previous = 0;
  for (size_t i = numeral.size(); i-- > 0;) {
    const char c = numeral[i];
    if (c >= '0' && c <= '9') {
      const bool digits =
          numeral.size() <= 2 && numeral.find_first_not_of("0123456789") == numeral.npos;
      return digits ? std::stoi(std::string(numeral)) : 0;
    }
    const int digit = c == 'i' ? 1 : c == 'v' ? 5 : c == 'x' ? 10 : 0;
    if (digit == 0) return 0;
    value += digit < previous ? -digit : digit;
    previous = digit;
  }
  return value < 40 ? value : 0;
}

}  // namespace khobao::names
