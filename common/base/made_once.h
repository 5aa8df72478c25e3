#pragma once
#include <memory>
#include <mutex>
#include <optional>

namespace khobao {

/// A value that is made when it is first asked for. Any number of threads may ask at once: the
/// first makes it, the others wait, so an object that keeps one may still be shared as const. What
/// was moved from must not be asked.
template <class T>
class MadeOnce {
 public:
  /// The value; made by `make()` in the first call. Where that throws, the next call tries again.
  template <class Make>
  const T& get(Make make) const {
    std::call_once(state_->made, [&] { state_->value.emplace(make()); });
    return *state_->value;
  }

 private:
  struct State {
    std::once_flag made;
    std::optional<T> value;
  };
  std::unique_ptr<State> state_ = std::make_unique<State>();
};

}  // namespace khobao
