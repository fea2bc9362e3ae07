// SPDX-License-Identifier: Apache-2.0
#include "cli/command.hpp"
#include "cli/load.hpp"
#include "pipeline/drawing.hpp"

namespace claimsift::cli {
namespace {

constexpr CommandOption kOptions[] = {
    {"format", 'f', "FORMAT", "For the terminal, for Graphviz or for Markdown pages.", "text|dot|mermaid"},
    {"why", 'w', "STAGE", "Explain what a stage waits for, and what waits for it."},
    kSetOption};

int graph(const Arguments& arguments, Console& console) {
  LoadedPipeline pipeline;
  // A pipeline in the making can be drawn before it has an input or an output.
  load_pipeline(arguments.words()[0], arguments.values("set"), {false, false}, pipeline);
  console.report(pipeline.problems);
  if (!pipeline.graph) return kNothingRan;

  const std::string format = arguments.value("format").value_or("text");
  if (const auto stage = arguments.value("why")) {
    console.out() << explain_edges(*pipeline.graph, *stage);
  } else if (format == "dot") {
    console.out() << draw_dot(*pipeline.graph);
  } else if (format == "mermaid") {
    console.out() << draw_mermaid(*pipeline.graph);
  } else {
    console.out() << draw_text(*pipeline.graph);
  }
  return kDone;
}

}  // namespace

extern const Command kGraph;
const Command kGraph{"graph",
                     "Draws what a pipeline will run, or explains why a stage waits for another.",
                     "PIPELINE",
                     1,
                     1,
                     kOptions,
                     "graph news.yaml --why claims",
                     graph};

}  // namespace claimsift::cli
