#pragma once
/// The records of a JSON document, which is no JSON Lines: an array of objects, objects printed
/// over several lines, one after another.
///
///   [ {"title": "Cầu treo",     -> {"title": "Cầu treo", "body": "…"}   the 1st
///      "body": "…"}, {…} ]      -> {…}                                  the 2nd
#include <string>
#include <vector>

#include "indexer/input/byte_source.h"
#include "indexer/input/line_reader.h"

namespace khobao::input {

/// True where the bytes at the beginning of a file of JSON say that it is such a document.
bool is_json_document(std::string_view head);

class JsonObjects {
 public:
  /// As of LineReader; `max_object_bytes`: longer objects are passed over.
  JsonObjects(ByteSource& source, std::string head, size_t max_object_bytes)
      : source_(source), buffer_(std::move(head)), max_bytes_(max_object_bytes) {}

  /// The next object as one line, numbered from 1; false at the end. What stands between objects
  /// and is no sign of an array comes as a record of its own, so that it is told of.
  Result<bool> next(LineReader::Line& line);

 private:
  Result<bool> fill();
  void take(char c, LineReader::Line& line);

  ByteSource& source_;
  std::string buffer_;
  size_t at_ = 0;
  size_t number_ = 0;
  size_t max_bytes_;
};

}  // namespace khobao::input
