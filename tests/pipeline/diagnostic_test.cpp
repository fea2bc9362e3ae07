// SPDX-License-Identifier: Apache-2.0
#include "pipeline/diagnostic.hpp"

#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

namespace claimsift {
namespace {

SourceLine always(std::string line) {
  return [line](const Place&) { return std::optional<std::string>(line); };
}

Diagnostic error_at(uint32_t line, uint32_t column, std::string message, std::string hint = {}) {
  return {Severity::error, {"news.yaml", line, column}, std::move(message), std::move(hint)};
}

TEST(Diagnostic, ShowsPlaceSourceLineCaretAndHint) {
  EXPECT_EQ(render(error_at(22, 3, "`x` is wrong", "write `y`"), ReportStyle::plain, always("  x: 1")),
            "news.yaml:22:3: error: `x` is wrong\n"
            "  22 |   x: 1\n"
            "     |   ^\n"
            "  hint: write `y`\n");
}

TEST(Diagnostic, ShowsNoSourceWhereThereIsNoLine) {
  EXPECT_EQ(
      render(Diagnostic{Severity::warning, {"--set a.b"}, "odd", ""}, ReportStyle::plain, always("never")),
      "--set a.b: warning: odd\n");
  EXPECT_EQ(render(Diagnostic{Severity::note, {}, "so it is", ""}, ReportStyle::plain, always("never")),
            "note: so it is\n");
}

TEST(Diagnostic, ShowsNoCaretWithoutColumn) {
  EXPECT_EQ(render(error_at(7, 0, "m"), ReportStyle::plain, always("text")),
            "news.yaml:7: error: m\n   7 | text\n");
}

TEST(Diagnostic, CountsColumnsInCodePoints) {
  EXPECT_EQ(render(error_at(1, 8, "m"), ReportStyle::plain, always("naïve: zz")),
            "news.yaml:1:8: error: m\n   1 | naïve: zz\n     |        ^\n");
}

TEST(Diagnostic, KeepsTabsBeforeTheCaret) {
  EXPECT_EQ(render(error_at(1, 3, "m"), ReportStyle::plain, always("\ta: 1")),
            "news.yaml:1:3: error: m\n   1 | \ta: 1\n     | \t ^\n");
}

TEST(Diagnostic, ShowsAWindowOfALongLine) {
  const std::string text = render(error_at(1, 501, "m"), ReportStyle::plain,
                                  always(std::string(500, 'a') + 'X' + std::string(500, 'b')));
  const size_t line = text.find("   1 | ") + 7, caret = text.rfind('^');
  const size_t caret_line = text.rfind("     | ") + 7;
  const std::string shown = text.substr(line, text.find('\n', line) - line);
  EXPECT_LT(shown.size(), 140u);
  // The ellipsis is one column and three bytes.
  EXPECT_EQ(shown.at(caret - caret_line + 2), 'X');
}

TEST(Diagnostic, PutsNoControlCharactersOnTheTerminal) {
  const std::string text =
      render(error_at(1, 7, "word `\x1b[31m`"), ReportStyle::plain, always("a \x1b[0m b"));
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
  EXPECT_NE(text.find("word `\\x1b[31m`"), std::string::npos);
}

TEST(Diagnostic, PrintsValidUtf8WhateverTheSourceHolds) {
  EXPECT_EQ(render(error_at(1, 4, "m"), ReportStyle::plain, always("caf\xe9")),
            "news.yaml:1:4: error: m\n   1 | caf?\n     |    ^\n");
}

TEST(Diagnostic, ColoursOnlyWhenAsked) {
  const std::string text = render(error_at(1, 1, "m", "h"), ReportStyle::coloured, always("x"));
  EXPECT_NE(text.find("\x1b[1;31merror:\x1b[0m m\n"), std::string::npos);
  EXPECT_EQ(render(error_at(1, 1, "m", "h"), ReportStyle::plain, always("x")).find('\x1b'),
            std::string::npos);
}

TEST(Diagnostic, IsOneJsonObjectALineForEditors) {
  Diagnostic d = error_at(3, 4, "a \"quoted\"\nword", "cure");
  d.also = Place{"base.yaml", 1, 2};
  EXPECT_EQ(render(d, ReportStyle::json),
            R"({"severity":"error","file":"news.yaml","line":3,"column":4,"message":"a \"quoted\"\nword",)"
            R"("hint":"cure","also":{"file":"base.yaml","line":1,"column":2}})"
            "\n");
  EXPECT_EQ(
      render(error_at(3, 4, "m"), ReportStyle::json),
      R"({"severity":"error","file":"news.yaml","line":3,"column":4,"message":"m","hint":null,"also":null})"
      "\n");
}

TEST(Diagnostics, SortsByPlaceAndKeepsTheOrderOfEqualPlaces) {
  Diagnostics all;
  all.add(error_at(9, 1, "d"));
  all.add(error_at(2, 5, "b"));
  all.add(error_at(2, 5, "c"));
  all.add(error_at(2, 1, "a"));
  all.error({"a.yaml", 99, 1}, "first file");
  std::string order;
  for (const Diagnostic& d : all.sorted()) order += d.message + '|';
  EXPECT_EQ(order, "first file|a|b|c|d|");
}

TEST(Diagnostics, CountsErrorsAndNotWarnings) {
  Diagnostics all;
  EXPECT_TRUE(all.empty());
  all.warning({}, "w");
  EXPECT_FALSE(all.has_errors());
  Diagnostics more;
  more.error({}, "e");
  all.append(more);
  EXPECT_EQ(all.errors(), 1u);
  EXPECT_EQ(all.all().size(), 2u);
}

TEST(Diagnostics, ReadsSourceLinesFromFiles) {
  const std::string file = testing::TempDir() + "/claimsift_diagnostic_test.yaml";
  std::ofstream(file, std::ios::binary) << "\xEF\xBB\xBF"
                                           "first\r\nsecond";
  EXPECT_EQ(source_line_of_file({file, 1, 1}), "first");
  EXPECT_EQ(source_line_of_file({file, 2, 1}), "second");
  EXPECT_EQ(source_line_of_file({file, 3, 1}), std::nullopt);
  EXPECT_EQ(source_line_of_file({file + ".none", 1, 1}), std::nullopt);
  std::filesystem::remove(file);
}

TEST(Place, NamesOtherPlacesShortly) {
  EXPECT_EQ(seen_from({"a.yaml", 3, 1}, {"a.yaml", 7, 2}), "line 7");
  EXPECT_EQ(seen_from({"a.yaml", 3, 1}, {"b.yaml", 7, 2}), "b.yaml:7");
  EXPECT_EQ(seen_from({"a.yaml", 3, 1}, {"--set x"}), "--set x");
}

TEST(Failure, CarriesItsDiagnostic) {
  const Failure failure({"f", 1, 2}, "m", "h");
  EXPECT_STREQ(failure.what(), "m");
  EXPECT_EQ(failure.diagnostic().hint, "h");
  EXPECT_EQ(failure.diagnostic().place, (Place{"f", 1, 2}));
}

}  // namespace
}  // namespace claimsift
