// SPDX-License-Identifier: Apache-2.0
#include "pipeline/declarations.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <functional>

#include "sample_stages.hpp"

namespace claimsift {
namespace {

cs_status create(const cs_host*, const cs_setup*, void**) { return CS_OK; }
cs_status process(void*, cs_document*) { return CS_OK; }
cs_status restore(void*, cs_document*, cs_str) { return CS_OK; }
void destroy(void*) {}

/// A declaration without mistakes, for tests to spoil.
struct Sample {
  const char* choices[3] = {"a", "b", nullptr};
  cs_option options[2] = {{"depth", CS_INT, "2", "How deep.", 0, 10, nullptr}, {}};
  cs_column columns[3] = {{"kind", CS_CHOICE, "The kind.", nullptr, choices},
                          {"score", CS_NUMBER, "The score.", nullptr, nullptr},
                          {}};
  cs_column part_columns[2] = {{"of", CS_REF, "The parent.", "marks", nullptr}, {}};
  cs_layer reads[2] = {{"tokens", nullptr, "", 0, nullptr}, {}};
  cs_layer writes[3] = {
      {"marks", columns, "Marks.", 0, nullptr}, {"parts", part_columns, "Parts.", CS_CHILD, "marks"}, {}};
  cs_stage stage{};

  Sample() {
    stage.size = sizeof(cs_stage);
    stage.kind = CS_ANNOTATOR;
    stage.name = "marks";
    stage.summary = "Finds marks.";
    stage.options = options;
    stage.reads = reads;
    stage.writes = writes;
    stage.create = create;
    stage.process = process;
    stage.destroy = destroy;
  }
  Sample(const Sample&) = delete;

  std::string problems() const {
    const Diagnostics problems = check_declaration(stage, "p.so");
    std::string text;
    for (const Diagnostic& d : problems.all()) text += d.message + '\n';
    return text;
  }
};

std::string spoiled(const std::function<void(Sample&)>& spoil) {
  Sample sample;
  spoil(sample);
  return sample.problems();
}

TEST(Declarations, AcceptAStageWithoutMistakes) { EXPECT_EQ(Sample().problems(), ""); }

TEST(Declarations, RefuseStructsThatAreTooSmall) {
  EXPECT_EQ(spoiled([](Sample& s) { s.stage.size = 40; }),
            "stage `?`: `size` is 40, at least " + std::to_string(offsetof(cs_stage, open)) + " is needed\n");
}

TEST(Declarations, RefuseMissingNamesAndSummaries) {
  EXPECT_EQ(spoiled([](Sample& s) { s.stage.name = "Marks"; }),
            "stage `Marks`: its name must be lower-case letters, digits and `_`, a letter first\n");
  EXPECT_NE(spoiled([](Sample& s) { s.stage.name = nullptr; }), "");
  EXPECT_EQ(spoiled([](Sample& s) { s.stage.summary = ""; }), "stage `marks`: its summary is missing\n");
}

TEST(Declarations, NeedTheFunctionsOfTheirKind) {
  EXPECT_EQ(spoiled([](Sample& s) { s.stage.create = nullptr; }),
            "stage `marks`: an annotator needs the function `create`\n");
  EXPECT_EQ(spoiled([](Sample& s) { s.stage.process = nullptr; }),
            "stage `marks`: an annotator needs the function `process`\n");
  EXPECT_EQ(spoiled([](Sample& s) { s.stage.destroy = nullptr; }),
            "stage `marks`: an annotator needs the function `destroy`\n");
  EXPECT_EQ(spoiled([](Sample& s) { s.stage.next = process; }),
            "stage `marks`: an annotator cannot have the functions `next`, `parse` and `seek`\n");
  EXPECT_EQ(spoiled([](Sample& s) { s.stage.restore = restore; }),
            "stage `marks`: an annotator cannot have the function `restore`\n");
  EXPECT_EQ(spoiled([](Sample& s) {
              s.stage.kind = CS_READER;
              s.stage.writes = s.stage.reads = nullptr;
            }),
            "stage `marks`: a reader needs the function `next`\n"
            "stage `marks`: a reader needs the function `parse`\n"
            "stage `marks`: a reader cannot have the function `process`\n");
  EXPECT_EQ(spoiled([](Sample& s) {
              const int seven = 7;
              std::memcpy(&s.stage.kind, &seven, sizeof seven);
            }),
            "stage `marks`: its kind is unknown\n");
}

TEST(Declarations, LetOnlyAnnotatorsAndCollectorsWriteLayers) {
  EXPECT_EQ(spoiled([](Sample& s) { s.stage.kind = CS_WRITER; }),
            "stage `marks`: a writer cannot have layers that it writes\n");
  EXPECT_EQ(spoiled([](Sample& s) { s.stage.kind = CS_COLLECTOR; }), "");
}

TEST(Declarations, RefuseUnknownAndPointlessFlags) {
  EXPECT_EQ(spoiled([](Sample& s) { s.stage.flags = CS_SERIAL; }), "");
  EXPECT_EQ(spoiled([](Sample& s) { s.stage.flags = 64; }), "stage `marks`: its flags are unknown\n");
  EXPECT_NE(spoiled([](Sample& s) {
              s.stage.kind = CS_COLLECTOR;
              s.stage.flags = CS_SERIAL;
            }),
            "");
}

TEST(Declarations, CheckOptions) {
  const auto option = [](const cs_option& o) { return spoiled([&](Sample& s) { s.options[0] = o; }); };
  EXPECT_EQ(option({"use", CS_INT, "2", "D.", 0, 0, nullptr}),
            "stage `marks`: option `use`: its name is a key of the engine\n");
  EXPECT_EQ(option({"depth", CS_INT, "many", "D.", 0, 0, nullptr}),
            "stage `marks`: option `depth`: its fallback is wrong: `depth` must be an integer, not `many`\n");
  EXPECT_EQ(option({"depth", CS_INT, "11", "D.", 0, 10, nullptr}),
            "stage `marks`: option `depth`: its fallback is wrong: `depth` must be an integer from 0 to 10, "
            "not `11`\n");
  EXPECT_EQ(option({"words", CS_STRINGS, "[a", "D.", 0, 0, nullptr})
                .find("stage `marks`: option `words`: its fallback"),
            0u);
  EXPECT_EQ(option({"mode", CS_STRING, "c", "D.", 0, 0, "a|b"}),
            "stage `marks`: option `mode`: its fallback is wrong: `mode` must be `a` or `b`, not `c`\n");
  EXPECT_EQ(option({"mode", CS_STRING, "a", "D.", 0, 0, "a||b"}),
            "stage `marks`: option `mode`: one of its choices is empty\n");
  EXPECT_EQ(option({"depth", CS_INT, "2", "D.", 0, 0, "2|3"}).find("only strings have choices") !=
                std::string::npos,
            true);
  EXPECT_EQ(option({"depth", CS_INT, "", "D.", 3, 1, nullptr}),
            "stage `marks`: option `depth`: its range is empty\n");
  EXPECT_EQ(option({"name", CS_STRING, "", "D.", 0, 1, nullptr}),
            "stage `marks`: option `name`: only numbers have a range\n");
  EXPECT_EQ(option({"kind", CS_CHOICE, "", "D.", 0, 0, nullptr}),
            "stage `marks`: option `kind`: its type is none that an option can have\n");
  EXPECT_EQ(option({"depth", CS_INT, "2", "", 0, 0, nullptr}),
            "stage `marks`: option `depth`: its sentence of help is missing\n");
  EXPECT_EQ(option({"path", CS_OUTPUT, "", "D.", 0, 0, nullptr}),
            "stage `marks`: option `path`: only a writer has an output\n");
  EXPECT_EQ(option({"depth", CS_INT, nullptr, "D.", 0, 0, nullptr}), "")
      << "a required option has no fallback";
}

TEST(Declarations, CheckLayers) {
  EXPECT_EQ(
      spoiled([](Sample& s) { s.writes[1].name = "marks"; }).find("declared twice") != std::string::npos,
      true);
  EXPECT_EQ(spoiled([](Sample& s) { s.writes[0].flags = CS_OPTIONAL; }),
            "stage `marks`: layer `marks` that it writes: only a layer that is read can be optional\n");
  EXPECT_EQ(spoiled([](Sample& s) { s.reads[0].flags = CS_OPTIONAL; }), "");
  EXPECT_EQ(
      spoiled([](Sample& s) { s.writes[0].flags = CS_EXTENDS; }),
      "stage `marks`: layer `marks` that it writes: `of` and the flags CS_EXTENDS or CS_CHILD go together\n");
  EXPECT_EQ(spoiled([](Sample& s) { s.writes[1].of = "tokens"; }),
            "stage `marks`: layer `parts` that it writes: the first column of a child must be a CS_REF to "
            "its parent\n");
  EXPECT_EQ(spoiled([](Sample& s) { s.writes[1].columns = nullptr; }),
            "stage `marks`: layer `parts` that it writes: the first column of a child must be a CS_REF to "
            "its parent\n");
}

TEST(Declarations, CheckColumns) {
  const auto column = [](const cs_column& c) { return spoiled([&](Sample& s) { s.columns[0] = c; }); };
  const std::string begin = "stage `marks`: column `kind` of layer `marks` that it writes: ";
  EXPECT_EQ(column({"kind", CS_CHOICE, "", nullptr, nullptr}), begin + "a CS_CHOICE needs its choices\n");
  EXPECT_EQ(column({"kind", CS_REF, "", nullptr, nullptr}), begin + "a CS_REF needs its target\n");
  EXPECT_EQ(column({"kind", CS_INT, "", "tokens", nullptr}), begin + "only a CS_REF has a target\n");
  EXPECT_EQ(column({"kind", CS_STRINGS, "", nullptr, nullptr}),
            begin + "its type is none that a column can have\n");
  EXPECT_EQ(column({"Kind", CS_INT, "", nullptr, nullptr}),
            "stage `marks`: column `Kind` of layer `marks` that it writes: its name must be lower-case "
            "letters, digits "
            "and `_`\n");
  static const char* const kNone[] = {nullptr};
  EXPECT_EQ(column({"kind", CS_CHOICE, "", nullptr, kNone}),
            begin + "needs 1 to 255 choices, ended by NULL\n");
}

TEST(Registry, FindsStagesAndTheirOrigin) {
  const Sample sample;
  Registry registry;
  EXPECT_TRUE(registry.add(sample.stage, "built in").empty());
  ASSERT_NE(registry.find("marks"), nullptr);
  EXPECT_EQ(registry.find("marks")->stage, &sample.stage);
  EXPECT_EQ(registry.find("marks")->origin, "built in");
  EXPECT_EQ(registry.find("mark"), nullptr);
}

TEST(Registry, RefusesASecondStageOfAName) {
  const Sample first, second;
  Registry registry;
  registry.add(first.stage, "built in");
  const Diagnostics problems = registry.add(second.stage, "p.so");
  ASSERT_EQ(problems.errors(), 1u);
  EXPECT_EQ(render(problems, ReportStyle::plain),
            "p.so: error: stage `marks` exists already (built in)\n"
            "  hint: give it another name\n");
  EXPECT_EQ(registry.find("marks")->origin, "built in");
}

TEST(Registry, LeavesOutWrongDeclarations) {
  Sample sample;
  sample.stage.summary = nullptr;
  Registry registry;
  EXPECT_TRUE(registry.add(sample.stage, "p.so").has_errors());
  EXPECT_EQ(registry.find("marks"), nullptr);
}

TEST(Registry, ListsByNameAndByKind) {
  const Registry registry = test::sample_registry();
  const std::vector<std::string> names = registry.names();
  EXPECT_TRUE(std::is_sorted(names.begin(), names.end()));
  EXPECT_EQ(registry.names(CS_READER), (std::vector<std::string>{"read", "read_jsonl", "read_text"}));
  ASSERT_EQ(registry.writers_of("unresolved").size(), 1u);
  EXPECT_STREQ(registry.writers_of("unresolved")[0].stage->name, "claims");
  EXPECT_TRUE(registry.writers_of("nothing").empty());
}

TEST(DeclaredRange, EndsAtTheFirstElementWithoutName) {
  const cs_option options[] = {
      {"a", CS_INT, "", "", 0, 0, nullptr}, {"b", CS_INT, "", "", 0, 0, nullptr}, {}};
  EXPECT_EQ(DeclaredRange(options).size(), 2u);
  EXPECT_TRUE(DeclaredRange<cs_option>(nullptr).empty());
}

}  // namespace
}  // namespace claimsift
