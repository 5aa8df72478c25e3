#include "indexer/change/freed_inputs.h"

#include <map>
#include <set>

#include "indexer/change/change_set.h"

namespace khobao::change {
namespace {

std::string received_of(const input::Roots& roots, const std::string& root) {
  for (const input::Root& known : roots.all()) {
    if (known.name == root) return known.received;
  }
  return "";
}

}  // namespace

void claim_known(const KnownInputs& known, const std::vector<pipeline::InputToRead>& inputs,
                 const std::vector<std::string>& gone, Claims& claims) {
  if (inputs.empty()) return;
  std::set<std::string_view> away(gone.begin(), gone.end());
  for (const pipeline::InputToRead& input : inputs) away.insert(input.file.id);
  for (const auto& [id, file] : known) {
    if (away.contains(id)) continue;
    for (const KnownRecord& record : file.records) {
      if (record.outcome != Outcome::indexed) continue;
      (void)claims.claim(record.id,
                         {.file = id, .shown = shown_place(file, record), .line = record.line});
    }
  }
}

std::vector<pipeline::InputToRead> freed_inputs(const KnownInputs& known, const input::Roots& roots,
                                                const std::string& received,
                                                const std::string& kept_texts) {
  std::map<std::string, pipeline::InputToRead> inputs;
  for (const auto& [id, line] : freed_duplicates(known)) {
    const KnownFile& file = known.at(id);
    pipeline::InputToRead& input = inputs[id];
    input.known = &file;
    input.file = {.path = file.shown,
                  .root = file.root,
                  .id = id,
                  .size_bytes = file.size_bytes,
                  .modified_ns = file.modified_ns,
                  .opened = id == kKeptTexts ? kept_texts : roots.absolute(file.root, file.path)};
    input.received = received.empty() ? received_of(roots, file.root) : received;
    input.lines.insert(line);
  }
  std::vector<pipeline::InputToRead> list;
  for (auto& [id, input] : inputs) {
    if (id != "-") list.push_back(std::move(input));
  }
  return list;
}

}  // namespace khobao::change
