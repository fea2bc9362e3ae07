// SPDX-License-Identifier: Apache-2.0
#include "stages/text/offsets.hpp"

#include <gtest/gtest.h>

#include "claimsift/layers.hpp"
#include "claimsift/test_host.hpp"

namespace claimsift {
namespace {

/// Puts the end of the text, and of its first half, through Offsets.
class Measure : public Stage<> {
 public:
  static constexpr Info info{"measure", "Emits offsets.", CS_WRITER};
  static constexpr cs_option options[] = {option::output("path", "\"-\"", "Unused.")};
  explicit Measure(const Setup& setup) : unit_(offset_unit(setup)) {}
  void process(Document& doc) const {
    const Offsets offsets(doc, unit_);
    std::string out;
    for (uint32_t at = 0; at <= doc.text().size(); ++at)
      if (host::at_code_point(doc.text(), at)) out += std::to_string(offsets(at)) + " ";
    doc.emit(out);
  }

 private:
  OffsetUnit unit_;
};

std::string measured(const std::string& text, const char* unit) {
  TestDocument doc(text);
  return run_stage<Measure>(doc, {{"run.offsets", unit}}).output;
}

TEST(Offsets, CountCodePointsBytesAndUtf16Units) {
  EXPECT_EQ(measured("aé\U0001F600b", "codepoint"), "0 1 2 3 4 ");
  EXPECT_EQ(measured("aé\U0001F600b", "byte"), "0 1 3 7 8 ");
  EXPECT_EQ(measured("aé\U0001F600b", "utf16"), "0 1 2 4 5 ");
  EXPECT_EQ(measured("abc", "codepoint"), "0 1 2 3 ");
}

TEST(Offsets, AreRightAtEveryPlaceOfALongText) {
  std::string text, expected;
  for (int i = 0; i < 200; ++i) text += i % 3 ? "é" : "x";
  for (int i = 0; i <= 200; ++i) expected += std::to_string(i) + " ";
  EXPECT_EQ(measured(text, "codepoint"), expected);
}

TEST(Offsets, OfATextWhoseSizeIsAMultipleOfTheStep) {
  std::string text;
  for (int i = 0; i < 64; ++i) text += "é";
  EXPECT_TRUE(measured(text, "codepoint").ends_with("63 64 "));
}

}  // namespace
}  // namespace claimsift
