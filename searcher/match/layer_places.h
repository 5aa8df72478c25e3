#pragma once
/// Which layer of a database Xapian asks a posting source about.
#include <xapian.h>

#include <string>

namespace khobao::match {

/// Xapian asks each layer of a database on its own, with docids that count within the layer, and
/// tells the source by init() which one it is: by its UUID, of which the whole database has one a
/// layer, with ':' between them. Layer k of n holds the docids k + 1, k + 1 + n, k + 1 + 2 n …
class LayerPlaces {
 public:
  /// Of a source made for this database.
  explicit LayerPlaces(const Xapian::Database& whole) : uuids_(whole.get_uuid()) {}

  /// Of the database that init() was given.
  void init(const Xapian::Database& layer) {
    const std::string uuid = layer.get_uuid();
    const size_t place = uuids_.find(uuid);
    layers_ = static_cast<Xapian::docid>((uuids_.size() + 1) / (uuid.size() + 1));
    layer_ = place == std::string::npos ? layers_
                                        : static_cast<Xapian::docid>(place / (uuid.size() + 1));
  }

  bool single() const { return layers_ == 1; }
  Xapian::docid whole(Xapian::docid in_layer) const {
    return (in_layer - 1) * layers_ + layer_ + 1;
  }
  /// Never, where the layer is none of the whole database.
  bool holds(Xapian::docid whole) const { return (whole - 1) % layers_ == layer_; }
  Xapian::docid in_layer(Xapian::docid whole) const { return (whole - 1) / layers_ + 1; }

 private:
  std::string uuids_;
  Xapian::docid layers_ = 1, layer_ = 0;
};

}  // namespace khobao::match
