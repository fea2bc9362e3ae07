// SPDX-License-Identifier: Apache-2.0
#include "stages/read/ahead.hpp"

#include <algorithm>
#include <array>
#include <condition_variable>
#include <cstring>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace claimsift {

namespace {

constexpr size_t kBlock = 1 << 18, kBlocks = 4;

class Ahead : public Bytes {
 public:
  explicit Ahead(std::unique_ptr<Bytes> bytes) : bytes_(std::move(bytes)), thread_([this] { work(); }) {}
  ~Ahead() override {
    {
      const std::lock_guard lock(mutex_);
      abandoned_ = true;
    }
    changed_.notify_all();
    thread_.join();
  }
  Ahead(const Ahead&) = delete;
  Ahead& operator=(const Ahead&) = delete;

  size_t read(char* to, size_t most) override {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return filled_ > 0; });
    Block& block = blocks_[taken_];
    if (block.size == 0) {  // the last one: the end, or a problem
      if (problem_) std::rethrow_exception(problem_);
      return 0;
    }
    lock.unlock();
    const size_t n = std::min(most, block.size - at_);
    std::memcpy(to, block.bytes.data() + at_, n);
    at_ += n;
    if (at_ < block.size) return n;
    at_ = 0;
    taken_ = (taken_ + 1) % kBlocks;
    lock.lock();
    --filled_;
    lock.unlock();
    changed_.notify_all();
    return n;
  }

  /// To be asked at the end, when the thread is done.
  std::string remark() const override { return bytes_->remark(); }

 private:
  struct Block {
    std::vector<char> bytes = std::vector<char>(kBlock);
    size_t size = 0;
  };

  void work() {
    for (size_t next = 0;; next = (next + 1) % kBlocks) {
      {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return filled_ < kBlocks || abandoned_; });
        if (abandoned_) return;
      }
      size_t size = 0;
      std::exception_ptr problem;
      try {
        size = bytes_->read(blocks_[next].bytes.data(), kBlock);
      } catch (...) { problem = std::current_exception(); }
      {
        const std::lock_guard lock(mutex_);
        blocks_[next].size = size;
        problem_ = problem;
        ++filled_;
      }
      changed_.notify_all();
      if (size == 0) return;
    }
  }

  std::unique_ptr<Bytes> bytes_;
  std::array<Block, kBlocks> blocks_;
  size_t taken_ = 0, at_ = 0;  // of the reader alone
  std::mutex mutex_;
  std::condition_variable changed_;
  size_t filled_ = 0;
  bool abandoned_ = false;
  std::exception_ptr problem_;
  std::thread thread_;  // the last member: it uses the others
};

}  // namespace

std::unique_ptr<Bytes> read_ahead(std::unique_ptr<Bytes> bytes) {
  return std::make_unique<Ahead>(std::move(bytes));
}

}  // namespace claimsift
