#pragma once
/// Which layer of a database Xapian asks a posting source about.
#include <string>

#include "common/archive/generations/layer_docids.h"

namespace khobao::match {

/// Xapian asks each layer of a database on its own, with docids that count within the layer, and
/// tells the source by init() which one it is: by its UUID, of which the whole database has one a
/// layer, with ':' between them.
class LayerPlaces {
 public:
  /// Of a source made for this database.
  explicit LayerPlaces(const Xapian::Database& whole);

  /// Of the database that init() was given.
  void init(const Xapian::Database& layer);

  bool single() const { return docids_.layers == 1; }
  Xapian::docid whole(Xapian::docid in_layer) const { return docids_.whole(layer_, in_layer); }
  /// Never, where the layer is not one of the whole database.
  bool holds(Xapian::docid whole) const { return docids_.layer_of(whole) == layer_; }
  Xapian::docid in_layer(Xapian::docid whole) const { return docids_.in_layer(whole); }

 private:
  std::string uuids_;
  archive::LayerDocids docids_;
  size_t layer_ = 0;
};

}  // namespace khobao::match
