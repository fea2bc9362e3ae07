// SPDX-License-Identifier: Apache-2.0
#include "pipeline/graph.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "pipeline/drawing.hpp"
#include "sample_stages.hpp"

namespace claimsift {
namespace {

constexpr const char* kNews =
    "  out: {use: write_jsonl, path: claims.jsonl, layer: claims}\n"
    "  claims:\n  attribution:\n  quotes:\n  quantities:\n  tokens:\n  sentences:\n";

/// A pipeline given by the text under `stages:`.
class GraphTest : public testing::Test {
 protected:
  std::optional<Graph> build(const std::string& stages, GraphRules rules = {}) {
    problems_ = {};
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    const std::string file = testing::TempDir() + "/claimsift_graph_" + test->name() + ".yaml";
    std::ofstream(file, std::ios::binary)
        << "claimsift: 1\n"
        << (rules.needs_input ? "input: {use: read_text, paths: a}\n" : "") << "stages:\n"
        << stages;
    Registry registry = test::sample_registry();
    std::optional<Graph> graph = load_graph(
        file, {}, registry, [](const PluginEntry&, Registry&, Diagnostics&) {}, rules, problems_);
    std::filesystem::remove(file);
    return graph;
  }

  Graph built(const std::string& stages, GraphRules rules = {}) {
    std::optional<Graph> graph = build(stages, rules);
    EXPECT_TRUE(graph) << messages();
    return graph ? std::move(*graph) : Graph();
  }

  std::string messages() const {
    std::string text;
    for (const Diagnostic& d : problems_.sorted()) text += d.message + '\n';
    return text;
  }

  Diagnostics problems_;
};

const PlannedStage& stage_of(const Graph& graph, std::string_view instance) {
  for (const PlannedStage& stage : graph.plan.stages)
    if (stage.instance == instance) return stage;
  throw std::runtime_error("no instance " + std::string(instance));
}

std::string order_of(const Graph& graph) {
  std::string names;
  for (const PlannedStage& stage : graph.plan.stages) names += (names.empty() ? "" : " ") + stage.instance;
  return names;
}

std::string named_by(const Graph& graph, std::string_view instance) {
  std::string names;
  for (const uint32_t layer : stage_of(graph, instance).named_reads)
    names += (names.empty() ? "" : " ") + graph.plan.layers[layer].name;
  return names;
}

std::string layer_name(const Graph& graph, uint32_t layer) {
  return layer == kNoLayer ? "(none)" : graph.plan.layers.at(layer).name;
}

bool has_edge(const Graph& graph, std::string_view from, std::string_view to) {
  for (const auto& [a, b] : graph.plan.edges)
    if (graph.plan.stages[a].instance == from && graph.plan.stages[b].instance == to) return true;
  return false;
}

TEST_F(GraphTest, OrdersStagesByTheLayersThatTheyReadWhateverTheOrderOfTheFile) {
  const Graph graph = built(kNews);
  EXPECT_EQ(messages(), "");
  EXPECT_EQ(order_of(graph), "sentences quotes tokens attribution quantities claims out");
  EXPECT_TRUE(has_edge(graph, "quotes", "attribution"));
  EXPECT_FALSE(has_edge(graph, "quotes", "claims"));
  EXPECT_TRUE(std::is_sorted(graph.plan.edges.begin(), graph.plan.edges.end()));
}

TEST_F(GraphTest, KeepsTheOrderOfTheFileWhereEdgesAllowIt) {
  EXPECT_EQ(order_of(built("  sentences:\n  quotes:\n  tokens:\n  b: {use: write_annotations, path: b}\n"
                           "  a: {use: write_annotations, path: a}\n")),
            "sentences quotes tokens b a");
}

TEST_F(GraphTest, FillsTheTableOfLayers) {
  const Graph graph = built(kNews);
  const Plan& plan = graph.plan;
  std::string names;
  for (const PlannedLayer& layer : plan.layers) names += layer.name + ' ';
  EXPECT_EQ(names,
            "sentences quotes tokens attributions attribution_sources attribution_cues attribution_contents "
            "quantities claims claim_facts unresolved ");
  for (uint32_t row = 0; row < plan.layers.size(); ++row) {
    const std::vector<uint32_t>& writes = plan.stages.at(plan.layers[row].writer).writes;
    EXPECT_EQ(std::count(writes.begin(), writes.end(), row), 1) << plan.layers[row].name;
  }
  EXPECT_EQ(layer_name(graph, plan.layers[4].parent), "attributions");
  EXPECT_EQ(plan.layers[4].extends, kNoLayer);
  // claims: sentence, attribution, types, ...; claim_facts: of, quantity, time.
  EXPECT_EQ(layer_name(graph, plan.layers[8].targets.at(0)), "sentences");
  EXPECT_EQ(layer_name(graph, plan.layers[8].targets.at(1)), "attributions");
  EXPECT_EQ(plan.layers[8].targets.at(2), kNoLayer);
  EXPECT_EQ(layer_name(graph, plan.layers[9].targets.at(1)), "quantities");
  EXPECT_EQ(plan.layers[9].targets.at(2), kNoLayer) << "nobody writes `times` here";
}

TEST_F(GraphTest, LeavesOptionalLayersOutWhereNobodyWritesThem) {
  const Graph graph = built(kNews);
  const PlannedStage& claims = stage_of(graph, "claims");
  ASSERT_EQ(claims.reads.size(), 5u);
  EXPECT_EQ(layer_name(graph, claims.reads[2]), "quantities");
  EXPECT_EQ(claims.reads[3], kNoLayer);
  EXPECT_EQ(layer_name(graph, claims.reads[4]), "attributions");
  EXPECT_EQ(claims.read_columns[3].size(), 6u);
}

TEST_F(GraphTest, MapsColumnsThatAreReadToThoseOfTheWriter) {
  const Graph graph = built(kNews);
  EXPECT_EQ(stage_of(graph, "claims").read_columns[0], (std::vector<uint32_t>{0, 1}));
}

TEST_F(GraphTest, RenamesLayers) {
  const Graph graph = built(
      "  sentences:\n  tokens:\n  quotes:\n  strict: {use: quotes, writes: {quotes: strict_quotes}}\n"
      "  attribution: {reads: {quotes: strict_quotes}, writes: {attributions: who}}\n"
      "  out: {use: write_jsonl, path: o, layer: who}\n");
  const PlannedStage& attribution = stage_of(graph, "attribution");
  EXPECT_EQ(layer_name(graph, attribution.reads[2]), "strict_quotes");
  EXPECT_EQ(layer_name(graph, attribution.writes[0]), "who");
  EXPECT_TRUE(has_edge(graph, "strict", "attribution"));
  EXPECT_FALSE(has_edge(graph, "quotes", "attribution"));
  const PlannedLayer& sources = graph.plan.layers[attribution.writes[1]];
  EXPECT_EQ(layer_name(graph, sources.parent), "who") << "children follow their parent's new name";
  EXPECT_EQ(layer_name(graph, sources.targets[0]), "who");
}

TEST_F(GraphTest, GivesWritersWhatBelongsToTheLayersThatTheyName) {
  const Graph graph = built(std::string(kNews) + "  claim_clusters:\n  claim_relations:\n  speakers:\n");
  EXPECT_EQ(named_by(graph, "out"), "claims claim_facts unresolved claim_clusters claim_relations");
  EXPECT_TRUE(has_edge(graph, "claim_clusters", "out"));
  EXPECT_EQ(std::get<std::vector<std::string>>(stage_of(graph, "out").options.at("layer")),
            std::vector<std::string>{"claims"});
}

TEST_F(GraphTest, GivesAnnotatorsOnlyTheLayersThatTheyName) {
  const Graph graph = built(
      "  sentences:\n  tokens:\n  quotes:\n  claims:\n  syntax: {where: [claims, quotes]}\n"
      "  out: {use: write_annotations, path: o}\n");
  EXPECT_EQ(named_by(graph, "syntax"), "claims quotes");
  EXPECT_TRUE(has_edge(graph, "claims", "syntax"));
}

TEST_F(GraphTest, TakesAStarForAllLayersInTheOrderOfTheRun) {
  const Graph graph = built("  out: {use: write_annotations, path: o}\n  quotes:\n  tokens:\n  sentences:\n");
  EXPECT_EQ(named_by(graph, "out"), "sentences quotes tokens");
  EXPECT_EQ(std::get<std::vector<std::string>>(stage_of(graph, "out").options.at("layers")),
            (std::vector<std::string>{"sentences", "quotes", "tokens"}));
  EXPECT_EQ(order_of(graph), "sentences quotes tokens out");
}

TEST_F(GraphTest, LeavesOutOfAStarWhatDependsOnTheStageItself) {
  // syntax names every layer by default, but attribution reads what syntax writes.
  const Graph graph = built(
      "  sentences:\n  tokens:\n  quotes:\n  attribution:\n  syntax:\n"
      "  out: {use: write_annotations, path: o}\n");
  EXPECT_EQ(messages(), "");
  EXPECT_EQ(named_by(graph, "syntax"), "sentences tokens quotes");
  EXPECT_TRUE(has_edge(graph, "syntax", "attribution"));
}

TEST_F(GraphTest, DoesNotGiveACollectorWhatItWritesItself) {
  const Graph graph = built(
      "  sentences:\n  tokens:\n  claims:\n  claim_clusters:\n  out: {use: write_jsonl, path: o, layer: "
      "claim_clusters}\n");
  EXPECT_EQ(named_by(graph, "out"), "claim_clusters");
  EXPECT_EQ(graph.plan.layers[stage_of(graph, "out").named_reads[0]].extends,
            stage_of(graph, "claims").writes[0]);
}

TEST_F(GraphTest, WaitsForTheLayersOfAWhen) {
  const Graph graph = built(
      "  sentences:\n  tokens:\n  quotes: {when: {has: tokens, metadata: {source: \"r*\"}}}\n"
      "  out: {use: write_annotations, path: o}\n");
  EXPECT_TRUE(has_edge(graph, "tokens", "quotes"));
  const PlannedStage& quotes = stage_of(graph, "quotes");
  ASSERT_EQ(quotes.when.has.size(), 1u);
  EXPECT_EQ(layer_name(graph, quotes.when.has[0]), "tokens");
  EXPECT_EQ(quotes.when.metadata, (StringMap{{"source", "r*"}}));
}

TEST_F(GraphTest, WaitsForWhatAfterNames) {
  const Graph graph =
      built("  sentences:\n  quotes: {after: tokens}\n  tokens:\n  out: {use: write_annotations, path: o}\n");
  EXPECT_EQ(order_of(graph), "sentences tokens quotes out");
}

TEST_F(GraphTest, ReportsACycleFromItsFirstStageWithTheLayerOnEachArrow) {
  EXPECT_FALSE(
      build("  sentences:\n  tokens:\n  attribution:\n  quotes: {after: claims}\n  claims:\n"
            "  out: {use: write_annotations, path: o}\n"));
  EXPECT_EQ(messages(),
            "stages wait for each other: attribution -(attributions)-> claims -(after)-> quotes -(quotes)-> "
            "attribution\n");
}

TEST_F(GraphTest, WarnsOfStagesThatNothingNeedsAndDoesNotRunThem) {
  const Graph graph = built(
      "  sentences:\n  tokens:\n  quotes:\n  attribution:\n  claims: {reads: {}}\n"
      "  out: {use: write_jsonl, path: o, layer: tokens}\n");
  EXPECT_EQ(messages(),
            "`quotes` does not run: no writer or collector needs what it writes\n"
            "`attribution` does not run: no writer or collector needs what it writes\n"
            "`claims` does not run: no writer or collector needs what it writes\n");
  EXPECT_FALSE(problems_.has_errors());
  EXPECT_TRUE(stage_of(graph, "tokens").runs);
  EXPECT_FALSE(stage_of(graph, "quotes").runs);
}

TEST_F(GraphTest, RunsEverythingWhereNoOutputIsNeeded) {
  const Graph graph = built("  sentences:\n  quotes:\n", {false, false});
  EXPECT_EQ(messages(), "");
  EXPECT_TRUE(stage_of(graph, "quotes").runs);
  EXPECT_TRUE(graph.plan.readers.empty());
}

TEST_F(GraphTest, NeedsInputAndOutputToRun) {
  EXPECT_FALSE(build("  sentences:\n"));
  EXPECT_EQ(messages(), "the pipeline writes nothing\n");
  EXPECT_TRUE(build("  sentences:\n", {true, false}));
}

TEST_F(GraphTest, KeepsWhereInstancesStand) {
  const Graph graph = built(kNews);
  EXPECT_EQ(stage_of(graph, "claims").line, 5u);
  EXPECT_EQ(stage_of(graph, "claims").column, 3u);
  EXPECT_EQ(graph.plan.readers.at(0).instance, "input");
  EXPECT_EQ(std::get<std::vector<std::string>>(graph.plan.readers[0].options.at("paths")),
            std::vector<std::string>{"a"});
}

TEST_F(GraphTest, RefusesLayersThatDoNotBelongTogether) {
  EXPECT_FALSE(
      build("  sentences:\n  tokens:\n  quotes:\n  second: {use: tokens, writes: {tokens: tokens_2}}\n"
            "  syntax: {reads: {tokens: tokens_2}, where: []}\n  attribution:\n"
            "  out: {use: write_annotations, path: o}\n"));
  EXPECT_EQ(
      messages(),
      "`attribution` reads layers `syntax` and `tokens`, which do not belong together: the first extends "
      "`tokens_2`\n");
}

TEST_F(GraphTest, SaysNothingOfStagesThatAPluginMayHave) {
  const std::string file = testing::TempDir() + "/claimsift_graph_plugin.yaml";
  std::ofstream(file, std::ios::binary)
      << "claimsift: 1\ninput: {use: read_text, paths: a}\nplugins: [./p.so]\n"
         "stages:\n  sentences:\n  hedges:\n  qoutes:\n  out: {use: write_jsonl, path: o, layer: hedges}\n";
  for (const bool loads : {false, true}) {
    problems_ = {};
    Registry registry = test::sample_registry();
    const auto load_plugin = [&](const PluginEntry& plugin, Registry&, Diagnostics& problems) {
      if (!loads) problems.error(plugin.place, "cannot be loaded");
    };
    EXPECT_FALSE(load_graph(file, {}, registry, load_plugin, {}, problems_));
    EXPECT_EQ(messages().find("cannot be loaded") != std::string::npos, !loads);
    EXPECT_EQ(messages().find("hedges") != std::string::npos, loads) << messages();
    EXPECT_NE(messages().find("did you mean `quotes`?"), std::string::npos);
  }
  std::filesystem::remove(file);
}

TEST_F(GraphTest, IsTheSameEveryTime) {
  const std::string first = draw_dot(built(kNews));
  for (int i = 0; i < 5; ++i) EXPECT_EQ(draw_dot(built(kNews)), first);
}

TEST_F(GraphTest, IsDrawnAsText) {
  const Graph graph = built(std::string(kNews) + "  speakers:\n");
  EXPECT_EQ(draw_text(graph),
            "input (read_text)\n"
            "└─ sentences\n"
            "   ├─ quotes  -> attribution\n"
            "   └─ tokens  -> attribution\n"
            "      └─ quantities  -> claims\n"
            "attribution  <- quotes, tokens\n"
            "└─ speakers  [does not run]\n"
            "claims  <- attribution, quantities\n"
            "└─ out (write_jsonl)  [-> claims.jsonl]\n");
}

TEST_F(GraphTest, IsDrawnAsDot) {
  const Graph graph =
      built("  sentences:\n  tokens:\n  out: {use: write_jsonl, path: 'a\"b\\c', layer: sentences}\n");
  EXPECT_EQ(draw_dot(graph),
            "digraph pipeline {\n  rankdir=LR;\n  node [shape=box, fontname=\"sans-serif\"];\n"
            "  edge [fontname=\"sans-serif\", fontsize=10];\n"
            "  \"input\" [label=\"input (read_text)\", shape=cds];\n"
            "  \"sentences\" [label=\"sentences\"];\n"
            "  \"tokens\" [label=\"tokens does not run\", style=dashed];\n"
            "  \"out\" [label=\"out (write_jsonl) -> a\\\"b\\\\c\", shape=note];\n"
            "  \"input\" -> \"sentences\";\n"
            "  \"sentences\" -> \"tokens\" [label=\"sentences\", style=dashed];\n"
            "  \"sentences\" -> \"out\" [label=\"sentences\"];\n"
            "}\n");
}

TEST_F(GraphTest, IsDrawnAsMermaid) {
  const Graph graph =
      built("  sentences:\n  tokens:\n  out: {use: write_jsonl, path: 'a\"b', layer: sentences}\n");
  EXPECT_EQ(draw_mermaid(graph),
            "flowchart LR\n"
            "  input0([\"input (read_text)\"])\n"
            "  s0[\"sentences\"]\n"
            "  s1[\"tokens does not run\"]\n"
            "  s2[/\"out (write_jsonl) -> a#quot;b\"/]\n"
            "  input0 --> s0\n"
            "  s0 -.->|\"sentences\"| s1\n"
            "  s0 -->|\"sentences\"| s2\n");
}

TEST_F(GraphTest, ExplainsEdges) {
  const Graph graph = built(
      "  sentences:\n  tokens:\n  quotes: {after: tokens, when: {has: sentences}}\n"
      "  out: {use: write_jsonl, path: o, layer: [quotes, tokens]}\n");
  EXPECT_EQ(explain_edges(graph, "quotes"),
            "quotes waits for\n"
            "  sentences: it reads layer `sentences`\n"
            "  sentences: it runs when there is layer `sentences`\n"
            "  tokens: it says so with `after`\n"
            "quotes is waited for by\n"
            "  out: it names layer `quotes` in `layer`\n");
  EXPECT_EQ(explain_edges(graph, "sentences").find("sentences waits for no other stage\n"), 0u);
  try {
    explain_edges(graph, "qoutes");
    FAIL() << "an unknown stage was explained";
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.diagnostic().message, "the pipeline has no stage `qoutes`; did you mean `quotes`?");
  }
}

}  // namespace
}  // namespace claimsift
