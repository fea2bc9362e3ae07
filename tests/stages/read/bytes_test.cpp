// SPDX-License-Identifier: Apache-2.0
// Bytes of plain and packed files: whole ones, cut ones, damaged ones, bombs.
#include "stages/read/bytes.hpp"

#include <gmock/gmock.h>
#include <zlib.h>
#include <zstd.h>

#include "stages/read/buffered.hpp"
#include "tests/temporary_folder.hpp"

namespace claimsift {
namespace {

using testing::HasSubstr;
using testing::MatchesRegex;

std::string gzip(const std::string& bytes) {
  std::string packed(bytes.size() + 1000, '\0');
  z_stream stream{};
  deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

std::string zstd(const std::string& bytes) {
  std::string packed(ZSTD_compressBound(bytes.size()), '\0');
  ZSTD_CCtx* context = ZSTD_createCCtx();
  ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);  // as the program zstd does
  packed.resize(ZSTD_compress2(context, packed.data(), packed.size(), bytes.data(), bytes.size()));
  ZSTD_freeCCtx(context);
  return packed;
}

/// Text that packs to about a third.
std::string news(size_t bytes) {
  std::string text;
  for (uint32_t i = 1; text.size() < bytes; i = i * 1664525 + 1013904223)
    text += "number " + std::to_string(i) + (i % 5 == 0 ? "\n" : " ");
  text.resize(bytes);
  return text;
}

struct Packer {
  const char* name;
  std::string (*pack)(const std::string&);
};

class PackedBytes : public testing::TestWithParam<std::tuple<Packer, Unpack>> {
 protected:
  static std::string pack(const std::string& bytes) { return std::get<0>(GetParam()).pack(bytes); }
  /// What a file unpacks to; problems and remarks stand behind it in brackets.
  std::string unpacked(const std::string& packed, uint64_t ratio = 200) {
    const auto bytes = open_bytes(folder_.write("in", packed), ratio, std::get<1>(GetParam()));
    std::string all, block(70000, '\0');
    try {
      while (const size_t n = bytes->read(block.data(), block.size())) all.append(block, 0, n);
    } catch (const std::runtime_error& e) { return all + "[" + e.what() + "]"; }
    return bytes->remark().empty() ? all : all + "[" + bytes->remark() + "]";
  }
  TemporaryFolder folder_;
};

TEST_P(PackedBytes, AreUnpacked) {
  for (const size_t size : {0u, 1u, 70000u, 3'000'000u}) EXPECT_EQ(unpacked(pack(news(size))), news(size));
  const std::string dense(900'000, 'a');
  EXPECT_EQ(unpacked(pack(dense)), dense) << "the first megabyte is free, whatever the ratio";
}

TEST_P(PackedBytes, OfSeveralMembersAreOneFile) {
  const std::string one = news(500'000), two = "the end";
  EXPECT_EQ(unpacked(pack(one) + pack("") + pack(two)), one + two);
}

TEST_P(PackedBytes, WithGarbageBehindThemSayHowMuch) {
  const std::string packed = pack("good");
  EXPECT_THAT(unpacked(packed + "rubbish"),
              MatchesRegex("good.7 bytes behind the .* data .from byte " + std::to_string(packed.size()) +
                           " on. are left out."));
  EXPECT_EQ(unpacked(packed + std::string(1000, '\0')), "good") << "zeros are padding";
}

TEST_P(PackedBytes, ThatAreCutGiveWhatIsThere) {
  const std::string whole = news(1'000'000), packed = pack(whole);
  for (const size_t size : {packed.size() - 1, packed.size() / 2}) {
    const std::string got = unpacked(packed.substr(0, size));
    const size_t at = got.find('[');
    ASSERT_NE(at, std::string::npos);
    EXPECT_EQ(got.substr(0, at), whole.substr(0, at));
    EXPECT_THAT(got.substr(at), HasSubstr("data are cut off at byte " + std::to_string(size) + " (" +
                                          std::to_string(at) + " bytes unpacked)"));
  }
}

TEST_P(PackedBytes, ThatAreDamagedAreAProblemAndNoCrash) {
  const std::string packed = pack(news(300'000));
  for (size_t at = 0; at < packed.size(); at += packed.size() / 41 + 1) {
    std::string broken = packed;
    for (size_t i = at; i < std::min(at + 20, broken.size()); ++i) broken[i] = static_cast<char>(~broken[i]);
    const std::string got = unpacked(broken);
    EXPECT_TRUE(got == news(300'000) || got == broken || got.find('[') != std::string::npos ||
                got.size() != 300'000)
        << at;
  }
}

TEST_P(PackedBytes, ThatUnpackToFarMoreAreStopped) {
  const std::string got = unpacked(pack(std::string(100'000'000, 'x')), 100);
  EXPECT_LT(got.size(), 30'000'000u);
  EXPECT_THAT(got, HasSubstr("data unpack to more than 100 times their size at byte"));
  EXPECT_THAT(got, HasSubstr("`run.limits.decompression_ratio`"));
}

TEST_P(PackedBytes, CanBeSkipped) {
  const std::string whole = news(1'000'000);
  const auto bytes = open_bytes(folder_.write("in", pack(whole)), 200, std::get<1>(GetParam()));
  ASSERT_TRUE(bytes->skip(777'777));
  std::string rest(10, '\0');
  ASSERT_EQ(bytes->read(rest.data(), 10), 10u);
  EXPECT_EQ(rest, whole.substr(777'777, 10));
  EXPECT_FALSE(bytes->skip(1'000'000));
}

TEST_P(PackedBytes, CanBeLeftInTheMiddle) {
  const auto bytes = open_bytes(folder_.write("in", pack(news(5'000'000))), 200, std::get<1>(GetParam()));
  char c;
  EXPECT_EQ(bytes->read(&c, 1), 1u);
}

INSTANTIATE_TEST_SUITE_P(Each, PackedBytes,
                         testing::Combine(testing::Values(Packer{"gzip", gzip}, Packer{"zstd", zstd}),
                                          testing::Values(Unpack::here, Unpack::ahead)),
                         [](const auto& p) {
                           return std::string(std::get<0>(p.param).name) +
                                  (std::get<1>(p.param) == Unpack::here ? "Here" : "Ahead");
                         });

class PlainBytes : public testing::Test {
 protected:
  TemporaryFolder folder_;
};

TEST_F(PlainBytes, AreTakenForPackedByTheirFirstBytesAlone) {
  const auto bytes = open_bytes(folder_.write("in.gz", "plain"), 200, Unpack::ahead);
  std::string all(10, '\0');
  size_t size = 0;
  while (const size_t n = bytes->read(all.data() + size, all.size() - size)) size += n;
  EXPECT_EQ(all.substr(0, size), "plain");
}

TEST_F(PlainBytes, ASkippableFrameBelongsToZstd) {
  const std::string frame("\x53\x2a\x4d\x18\x03\0\0\0abc", 11);
  const auto bytes = open_bytes(folder_.write("in", frame + zstd("data")), 200, Unpack::here);
  std::string all(10, '\0');
  size_t size = 0;
  while (const size_t n = bytes->read(all.data() + size, all.size() - size)) size += n;
  EXPECT_EQ(all.substr(0, size), "data");
}

TEST_F(PlainBytes, AHugeWindowOfZstdIsRefused) {
  // A frame header that asks for 2 GB of window.
  const std::string frame("\x28\xb5\x2f\xfd\x00\xa8\x01\0\0a", 10);
  const auto bytes = open_bytes(folder_.write("in", frame), 200, Unpack::here);
  char c;
  try {
    bytes->read(&c, 1);
    FAIL();
  } catch (const std::runtime_error& e) { EXPECT_THAT(e.what(), HasSubstr("requires too much memory")); }
}

TEST_F(PlainBytes, AMissingFileIsAnError) {
  EXPECT_THROW(open_bytes("/nowhere/at/all", 200, Unpack::here), std::runtime_error);
}

TEST_F(PlainBytes, BufferedBytesKnowHowMuchWasTakenAndGoOnThere) {
  const std::string whole = "\xEF\xBB\xBF" + news(3'000'000);
  Buffered first(open_bytes(folder_.write("in", whole), 200, Unpack::here));
  EXPECT_EQ(first.offset(), 3u) << "behind the byte order mark";
  first.more();
  first.take(100);
  const uint64_t at = first.offset();
  for (const uint64_t offset : {at, uint64_t{2'500'000}}) {
    Buffered second(open_bytes(folder_.path("in"), 200, Unpack::here));
    second.skip_to(offset);
    if (second.ahead().empty()) second.more();
    EXPECT_EQ(second.ahead().substr(0, 20), whole.substr(offset, 20));
  }
  EXPECT_THROW(first.skip_to(4'000'000), std::runtime_error);
}

TEST(Bytes, AFileThatBecomesShorterWhileItIsReadIsAProblem) {
  TemporaryFolder folder;
  const std::string path = folder.write("a.txt", std::string(1000, 'x'));
  const auto bytes = open_bytes(path, 200, Unpack::here);
  std::filesystem::resize_file(path, 500);
  std::string all;
  try {
    read_all(*bytes, 5000, all);
    FAIL() << "it was read";
  } catch (const std::runtime_error& problem) {
    EXPECT_STREQ(problem.what(),
                 "the file became shorter while it was read: 500 bytes, 1000 when it was opened");
  }
}

}  // namespace
}  // namespace claimsift
