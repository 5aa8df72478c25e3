#include "searcher/match/layer_places.h"

#include <xapian.h>

namespace khobao::match {

LayerPlaces::LayerPlaces(const Xapian::Database& whole) : uuids_(whole.get_uuid()) {}

void LayerPlaces::init(const Xapian::Database& layer) {
  const std::string uuid = layer.get_uuid();
  const size_t place = uuids_.find(uuid);
  docids_.layers = (uuids_.size() + 1) / (uuid.size() + 1);
  layer_ = place == std::string::npos ? docids_.layers : place / (uuid.size() + 1);
}

}  // namespace khobao::match
