// SPDX-License-Identifier: Apache-2.0
#include "pipeline/options.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace claimsift {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

constexpr cs_option kOptions[] = {
    {"flag", CS_FLAG, "false", "A flag.", 0, 0, nullptr},
    {"depth", CS_INT, "2", "An integer.", 0, 10, nullptr},
    {"size", CS_INT, "1", "An integer without an upper bound.", 1, kInfinity, nullptr},
    {"any", CS_INT, "", "An integer without bounds.", 0, 0, nullptr},
    {"share", CS_NUMBER, "0.5", "A number.", 0, 1, nullptr},
    {"mode", CS_STRING, "fast", "A choice.", 0, 0, "fast|exact"},
    {"name", CS_STRING, "", "A string.", 0, 0, nullptr},
    {"kinds", CS_STRINGS, "[a]", "Choices.", 0, 0, "a|b"},
    {"words", CS_STRINGS, "", "Strings.", 0, 0, nullptr},
    {"fields", CS_MAP, "{}", "A mapping.", 0, 0, nullptr},
    {"model", CS_PATH, "", "A file.", 0, 0, nullptr},
    {"inputs", CS_PATHS, "", "Files.", 0, 0, nullptr},
    {"lists", CS_FILES, "", "Files.", 0, 0, nullptr},
    {"path", CS_OUTPUT, "\"-\"", "The output.", 0, 0, nullptr},
    {"layers", CS_LAYERS, "\"*\"", "Layers.", 0, 0, nullptr},
    {}};

cs_stage stage_with(const cs_option* options) {
  cs_stage stage{};
  stage.size = sizeof(cs_stage);
  stage.name = "sample";
  stage.options = options;
  return stage;
}

/// Options as read, and what was said about them.
struct Read {
  OptionValues values;
  std::string messages;
};

Read read(std::string_view yaml, const std::string& file = "conf/f.yaml",
          const cs_option* options = kOptions) {
  Diagnostics problems;
  const std::optional<YamlNode> node = parse_yaml(yaml, file, problems);
  Read result;
  if (node) result.values = read_options(stage_with(options), *node, {file, 1, 1}, problems);
  for (const Diagnostic& d : problems.sorted()) result.messages += d.message + '\n';
  return result;
}

template <class T> T get(const Read& read, const char* name) {
  EXPECT_EQ(read.messages, "");
  const auto found = read.values.find(name);
  EXPECT_NE(found, read.values.end()) << name;
  return found == read.values.end() ? T() : std::get<T>(found->second);
}

using Strings = std::vector<std::string>;

TEST(Options, FillsInFallbacks) {
  const Read none = read("{}");
  EXPECT_EQ(get<bool>(none, "flag"), false);
  EXPECT_EQ(get<int64_t>(none, "depth"), 2);
  EXPECT_EQ(get<double>(none, "share"), 0.5);
  EXPECT_EQ(get<std::string>(none, "mode"), "fast");
  EXPECT_EQ(get<Strings>(none, "kinds"), Strings{"a"});
  EXPECT_EQ(get<StringMap>(none, "fields"), StringMap{});
  EXPECT_EQ(get<std::string>(none, "path"), "-");
  EXPECT_EQ(get<Strings>(none, "layers"), Strings{"*"});
}

TEST(Options, LeavesOutWhatHasNeitherValueNorFallback) {
  const Read none = read("name:\n");
  EXPECT_EQ(none.messages, "");
  for (const char* name : {"any", "name", "words", "model", "inputs"})
    EXPECT_EQ(none.values.count(name), 0u) << name;
}

TEST(Options, TypesValuesByTheirDeclaration) {
  const Read all = read(
      "{flag: true, depth: 10, any: -7, share: 1e-1, name: 12, kinds: [b, a], fields: {b: x, a: y}, mode: "
      "exact}");
  EXPECT_EQ(get<bool>(all, "flag"), true);
  EXPECT_EQ(get<int64_t>(all, "depth"), 10);
  EXPECT_EQ(get<int64_t>(all, "any"), -7);
  EXPECT_DOUBLE_EQ(get<double>(all, "share"), 0.1);
  EXPECT_EQ(get<std::string>(all, "name"), "12");
  EXPECT_EQ(get<Strings>(all, "kinds"), (Strings{"b", "a"}));
  EXPECT_EQ(get<StringMap>(all, "fields"), (StringMap{{"b", "x"}, {"a", "y"}})) << "in the order of the file";
  EXPECT_EQ(get<int64_t>(read("depth: \"3\""), "depth"), 3) << "quotes do not change what the option takes";
}

TEST(Options, TakeAScalarForAListOfOne) {
  EXPECT_EQ(get<Strings>(read("words: may"), "words"), Strings{"may"});
  EXPECT_EQ(get<Strings>(read("words: [may]"), "words"), Strings{"may"});
  EXPECT_EQ(get<Strings>(read("words: []"), "words"), Strings{});
}

TEST(Options, ResolvePathsThatStagesReadFromTheFileThatNamesThem) {
  const Read all = read("{model: m/w.bin, inputs: [a.txt], lists: [a.lex, /b.lex], path: out.jsonl}");
  EXPECT_EQ(get<std::string>(all, "model"), "conf/m/w.bin");
  EXPECT_EQ(get<Strings>(all, "inputs"), Strings{"a.txt"}) << "inputs are relative to the working directory";
  EXPECT_EQ(get<Strings>(all, "lists"), (Strings{"conf/a.lex", "/b.lex"})) << "relative to the config";
  EXPECT_EQ(get<std::string>(all, "path"), "out.jsonl") << "outputs are relative to the working directory";
  EXPECT_EQ(get<std::string>(read("model: /m/w.bin"), "model"), "/m/w.bin");
}

TEST(Options, TakePathsOfTheCommandLineAsTheyAre) {
  Diagnostics problems;
  const YamlNode node = YamlNode::of_scalar("m/w.bin", {"--set stages.s.model"});
  const auto value = read_option({"model", CS_PATH, "", "", 0, 0, nullptr}, node, problems);
  ASSERT_TRUE(value);
  EXPECT_EQ(std::get<std::string>(*value), "m/w.bin");
}

TEST(Options, RefuseWrongValues) {
  EXPECT_EQ(read("flag: yes").messages, "`flag` must be `true` or `false`, not `yes`\n");
  EXPECT_EQ(read("depth: many").messages, "`depth` must be an integer from 0 to 10, not `many`\n");
  EXPECT_EQ(read("depth: 11").messages, "`depth` must be an integer from 0 to 10, not `11`\n");
  EXPECT_EQ(read("depth: 1.0").messages, "`depth` must be an integer from 0 to 10, not `1.0`\n");
  EXPECT_EQ(read("depth: 07").messages, "`depth` must be an integer from 0 to 10, not `07`\n");
  EXPECT_EQ(read("depth: [1]").messages, "`depth` must be an integer from 0 to 10, not a list\n");
  EXPECT_EQ(read("depth:").messages, "`depth` must be an integer from 0 to 10, not nothing\n");
  EXPECT_EQ(read("size: 0").messages, "`size` must be an integer of at least 1, not `0`\n");
  EXPECT_EQ(read("any: 99999999999999999999").messages,
            "`any` must be an integer, not `99999999999999999999`\n");
  EXPECT_EQ(read("any: -9223372036854775808").messages,
            "`any` must be an integer, not `-9223372036854775808`\n")
      << "the smallest integer is the null value";
  EXPECT_EQ(read("share: nan").messages, "`share` must be a number from 0 to 1, not `nan`\n");
  EXPECT_EQ(read("share: inf").messages, "`share` must be a number from 0 to 1, not `inf`\n");
  EXPECT_EQ(read("share: 1.1").messages, "`share` must be a number from 0 to 1, not `1.1`\n");
  EXPECT_EQ(read("mode: exat").messages,
            "`mode` must be `fast` or `exact`, not `exat`; did you mean `exact`?\n");
  EXPECT_EQ(read("kinds: [a, c]").messages, "`kinds` must be one or more of `a` and `b`, not `c`\n");
  EXPECT_EQ(read("words: {a: b}").messages, "`words` must be a list of strings, not a mapping\n");
  EXPECT_EQ(read("words: [[a]]").messages, "`words` must be a list of strings, not a list\n");
  EXPECT_EQ(read("fields: [a]").messages, "`fields` must be a mapping of strings, not a list\n");
  EXPECT_EQ(read("fields: {a: [b]}").messages, "`a` in `fields` must be a string, not a list\n");
  EXPECT_EQ(read("model: ''").messages, "`model` must be the name of a file, not an empty string\n");
  EXPECT_EQ(read("layers: ['']").messages, "`layers` must be a list of layers, not an empty string\n");
}

TEST(Options, RefuseUnknownNamesWithTheNearestOne) {
  EXPECT_EQ(read("dept: 1").messages, "`sample` has no option `dept`; did you mean `depth`?\n");
  EXPECT_EQ(read("wen: 1").messages, "`sample` has no option `wen`; did you mean `when`?\n")
      << "keys of the engine are suggested as well";
  EXPECT_EQ(read("colour: red").messages, "`sample` has no option `colour`\n");
}

TEST(Options, MustBeGivenWhereThereIsNoFallback) {
  constexpr cs_option kRequired[] = {{"paths", CS_PATHS, nullptr, "Files.", 0, 0, nullptr}, {}};
  EXPECT_EQ(read("{}", "f.yaml", kRequired).messages, "`sample` needs the option `paths`\n");
  EXPECT_EQ(read("path: a", "f.yaml", kRequired).messages,
            "`sample` has no option `path`; did you mean `paths`?\n")
      << "what was meant is not missing as well";
}

TEST(Options, ReportAllProblemsAtOnce) {
  EXPECT_EQ(read("{flag: 1, depth: x, nme: 2}").messages,
            "`flag` must be `true` or `false`, not `1`\n"
            "`depth` must be an integer from 0 to 10, not `x`\n"
            "`sample` has no option `nme`; did you mean `name`?\n");
}

TEST(Options, SplitChoices) {
  EXPECT_EQ(choices_of("a|b|c"), (Strings{"a", "b", "c"}));
  EXPECT_EQ(choices_of("a"), Strings{"a"});
  EXPECT_EQ(choices_of(nullptr), Strings{});
}

}  // namespace
}  // namespace claimsift
