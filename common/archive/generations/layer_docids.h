#pragma once
/// How Xapian numbers the articles of a database of several layers: layer k of n holds the docids
/// k + 1, k + 1 + n, k + 1 + 2 n …
#include <xapian.h>

#include <cstddef>

namespace khobao::archive {

struct LayerDocids {
  size_t layers = 1;

  size_t layer_of(Xapian::docid whole) const { return (whole - 1) % layers; }
  Xapian::docid in_layer(Xapian::docid whole) const {
    return static_cast<Xapian::docid>((whole - 1) / layers + 1);
  }
  Xapian::docid whole(size_t layer, Xapian::docid in_layer) const {
    return static_cast<Xapian::docid>((in_layer - 1) * layers + layer + 1);
  }
};

}  // namespace khobao::archive
