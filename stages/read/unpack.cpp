// SPDX-License-Identifier: Apache-2.0
#include "stages/read/unpack.hpp"

#include <fmt/format.h>
#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

#include <algorithm>
#include <new>
#include <optional>
#include <stdexcept>
#include <vector>

namespace claimsift {

namespace {

constexpr uint64_t kFreely = 1'000'000;  // bytes that any file may unpack to

/// What gzip and zstd share: packed bytes in a buffer, counts, limits, and problems that wait for their turn.
class Unpacker : public Bytes {
 public:
  Unpacker(std::unique_ptr<Bytes> packed, const char* name, uint64_t ratio)
      : name_(name), packed_(std::move(packed)), ratio_(ratio), buffer_(1 << 17) {}

  size_t read(char* to, size_t most) final {
    size_t done = 0;
    while (done == 0 && !over_) {
      if (problem_) throw std::runtime_error(*problem_);
      try {
        if (begin_ == end_) fill();
        const bool at_end = begin_ == end_;
        if (at_end && is_between())
          over_ = true;
        else
          done = step(to, most);  // at the end too: it may hold back what did not fit before
        if (at_end && done == 0 && !is_between()) cut_off();
      } catch (const std::runtime_error& e) {  // said again at every further call
        problem_ = e.what();
      }
      unpacked_ += done;
      if (unpacked_ > kFreely && unpacked_ / ratio_ > consumed())
        problem_ = fmt::format(
            "the {} data unpack to more than {} times their size at byte {} "
            "(`run.limits.decompression_ratio`)",
            name_, ratio_, consumed());
    }
    return done;
  }
  std::string remark() const final { return remark_; }

 protected:
  /// Unpacks from the buffer, which is empty at the end alone.
  virtual size_t step(char* to, size_t most) = 0;
  /// Whether all members or frames so far are whole.
  virtual bool is_between() const = 0;

  std::string_view input() const { return {buffer_.data() + begin_, end_ - begin_}; }
  void consume(size_t count) { begin_ += count; }
  uint64_t consumed() const { return read_ - (end_ - begin_); }

  [[noreturn]] void damaged(const char* why) const {
    throw std::runtime_error(fmt::format("the {} data are damaged at byte {}: {}", name_, consumed(), why));
  }
  /// What follows is no member: the file ends here.
  void leave_rest() {
    const uint64_t from = consumed();
    uint64_t count = 0;
    bool zeros = true;  // padding, as of tapes
    do {
      count += end_ - begin_;
      zeros = zeros && std::all_of(buffer_.begin() + static_cast<long>(begin_),
                                   buffer_.begin() + static_cast<long>(end_), [](char c) { return c == 0; });
      begin_ = end_;
      fill();
    } while (begin_ != end_);
    if (!zeros)
      remark_ = fmt::format("{} bytes behind the {} data (from byte {} on) are left out", count, name_, from);
    over_ = true;
  }
  void fill() {
    begin_ = 0;
    end_ = packed_->read(buffer_.data(), buffer_.size());
    read_ += end_;
  }
  /// At least `count` bytes of input, where there are as many.
  std::string_view look(size_t count) {
    while (end_ - begin_ < count) {
      std::copy(buffer_.begin() + static_cast<long>(begin_), buffer_.begin() + static_cast<long>(end_),
                buffer_.begin());
      end_ -= begin_;
      begin_ = 0;
      const size_t n = packed_->read(buffer_.data() + end_, buffer_.size() - end_);
      if (n == 0) break;
      end_ += n;
      read_ += n;
    }
    return input();
  }

 private:
  [[noreturn]] void cut_off() const {
    throw std::runtime_error(
        fmt::format("the {} data are cut off at byte {} ({} bytes unpacked)", name_, consumed(), unpacked_));
  }

  const char* name_;
  std::unique_ptr<Bytes> packed_;
  uint64_t ratio_, read_ = 0, unpacked_ = 0;
  std::vector<char> buffer_;
  size_t begin_ = 0, end_ = 0;
  bool over_ = false;
  std::optional<std::string> problem_;
  std::string remark_;
};

class Gzip : public Unpacker {
 public:
  Gzip(std::unique_ptr<Bytes> packed, uint64_t ratio) : Unpacker(std::move(packed), "gzip", ratio) {
    if (inflateInit2(&stream_, 15 + 16) != Z_OK) throw std::bad_alloc();
  }
  ~Gzip() override { inflateEnd(&stream_); }

 private:
  bool is_between() const override { return between_; }

  size_t step(char* to, size_t most) override {
    if (between_ && !first_) {
      if (packing_of(look(4)) != Packing::gzip) return leave_rest(), 0;
      inflateReset(&stream_);
    }
    between_ = first_ = false;
    const std::string_view in = input();
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));
    stream_.avail_in = static_cast<uInt>(in.size());
    stream_.next_out = reinterpret_cast<Bytef*>(to);
    stream_.avail_out = static_cast<uInt>(std::min<size_t>(most, 1u << 30));
    const uInt room = stream_.avail_out;
    const int status = inflate(&stream_, Z_NO_FLUSH);
    consume(in.size() - stream_.avail_in);
    if (status == Z_STREAM_END)
      between_ = true;
    else if (status == Z_MEM_ERROR)
      throw std::bad_alloc();
    else if (status != Z_OK && status != Z_BUF_ERROR)
      damaged(stream_.msg ? stream_.msg : "no gzip data");
    return room - stream_.avail_out;
  }

  z_stream stream_{};
  bool between_ = false, first_ = true;
};

class Zstd : public Unpacker {
 public:
  Zstd(std::unique_ptr<Bytes> packed, uint64_t ratio)
      : Unpacker(std::move(packed), "zstd", ratio), stream_(ZSTD_createDStream()) {
    if (!stream_) throw std::bad_alloc();
  }
  ~Zstd() override { ZSTD_freeDStream(stream_); }

 private:
  bool is_between() const override { return between_; }

  size_t step(char* to, size_t most) override {
    if (between_ && !first_ && packing_of(look(4)) != Packing::zstd) return leave_rest(), 0;
    first_ = false;
    const std::string_view bytes = input();
    ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
    ZSTD_outBuffer out{to, most, 0};
    const size_t status = ZSTD_decompressStream(stream_, &out, &in);
    consume(in.pos);
    if (ZSTD_isError(status)) damaged(ZSTD_getErrorName(status));
    between_ = status == 0;
    return out.pos;
  }

  ZSTD_DStream* stream_;
  bool between_ = false, first_ = true;
};

}  // namespace

Packing packing_of(std::string_view first) {
  if (first.starts_with("\x1f\x8b")) return Packing::gzip;
  if (first.starts_with("\x28\xb5\x2f\xfd")) return Packing::zstd;
  // A skippable frame, 50 to 5f 2a 4d 18, may come before the first of data.
  if (first.size() >= 4 && (static_cast<unsigned char>(first[0]) & 0xf0) == 0x50 &&
      first.substr(1, 3) == "\x2a\x4d\x18")
    return Packing::zstd;
  return Packing::none;
}

std::unique_ptr<Bytes> unpack_bytes(std::unique_ptr<Bytes> packed, Packing packing, uint64_t ratio) {
  if (packing == Packing::gzip) return std::make_unique<Gzip>(std::move(packed), ratio);
  if (packing == Packing::zstd) return std::make_unique<Zstd>(std::move(packed), ratio);
  return packed;
}

}  // namespace claimsift
