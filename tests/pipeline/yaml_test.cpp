// SPDX-License-Identifier: Apache-2.0
#include "pipeline/yaml.hpp"

#include <gtest/gtest.h>

namespace claimsift {
namespace {

YamlNode parsed(std::string_view text) {
  Diagnostics problems;
  std::optional<YamlNode> node = parse_yaml(text, "f.yaml", problems);
  EXPECT_TRUE(problems.empty()) << render(problems, ReportStyle::plain);
  return node ? std::move(*node) : YamlNode();
}

/// The first problem of a text, with its place.
std::string problem(std::string_view text) {
  Diagnostics problems;
  parse_yaml(text, "f.yaml", problems);
  if (problems.empty()) return "";
  const Diagnostic& first = problems.all().front();
  return to_string(first.place) + ": " + first.message;
}

std::string at(const Place& place) { return std::to_string(place.line) + ':' + std::to_string(place.column); }

TEST(Yaml, KnowsTheShapeOfValues) {
  const YamlNode root = parsed("a: 1\nb: [x, \"y\"]\nc: {d: e}\nf:\ng: ~\n");
  ASSERT_TRUE(root.is_map());
  EXPECT_EQ(root.keys(), (std::vector<std::string>{"a", "b", "c", "f", "g"}));
  EXPECT_EQ(root.find("a")->scalar, "1");
  ASSERT_TRUE(root.find("b")->is_list());
  EXPECT_FALSE(root.find("b")->items[0].quoted);
  EXPECT_TRUE(root.find("b")->items[1].quoted);
  EXPECT_EQ(root.find("c")->find("d")->scalar, "e");
  EXPECT_TRUE(root.find("f")->is_null());
  EXPECT_TRUE(root.find("g")->is_null());
  EXPECT_EQ(root.find("h"), nullptr);
}

TEST(Yaml, TakesScalarsAsTheyAreWritten) {
  const YamlNode root = parsed("a: 010\nb: yes\nc: 1e3\nd: \"null\"\ne: |\n  two\n  lines\n");
  EXPECT_EQ(root.find("a")->scalar, "010");
  EXPECT_EQ(root.find("b")->scalar, "yes");
  EXPECT_EQ(root.find("c")->scalar, "1e3");
  EXPECT_TRUE(root.find("d")->is_scalar());
  EXPECT_EQ(root.find("e")->scalar, "two\nlines\n");
  EXPECT_TRUE(root.find("e")->quoted);
}

TEST(Yaml, KnowsThePlaceOfKeysAndValues) {
  const YamlNode root = parsed("# comment\na: 1\nb:\n  - x\n  - {c: y}\n");
  EXPECT_EQ(at(root.entry("a")->place), "2:1");
  EXPECT_EQ(at(root.find("a")->place), "2:4");
  EXPECT_EQ(at(root.find("b")->items[0].place), "4:5");
  EXPECT_EQ(at(root.find("b")->items[1].entries[0].place), "5:6");
  EXPECT_EQ(at(root.find("b")->items[1].entries[0].value.place), "5:9");
}

TEST(Yaml, CountsColumnsInCodePoints) { EXPECT_EQ(at(parsed("{naïve: zz}").find("naïve")->place), "1:9"); }

TEST(Yaml, SkipsAByteOrderMark) {
  EXPECT_EQ(at(parsed("\xEF\xBB\xBF"
                      "a: b")
                   .entry("a")
                   ->place),
            "1:1");
}

TEST(Yaml, ReadsWindowsLineEnds) {
  const YamlNode root = parsed("a: 1\r\nb: 2\r\n");
  EXPECT_EQ(root.find("a")->scalar, "1");
  EXPECT_EQ(at(root.find("b")->place), "2:4");
}

TEST(Yaml, PutsAnEmptyValueAtItsKey) {
  const YamlNode root = parsed("a:\nb:\n  c:\n\n\nd: 1\n");
  EXPECT_EQ(at(root.find("a")->place), "1:1");
  EXPECT_EQ(at(root.find("b")->find("c")->place), "3:3");
}

TEST(Yaml, TakesAnEmptyTextAsNothing) {
  EXPECT_TRUE(parsed("").is_null());
  EXPECT_TRUE(parsed("# only a comment\n").is_null());
}

TEST(Yaml, RefusesKeysThatStandTwiceAndKeepsTheFirst) {
  Diagnostics problems;
  const auto root = parse_yaml("a: 1\nb: {c: 1, c: 2}\na: 3\n", "f.yaml", problems);
  EXPECT_EQ(render(problems, ReportStyle::plain, [](const Place&) { return std::nullopt; }),
            "f.yaml:2:11: error: key `c` is defined twice; first at line 2\n"
            "f.yaml:3:1: error: key `a` is defined twice; first at line 1\n");
  ASSERT_TRUE(root);
  EXPECT_EQ(root->entries.size(), 2u);
  EXPECT_EQ(root->find("a")->scalar, "1");
  EXPECT_EQ(problems.all()[1].also, (Place{"f.yaml", 1, 1}));
}

TEST(Yaml, CallsKeysByTheNounOfTheirMapping) {
  Diagnostics problems;
  const auto noun = [](const std::vector<std::string>& path) {
    return path == std::vector<std::string>{"stages"} ? std::string("stage") : std::string("key");
  };
  parse_yaml("stages:\n  a: {b: 1, b: 2}\n  a:\n", "f.yaml", problems, noun);
  ASSERT_EQ(problems.all().size(), 2u);
  EXPECT_EQ(problems.all()[0].message, "key `b` is defined twice; first at line 2");
  EXPECT_EQ(problems.all()[1].message, "stage `a` is defined twice; first at line 2");
}

TEST(Yaml, RefusesWhatAConfigDoesNotNeed) {
  EXPECT_EQ(problem("a: &x 1\nb: *x\n"), "f.yaml:1:4: anchors are not supported");
  EXPECT_EQ(problem("b: *x\n"), "f.yaml:1:4: aliases are not supported");
  EXPECT_EQ(problem("a: *.txt\n"), "f.yaml:1:4: aliases are not supported");
  EXPECT_EQ(problem("a: !!int 1\n"), "f.yaml:1:4: tags are not supported");
  EXPECT_EQ(problem("a: ! 1\n"), "f.yaml:1:4: tags are not supported");
  EXPECT_EQ(problem("a: 1\n---\nb: 2\n"), "f.yaml:2:1: the file holds a second document");
  EXPECT_EQ(problem("[a]: 1\n"), "f.yaml:1:1: a key must be a word, not a list or a mapping");
  EXPECT_EQ(problem(": 1\n"), "f.yaml:1:1: a key is missing here");
}

TEST(Yaml, RefusesWhatIsNoText) {
  EXPECT_EQ(problem("a: caf\xe9\n"), "f.yaml:1:7: byte 0xe9 is not UTF-8");
  EXPECT_EQ(problem("a: 1\n# \xed\xa0\x80\n"), "f.yaml:2:3: byte 0xed is not UTF-8");
  EXPECT_EQ(problem(std::string_view("a: \0b", 5)), "f.yaml:1:4: control character 0x00 is not allowed");
  EXPECT_EQ(problem("a: 1 # \x04\nb: 2\n"), "f.yaml:1:8: control character 0x04 is not allowed");
}

TEST(Yaml, RefusesDeepNestingHoweverDeep) {
  EXPECT_EQ(problem("a: " + std::string(31, '[') + std::string(31, ']')), "");
  EXPECT_EQ(problem("a: " + std::string(32, '[') + std::string(32, ']')),
            "f.yaml:1:35: nesting is deeper than 32 levels");
  EXPECT_EQ(problem("a: " + std::string(100'000, '[') + std::string(100'000, ']')),
            "f.yaml:1:35: nesting is deeper than 32 levels");
  EXPECT_NE(problem("a: " + std::string(100'000, '[')), "");
  EXPECT_NE(problem("a: " + std::string(100'000, '{')), "");
}

TEST(Yaml, PlacesSyntaxErrorsAndSaysWhatToDo) {
  EXPECT_EQ(problem("a:\n\tb: 1\n"), "f.yaml:2:1: a tab cannot indent");
  EXPECT_EQ(problem("a: b: c\n"), "f.yaml:1:5: a `:` cannot stand here");
  EXPECT_EQ(problem("a: [b, c}\n"), "f.yaml:1:9: this bracket closes nothing that is open");
  EXPECT_EQ(problem("a: \"b\nc: 1\n"), "f.yaml:1:4: this quotation mark is not closed");
  EXPECT_EQ(problem("a: 'it''s\n"), "f.yaml:1:4: this quotation mark is not closed");
  EXPECT_EQ(problem("a: \"b\\\"\n"), "f.yaml:1:4: this quotation mark is not closed");
  EXPECT_EQ(problem("a: 'it''s'\nb: \"c\\\\\"\n"), "");
  EXPECT_NE(problem("a: [b\n"), "");
  EXPECT_NE(problem("a: 1\n  b: 2\n"), "");
  EXPECT_NE(problem("a:\n    b: 1\n  c: 2\n"), "");
}

TEST(Yaml, GivesValuesOutsideFilesTheirOnePlace) {
  Diagnostics problems;
  const auto node = parse_yaml_value("[a, {b: c}]", {"--set x"}, problems);
  ASSERT_TRUE(node);
  EXPECT_EQ(node->items[1].find("b")->place, (Place{"--set x"}));
  parse_yaml_value("{a: 1, a: 2}", {"--set x"}, problems);
  ASSERT_TRUE(problems.has_errors());
  EXPECT_EQ(problems.all()[0].place, (Place{"--set x"}));
}

TEST(Yaml, DescribesValuesForMessages) {
  EXPECT_EQ(described(parsed("many")), "`many`");
  EXPECT_EQ(described(parsed("[]")), "a list");
  EXPECT_EQ(described(parsed("{}")), "a mapping");
  EXPECT_EQ(described(parsed("''")), "an empty string");
  EXPECT_EQ(described(parsed("")), "nothing");
}

}  // namespace
}  // namespace claimsift
