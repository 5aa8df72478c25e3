#include "common/cli/manual/completions.h"

#include "common/cli/manual/shells/bash_completion.h"
#include "common/cli/manual/shells/fish_completion.h"
#include "common/cli/manual/shells/zsh_completion.h"

namespace khobao::cli::manual {

std::string completions(const CommandLine& line, const std::string& shell, Language language) {
  return shell == "bash"  ? bash_completion(line)
         : shell == "zsh" ? zsh_completion(line, language)
                          : fish_completion(line, language);
}

}  // namespace khobao::cli::manual
