// SPDX-License-Identifier: Apache-2.0
#include "stages/read/recoded.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <stdexcept>
#include <string_view>

#include "stages/read/converter.hpp"

namespace claimsift {

namespace {

/// A stream of bytes in another encoding, as UTF-8.
class Recoded : public Bytes {
 public:
  Recoded(std::unique_ptr<Bytes> bytes, std::string raw, const std::string& encoding, bool repair)
      : bytes_(std::move(bytes)),
        raw_(std::move(raw)),
        converter_(encoding),
        encoding_(encoding),
        repair_(repair),
        unit_(encoding.starts_with("utf-16") ? 2 : 1) {}

  size_t read(char* to, size_t most) override {
    while (at_ == ready_.size())
      if (!fill()) return 0;
    const size_t n = std::min(most, ready_.size() - at_);
    std::memcpy(to, ready_.data() + at_, n);
    at_ += n;
    return n;
  }
  std::string remark() const override { return bytes_->remark(); }

 private:
  bool fill() {
    ready_.clear();
    at_ = 0;
    if (!at_end_) {
      const size_t held = raw_.size();
      raw_.resize(held + kChunk);
      const size_t n = bytes_->read(raw_.data() + held, kChunk);
      raw_.resize(held + n);
      at_end_ = n == 0;
    }
    std::string_view rest = raw_;
    while (!converter_.convert(rest, ready_) || (at_end_ && !rest.empty())) replace(rest);
    offset_ += raw_.size() - rest.size();
    raw_.erase(0, raw_.size() - rest.size());
    return !ready_.empty() || !at_end_;
  }
  void replace(std::string_view& rest) {
    const size_t at = offset_ + (raw_.size() - rest.size());
    if (!repair_)
      throw std::runtime_error(
          fmt::format("byte {} of the file is not {}; `invalid_utf8: repair` reads on", at, encoding_));
    ready_.append(kReplacement);
    rest.remove_prefix(std::min(unit_, rest.size()));
  }

  static constexpr size_t kChunk = 1 << 16;
  std::unique_ptr<Bytes> bytes_;
  std::string raw_, ready_;  // read and not converted; converted and not read
  Converter converter_;
  std::string encoding_;
  bool repair_;
  size_t unit_, at_ = 0, offset_ = 0;
  bool at_end_ = false;
};

/// Bytes of which the first were read already.
class Pushed : public Bytes {
 public:
  Pushed(std::unique_ptr<Bytes> bytes, std::string first)
      : bytes_(std::move(bytes)), first_(std::move(first)) {}
  size_t read(char* to, size_t most) override {
    if (at_ == first_.size()) return bytes_->read(to, most);
    const size_t n = std::min(most, first_.size() - at_);
    std::memcpy(to, first_.data() + at_, n);
    at_ += n;
    return n;
  }
  bool skip(uint64_t count) override {
    const uint64_t held = std::min<uint64_t>(count, first_.size() - at_);
    at_ += held;
    return held == count || bytes_->skip(count - held);
  }
  std::string remark() const override { return bytes_->remark(); }

 private:
  std::unique_ptr<Bytes> bytes_;
  std::string first_;
  size_t at_ = 0;
};

}  // namespace

std::unique_ptr<Bytes> pushed_back(std::unique_ptr<Bytes> bytes, std::string first) {
  return std::make_unique<Pushed>(std::move(bytes), std::move(first));
}

std::unique_ptr<Bytes> recoded(std::unique_ptr<Bytes> bytes, std::string first, const std::string& encoding,
                               bool repair) {
  return std::make_unique<Recoded>(std::move(bytes), std::move(first), encoding, repair);
}

}  // namespace claimsift
