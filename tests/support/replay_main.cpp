// Runs a fuzz target over the inputs kept in the folders and files that are named, for builds
// without libFuzzer: what once broke it stays tested. A folder that is not there holds nothing.
#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size_bytes);

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> inputs_in(const std::vector<std::string>& places) {
  std::vector<fs::path> inputs;
  std::error_code ignored;
  for (const std::string& place : places) {
    if (fs::is_regular_file(place, ignored)) inputs.emplace_back(place);
    for (const auto& entry : fs::directory_iterator(place, ignored)) {
      if (entry.is_regular_file(ignored)) inputs.push_back(entry.path());
    }
  }
  std::sort(inputs.begin(), inputs.end());
  return inputs;
}

void replay(const std::string& bytes) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size());
}

}  // namespace

int main(int argc, char** argv) {
  replay("");
  size_t count = 0;
  for (const fs::path& path : inputs_in({argv + 1, argv + argc})) {
    std::cout << path.filename().string() << '\n' << std::flush;
    std::ifstream in(path, std::ios::binary);
    replay({std::istreambuf_iterator<char>(in), {}});
    ++count;
  }
  std::cout << count << " inputs replayed\n";
  return 0;
}
