// SPDX-License-Identifier: Apache-2.0
// The subcommand `inspect`: what the stages find in one document, layer by layer, in the terminal.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "claimsift/layers.hpp"
#include "cli/command.hpp"
#include "cli/layer_lines.hpp"
#include "cli/layer_text.hpp"
#include "cli/load.hpp"
#include "pipeline/executor.hpp"
#include "pipeline/suggest.hpp"

namespace claimsift::cli {
namespace {

constexpr CommandOption kOptions[] = {
    kSetOption,
    {"config", 'c', "PIPELINE", "The pipeline whose stages run; its input and outputs are left aside."},
    {"layer", 'l', "NAME", "Show this layer only; can be given again.", nullptr, true},
    {"document", '\0', "N", "Of a file with many documents, the Nth (from 1)."},
    {"explain", 'e', nullptr, "Show the claims, and what moved the scores of each most."},
    {"format", 'f', "FORMAT", "For the terminal, or one JSON object a row.", "text|json"},
};

/// How many features `--explain` shows of each score.
constexpr int64_t kReasons = 8;

/// What is asked for: layers as they are, and layers of reasons with what they are about.
struct Shown {
  std::vector<uint32_t> layers, reasons;
};

template <class Printer> void print(Printer printer, const Shown& shown) {
  for (const uint32_t layer : shown.layers) printer.layer(layer);
  for (const uint32_t layer : shown.reasons) printer.reasons(layer);
}

/// The layers to show: those named, or all.
std::vector<uint32_t> chosen_layers(const Plan& plan, const std::vector<std::string>& named) {
  std::vector<uint32_t> chosen;
  std::vector<std::string> names;
  for (uint32_t i = 0; i < plan.layers.size(); ++i) {
    names.push_back(plan.layers[i].name);
    if (named.empty()) chosen.push_back(i);
  }
  for (const std::string& name : named) {
    const auto it = std::find(names.begin(), names.end(), name);
    if (it == names.end())
      throw Failure({}, fmt::format("the pipeline has no layer `{}`{}", name, did_you_mean(name, names)),
                    "its layers are " + one_of(names, "and"));
    chosen.push_back(static_cast<uint32_t>(it - names.begin()));
  }
  return chosen;
}

/// Asks the stages that can explain what they write to do so; the layers that then hold the reasons.
std::vector<uint32_t> explained_layers(Plan& plan) {
  std::vector<uint32_t> layers;
  for (PlannedStage& stage : plan.stages) {
    const auto option = stage.options.find("explain");
    if (!stage.runs || option == stage.options.end()) continue;
    option->second = kReasons;
    for (const uint32_t layer : stage.writes)
      if (std::string_view(plan.layers[layer].schema->name) == layers::ClaimReasons::name)
        layers.push_back(layer);
  }
  if (layers.empty()) throw Failure({}, "no stage of the pipeline can explain its scores", "`claims` can");
  return layers;
}

/// The pipeline that is taken when none is named.
std::string default_config() {
  if (std::ifstream("configs/annotate.yaml").good()) return "configs/annotate.yaml";
  throw Failure({}, "`inspect` needs a pipeline", "name one with --config");
}

/// Moves to the Nth document of the source.
void find_document(Executor& executor, Document& doc, const std::string& file, const std::string& wanted) {
  uint64_t number = 0;
  for (const char c : wanted)
    number =
        c >= '0' && c <= '9' && number < 1'000'000'000 ? number * 10 + static_cast<uint64_t>(c - '0') : 0;
  if (number == 0)
    throw Failure({}, fmt::format("`--document` must be a number from 1 up, not `{}`", wanted));
  for (uint64_t i = 0; i < number; ++i)
    if (!executor.next(doc))
      throw Failure({file},
                    fmt::format("the source has {} document{}, not {}", i, i == 1 ? "" : "s", number));
}

int inspect(const Arguments& arguments, Console& console) {
  const std::string& file = arguments.words()[0];
  std::vector<std::string> sets = arguments.values("set");
  sets.push_back("input.paths=" + file);
  LoadedPipeline pipeline;
  const auto config = arguments.value("config");
  load_pipeline(config ? *config : default_config(), sets, {.needs_input = true, .needs_output = false},
                pipeline);
  if (!pipeline.graph) {
    console.report(pipeline.problems);
    return kNothingRan;
  }
  Plan& plan = pipeline.graph->plan;
  for (PlannedStage& stage : plan.stages) stage.runs = stage.stage->kind != CS_WRITER;
  Shown shown;
  if (arguments.has("explain")) shown.reasons = explained_layers(plan);
  // The claims stand with their reasons, so that nothing else is shown but what is named.
  if (shown.reasons.empty() || arguments.has("layer"))
    shown.layers = chosen_layers(plan, arguments.values("layer"));
  Diagnostics problems;
  Executor executor(plan, problems);
  console.report(problems);
  if (problems.has_errors()) return kNothingRan;
  const auto doc = executor.make_document();
  find_document(executor, *doc, file, arguments.value("document").value_or("1"));
  executor.parse(*doc);
  for (const Step& step : executor.steps()) executor.run(step, *doc);
  if (doc->outcome != Outcome::running)
    throw Failure({std::string(doc->place)}, fmt::format("`{}`: {}", doc->stage, doc->reason));
  if (arguments.value("format") == "json") {
    print(LayerLines(plan, *doc, console.out()), shown);
  } else {
    const char* no_colour = std::getenv("NO_COLOR");
    print(LayerText(plan, *doc, console.out(), ::isatty(STDOUT_FILENO) != 0 && (!no_colour || !*no_colour)),
          shown);
  }
  return kDone;
}

}  // namespace

extern const Command kInspect;
const Command kInspect{"inspect", "Shows what the stages find in one document.", "FILE", 1, 1,
                       kOptions,  "inspect article.txt --layer quantities",      inspect};

}  // namespace claimsift::cli
