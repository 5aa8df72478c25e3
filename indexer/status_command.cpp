#include <CLI/CLI.hpp>
#include <iostream>
#include <nlohmann/json.hpp>

#include "common/archive/generation.h"
#include "common/base/command_line.h"
#include "common/text/printable.h"
#include "indexer/commands.h"
#include "indexer/input/roots.h"
#include "indexer/naming.h"

namespace khobao::indexer {

void add_status_options(CLI::App& app, Options& options) {
  app.add_option("--db", options.db, "the index folder")->capture_default_str();
  app.add_option("--format", options.format, "text or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
}

int run_status(const Options& options, std::ostream& out, std::ostream& err) {
  const auto generation = archive::live_generation(options.db);
  if (!generation) return report_error("indexer", generation.error(), err);
  const auto manifest = archive::read_manifest(options.db, *generation);
  if (!manifest) return report_error("indexer", manifest.error(), err);
  const auto roots = input::Roots::load(options.db);
  if (!roots) return report_error("indexer", roots.error(), err);
  const auto names = remembered_names_of(options.db);
  if (!names) return report_error("indexer", names.error(), err);
  if (options.format == "json") {
    using Json = nlohmann::ordered_json;
    Json list = Json::array();
    for (const input::Root& root : roots->all())
      list.push_back({{"name", root.name}, {"folder", root.folder}});
    const Json status = {{"generation", generation->name},
                         {"created", manifest->created},
                         {"articles", manifest->articles},
                         {"undated", manifest->undated},
                         {"schema_version", manifest->schema_version},
                         {"analyzer_version", manifest->analyzer_version},
                         {"names", names->size()},
                         {"roots", list}};
    out << status.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    return kExitDone;
  }
  out << "articles    " << manifest->articles << " (" << manifest->undated << " undated)\n"
      << "generation  " << generation->name << ", written " << manifest->created << '\n'
      << "versions    schema " << manifest->schema_version << ", analyzer "
      << manifest->analyzer_version << '\n';
  if (!names->empty()) out << "names       " << names->size() << " of your own\n";
  for (const input::Root& root : roots->all()) {
    out << "root        " << text::printable(root.name) << " = " << text::printable(root.folder)
        << '\n';
  }
  return kExitDone;
}

}  // namespace khobao::indexer
