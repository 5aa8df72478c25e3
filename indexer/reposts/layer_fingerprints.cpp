#include "indexer/reposts/layer_fingerprints.h"

#include "common/archive/reposts/fingerprint_file.h"
#include "common/archive/streams/stream_file.h"
#include "common/language/say.h"

namespace khobao::reposts {
namespace {

// What was read is let go from memory after so many articles.
constexpr uint64_t kLetGoAtOnce = 1024;

}  // namespace

Result<void> write_layer_fingerprints(const archive::Layer& layer, uint64_t articles) {
  auto writer = archive::FingerprintWriter::create(layer.fingerprints());
  if (!writer) return writer.error();
  const auto streams = archive::StreamFile::open(layer.streams(), articles);
  if (!streams) return streams.error();
  archive::FingerprintMaker maker;
  archive::TokenStream stream;
  for (uint64_t docid = 1; docid <= articles; ++docid) {
    if (!archive::read_token_stream(streams->of(docid), stream)) {
      return Error{ErrorCode::index_corrupt,
                   say("the words of article {} in '{}' are not what was written", docid, layer.streams()),
                   ""};
    }
    if (auto added = writer->add(maker.make(stream)); !added) return added;
    if (docid % kLetGoAtOnce == 0) streams->passed(docid);
  }
  return writer->finish();
}

}  // namespace khobao::reposts
