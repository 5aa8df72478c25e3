#include "indexer/reposts/layer_fingerprints.h"

#include <xapian.h>

#include "common/archive/reposts/fingerprint_file.h"
#include "common/archive/schema.h"
#include "common/archive/xapian_guard.h"

namespace khobao::reposts {

Result<void> write_layer_fingerprints(const std::string& db, const archive::Layer& layer,
                                      uint64_t articles) {
  const std::string attempt = "read '" + layer.index() + "'";
  return archive::guarded(attempt, db, [&]() -> Result<void> {
    auto writer = archive::FingerprintWriter::create(layer.fingerprints());
    if (!writer) return writer.error();
    // Named, the kind of database is not found out by looking, of which a failure has no reason.
    const Xapian::Database index(layer.index(), Xapian::DB_BACKEND_GLASS);
    auto streams =
        index.valuestream_begin(static_cast<Xapian::valueno>(archive::Slot::stream));
    const Xapian::ValueIterator end;
    archive::FingerprintMaker maker;
    archive::TokenStream stream;
    for (uint64_t docid = 1; docid <= articles; ++docid, ++streams) {
      // Read before the iterator moves on: the stream points into these bytes.
      const std::string bytes = streams != end ? *streams : std::string();
      if (streams == end || streams.get_docid() != docid ||
          !archive::read_token_stream(bytes, stream))
        return Error{ErrorCode::index_corrupt,
                     "the words of article " + std::to_string(docid) + " in '" + layer.index() +
                         "' are not what was written",
                     ""};
      if (auto added = writer->add(maker.make(stream)); !added) return added;
    }
    return writer->finish();
  });
}

}  // namespace khobao::reposts
