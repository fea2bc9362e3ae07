// SPDX-License-Identifier: Apache-2.0
#include "stages/read/encoding.hpp"

#include <gmock/gmock.h>

#include "stages/read/detect_encoding.hpp"
#include "tests/pipeline_fixture.hpp"

namespace claimsift {
namespace {

using testing::HasSubstr;

std::string decoded(std::string_view bytes, const std::string& encoding = "auto",
                    InvalidBytes invalid = InvalidBytes::by_kind) {
  Decoder::Text text;
  Decoder(encoding, invalid).decode(bytes, text);
  return std::string(text.utf8);
}
std::string why(std::string_view bytes, const std::string& encoding = "auto") {
  try {
    decoded(bytes, encoding);
  } catch (const std::runtime_error& problem) { return problem.what(); }
  return {};
}
std::string page(std::string_view bytes, std::string_view stated = {}) {
  Decoder::Text text;
  Decoder("auto").decode_page(bytes, stated, text);
  return std::string(text.utf8);
}

TEST(Encoding, ByteOrderMarksWin) {
  EXPECT_EQ(decoded("\xEF\xBB\xBF"
                    "caf\xC3\xA9"),
            "caf\xC3\xA9");
  EXPECT_EQ(decoded(std::string_view("\xFF\xFE"
                                     "a\0\xAC\x20",
                                     6)),
            "a\xE2\x82\xAC");
  EXPECT_EQ(decoded(std::string_view("\xFE\xFF\0a\x20\xAC", 6), "windows-1252"), "a\xE2\x82\xAC");
}

TEST(Encoding, BytesOfOldSystemsAreTakenForWindows1252) {
  EXPECT_EQ(decoded("\x93No\x94, he said \x96 it costs 5 \x80 at the caf\xE9."),
            "\xE2\x80\x9CNo\xE2\x80\x9D, he said \xE2\x80\x93 it costs 5 \xE2\x82\xAC at the caf\xC3\xA9.");
  EXPECT_EQ(detected_encoding("Spa\xDF, caf\xE9\x92s \xFC"
                              "bung"),
            "windows-1252");
}

TEST(Encoding, DamagedUtf8IsNotTakenForAnythingElse) {
  EXPECT_THAT(why("ok then \xff\xfe"), HasSubstr("byte 8 is not UTF-8 (0xff)"));
  EXPECT_THAT(why("a \xC0\xAF b"), HasSubstr("byte 2 is not UTF-8 (0xc0)"));          // overlong
  EXPECT_THAT(why("a \xED\xA0\x80 b"), HasSubstr("byte 2 is not UTF-8 (0xed)"));      // a surrogate
  EXPECT_THAT(why("a \xF4\x90\x80\x80 b"), HasSubstr("byte 2 is not UTF-8 (0xf4)"));  // beyond U+10FFFF
  EXPECT_THAT(why("caf\xC3\xA9 caf\xC3"), HasSubstr("byte 9 is not UTF-8 (0xc3)"));   // cut off at the end
  EXPECT_THAT(why("na\xC3\xAFve caf\xE9"), HasSubstr("`invalid_utf8: repair`"));
}

TEST(Encoding, RepairPutsOneCharacterForEachDamagedPart) {
  EXPECT_EQ(decoded("a\xFF\xFE"
                    "b\xE2\x82",
                    "utf-8", InvalidBytes::repair),
            "a\xEF\xBF\xBD\xEF\xBF\xBD"
            "b\xEF\xBF\xBD");
}

TEST(Encoding, NamesOfIconvAreKnown) {
  EXPECT_EQ(decoded("\xD6\xE5\xED\xE0", "windows-1251"), "\xD0\xA6\xD0\xB5\xD0\xBD\xD0\xB0");
  EXPECT_EQ(decoded("\x83\x65", "shift_jis"), "\xE3\x83\x86");
  EXPECT_THROW(Decoder("klingon"), std::runtime_error);
}

TEST(Encoding, PagesSayWhatTheyAre) {
  EXPECT_EQ(charset_in_page("<html><head><meta charset=utf-8>"), "utf-8");
  EXPECT_EQ(charset_in_page("<meta http-equiv='Content-Type' content='text/html; charset=ISO-8859-2'>"),
            "ISO-8859-2");
  EXPECT_EQ(charset_in_page("<!-- <meta charset=koi8-r> --><META CHARSET=\"big5\">"), "big5");
  EXPECT_EQ(charset_in_page("<?xml version='1.0' encoding=\"utf-8\"?>"), "utf-8");
  EXPECT_EQ(charset_in_page("<html><body>charset=x"), "");
  EXPECT_EQ(charset_of("text/html; Charset=\"windows-1251\""), "windows-1251");
}

TEST(Encoding, HttpWinsOverThePageAndEvidenceOverLatin1) {
  EXPECT_EQ(page("<meta charset=koi8-r>\xD6", "windows-1251"), "<meta charset=koi8-r>\xD0\xA6");
  EXPECT_EQ(page("<meta charset=windows-1251>\xD6"), "<meta charset=windows-1251>\xD0\xA6");
  EXPECT_EQ(page("<meta charset=iso-8859-1>caf\xC3\xA9"), "<meta charset=iso-8859-1>caf\xC3\xA9");
  EXPECT_EQ(page("<meta charset=x-unheard-of>caf\xE9"), "<meta charset=x-unheard-of>caf\xC3\xA9");
  EXPECT_EQ(page("na\xC3\xAFve caf\xE9"), "na\xC3\xAFve caf\xEF\xBF\xBD");  // pages are repaired
}

class EncodingRuns : public PipelineTest {
 protected:
  TestRun read_as(const std::string& name, const std::string& bytes, const std::string& options = "") {
    write(name, bytes);
    return run(
        "claimsift: 1\ninput: {use: read, paths: [\"@/" + name + "\"]" + options +
            "}\nrun: {quarantine: \"@/failed.jsonl\"}\n"
            "stages:\n  sentences:\n  out: {use: write_jsonl, path: \"@/out.jsonl\", layer: sentences}\n",
        {}, overwrite());
  }
};

std::string utf16(const std::string& ascii) {
  std::string bytes = "\xFF\xFE";
  for (const char c : ascii) bytes += std::string(1, c) + '\0';
  return bytes;
}

TEST_F(EncodingRuns, LinesAndRowsInUtf16AreCutAfterDecoding) {
  ASSERT_EQ(read_as("a.jsonl", utf16("{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n")).summary.progress.written,
            2u);
  EXPECT_THAT(read("out.jsonl"), HasSubstr("Two."));
  ASSERT_EQ(read_as("a.tsv", utf16("id\ttext\n1\tOne.\n2\tTwo.\n")).summary.progress.written, 2u);
}

TEST_F(EncodingRuns, EachLineIsDecodedByItself) {
  const TestRun r = read_as("a.jsonl", "{\"text\":\"caf\xE9 noir.\"}\n{\"text\":\"caf\xC3\xA9 noir.\"}\n");
  ASSERT_EQ(r.summary.progress.written, 2u) << r.report();
  EXPECT_EQ(count_of(read("out.jsonl"), "caf\xC3\xA9 noir."), 2u);
}

TEST_F(EncodingRuns, TheConfigWinsAndDamageCanBeRepaired) {
  ASSERT_EQ(read_as("a.txt", "\xD6\xE5\xED\xE0.", ", encoding: windows-1251").summary.progress.written, 1u);
  EXPECT_THAT(read("out.jsonl"), HasSubstr("\xD0\xA6\xD0\xB5\xD0\xBD\xD0\xB0"));
  EXPECT_EQ(read_as("a.txt", "bad \xff\xfe bytes.").summary.quarantined, 1u);
  EXPECT_EQ(read_as("a.txt", "bad \xff\xfe bytes.", ", invalid_utf8: repair").summary.quarantined, 0u);
  EXPECT_THAT(read("out.jsonl"), HasSubstr("bad \xEF\xBF\xBD"));
}

}  // namespace
}  // namespace claimsift
