// khobao-extract doc|docx|odt|pdf      a document from standard input, a file, to standard output
// khobao-extract run PROGRAM [ARG]...  PROGRAM instead, within the same bounds
//
// indexer runs it for every office file and PDF, so that what a hostile file does to a library ends
// with this process. Exit status: 0, 1 (one line on standard error says why), 127 (no such PROGRAM).
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <exception>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include "common/language/say.h"
#include "indexer/extract/confinement.h"
#include "indexer/extract/open_document.h"
#include "indexer/extract/pdf_document.h"
#include "indexer/extract/word97/word97_document.h"
#include "indexer/extract/word_document.h"

namespace {

using namespace khobao;

constexpr size_t kMostBytes = size_t{64} << 20;

std::string read_input() {
  std::string bytes;
  std::vector<char> buffer(1 << 16);
  for (;;) {
    const ssize_t got = read(STDIN_FILENO, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return bytes;
    bytes.append(buffer.data(), static_cast<size_t>(got));
  }
}

bool write_output(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put <= 0) return false;
    bytes.remove_prefix(static_cast<size_t>(put));
  }
  return true;
}

int fail(const std::string& why) {
  std::fprintf(stderr, "%s\n", why.c_str());
  return 1;
}

// In place of this process.
int become(char* const* words) {
  execvp(words[0], words);
  const int no_such_program = 127;
  return errno == ENOENT ? no_such_program : fail(std::strerror(errno));
}

// Older files than Word 97's, and damaged ones: catdoc finds what text it can, without its fonts.
int become_catdoc() {
  extract::Document plain;
  char program[] = "catdoc", charset[] = "-d", utf8[] = "utf-8", whole_lines[] = "-w";
  char* const words[] = {program, charset, utf8, whole_lines, nullptr};
  if (lseek(STDIN_FILENO, 0, SEEK_SET) != 0) return fail(std::strerror(errno));
  return write_output(extract::document_bytes(plain)) ? become(words) : 1;
}

int extract_kind(std::string_view kind) {
  const std::string bytes = read_input();
  Result<extract::Document> document = Error{ErrorCode::usage, say("unknown kind"), ""};
  if (kind == "doc") {
    auto read = extract::read_word97_document(bytes, kMostBytes);
    if (read && !*read) return become_catdoc();
    document = read ? Result<extract::Document>(std::move(**read)) : read.error();
  } else if (kind == "docx") {
    document = extract::read_word_document(bytes, kMostBytes);
  } else if (kind == "odt") {
    document = extract::read_open_document(bytes, kMostBytes);
  } else if (kind == "pdf") {
    document = extract::read_pdf_document(bytes, kMostBytes);
  }
  if (!document) {
    const Error& error = document.error();
    return fail(error.message + (error.hint.empty() ? "" : " (" + error.hint + ")"));
  }
  return write_output(extract::document_bytes(*document)) ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return fail("usage: khobao-extract doc|docx|odt|pdf, khobao-extract run PROGRAM");
  extract::confine({});
  if (std::strcmp(argv[1], "run") == 0 && argc > 2) return become(argv + 2);
  try {
    return extract_kind(argv[1]);
  } catch (const std::bad_alloc&) {
    return fail(say("it takes more memory than is allowed"));
  } catch (const std::exception& error) {
    return fail(error.what());
  }
}
