#pragma once
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace khobao::pipeline {

/// A queue between one reader and many workers that makes the faster side wait. What waits in it
/// weighs no more than `capacity` together, except that one item always fits.
template <class T>
class BoundedQueue {
 public:
  explicit BoundedQueue(size_t capacity) : capacity_(capacity) {}

  /// Waits for room; drops the item where the queue is closed.
  void push(T item, size_t weight) {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return items_.empty() || weight_ + weight <= capacity_ || closed_; });
    if (closed_) return;
    items_.emplace_back(std::move(item), weight);
    weight_ += weight;
    ready_.notify_one();
  }

  /// Waits for an item; nullopt where the queue is closed and empty.
  std::optional<T> pop() {
    std::unique_lock lock(mutex_);
    ready_.wait(lock, [&] { return !items_.empty() || closed_; });
    if (items_.empty()) return std::nullopt;
    T item = std::move(items_.front().first);
    weight_ -= items_.front().second;
    items_.pop_front();
    room_.notify_one();
    return item;
  }

  /// No more items come; those waiting are still handed out.
  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    ready_.notify_all();
    room_.notify_all();
  }

  bool closed() const {
    const std::lock_guard lock(mutex_);
    return closed_;
  }

 private:
  const size_t capacity_;
  mutable std::mutex mutex_;
  std::condition_variable room_, ready_;
  std::deque<std::pair<T, size_t>> items_;
  size_t weight_ = 0;
  bool closed_ = false;
};

}  // namespace khobao::pipeline
