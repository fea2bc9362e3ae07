// SPDX-License-Identifier: Apache-2.0
// arena.hpp - bump allocation for one document: everything goes at once with reset(), and the blocks are
// kept for the next document, so that a warm run allocates nothing. One thread at a time.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace claimsift::host {

class Arena {
 public:
  explicit Arena(size_t first_block = 64 << 10) : next_size_(first_block) {}

  /// Uninitialised memory until reset(); never null. `alignment` is a power of two up to 64.
  void* alloc(size_t bytes, size_t alignment = alignof(std::max_align_t)) {
    const size_t left = static_cast<size_t>(end_ - at_);
    const size_t padding = -reinterpret_cast<uintptr_t>(at_) & (alignment - 1);
    if (at_ && padding <= left && bytes <= left - padding) {
      std::byte* const start = at_ + padding;
      at_ = start + bytes;
      return start;
    }
    return slow(bytes, alignment);
  }
  template <class T> T* array(size_t count) { return static_cast<T*>(alloc(count * sizeof(T), alignof(T))); }

  /// A copy of `s`.
  std::string_view keep(std::string_view s) {
    char* to = array<char>(s.size() + 1);
    if (!s.empty()) std::memcpy(to, s.data(), s.size());
    return {to, s.size()};
  }

  /// Frees everything; what a document of unusual size needed goes back to the system.
  void reset() {
    size_t total = 0;
    for (const Block& b : blocks_) total += b.size;
    if (total > kKeep) {
      blocks_.clear();
      next_size_ = 64 << 10;
      at_ = end_ = nullptr;
    } else if (blocks_.size() > 1) {  // one block that holds what the last document needed
      blocks_.clear();
      at_ = end_ = nullptr;
      add_block(total);
    } else if (!blocks_.empty()) {
      at_ = blocks_[0].data.get();
    }
  }

 private:
  static constexpr size_t kKeep = 8 << 20;
  struct Block {
    std::unique_ptr<std::byte[]> data;
    size_t size;
  };

  void add_block(size_t size) {
    blocks_.push_back({std::unique_ptr<std::byte[]>(new std::byte[size]), size});
    at_ = blocks_.back().data.get();
    end_ = at_ + size;
  }
  void* slow(size_t bytes, size_t alignment) {
    add_block(std::max(bytes + alignment, next_size_));
    next_size_ = std::min<size_t>(next_size_ * 2, 4 << 20);
    return alloc(bytes, alignment);
  }

  std::vector<Block> blocks_;
  size_t next_size_;
  std::byte *at_ = nullptr, *end_ = nullptr;  // what is free of the last block
};

}  // namespace claimsift::host
