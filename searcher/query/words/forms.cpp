#include "searcher/query/words/forms.h"

#include <algorithm>

namespace khobao::query {
namespace {

// The likeliest of the forms found so far; equal ones in the order in which they were found, so
// that what was typed stays in front.
void keep_best(std::vector<Form>& forms) {
  std::stable_sort(forms.begin(), forms.end(),
                   [](const Form& a, const Form& b) { return a.weight > b.weight; });
  std::vector<Form> kept;
  for (Form& form : forms) {
    if (kept.size() == kMaxForms) break;
    const bool known = std::any_of(kept.begin(), kept.end(),
                                   [&](const Form& other) { return other.terms == form.terms; });
    if (!known) kept.push_back(std::move(form));
  }
  forms = std::move(kept);
}

// The first piece at each place, side by side.
std::vector<Form> first_form(const std::vector<Piece>& pieces, size_t begin, size_t end) {
  std::vector<const Piece*> first(end - begin, nullptr);
  for (const Piece& piece : pieces) {
    if (piece.begin < begin || piece.end > end || piece.begin >= piece.end) continue;
    if (!first[piece.begin - begin]) first[piece.begin - begin] = &piece;
  }
  Form form;
  for (size_t at = begin; at < end; at = first[at - begin]->end) {
    if (!first[at - begin]) return {};
    const auto& terms = first[at - begin]->terms;
    form.terms.insert(form.terms.end(), terms.begin(), terms.end());
  }
  return {std::move(form)};
}

}  // namespace

std::vector<Form> forms_of(const std::vector<Piece>& pieces, size_t begin, size_t end) {
  if (end - begin > kLongestVaried) return first_form(pieces, begin, end);
  std::vector<std::vector<const Piece*>> ending(end - begin + 1);
  for (const Piece& piece : pieces) {
    if (piece.begin < begin || piece.end > end || piece.begin >= piece.end) continue;
    ending[piece.end - begin].push_back(&piece);
  }
  // forms[i] cover the words in front of begin + i.
  std::vector<std::vector<Form>> forms(end - begin + 1);
  forms.front().push_back({});
  for (size_t at = 1; at < forms.size(); ++at) {
    for (const Piece* piece : ending[at]) {
      for (const Form& before : forms[piece->begin - begin]) {
        Form form{before.terms, before.weight * piece->weight};
        form.terms.insert(form.terms.end(), piece->terms.begin(), piece->terms.end());
        forms[at].push_back(std::move(form));
      }
    }
    keep_best(forms[at]);
  }
  return std::move(forms.back());
}

}  // namespace khobao::query
