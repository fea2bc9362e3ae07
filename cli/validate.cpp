// SPDX-License-Identifier: Apache-2.0
#include <fmt/core.h>

#include "cli/command.hpp"
#include "cli/load.hpp"
#include "pipeline/files.hpp"

namespace claimsift::cli {
namespace {

constexpr CommandOption kOptions[] = {kSetOption};

std::string counted(size_t count, const char* noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

int validate(const Arguments& arguments, Console& console) {
  const std::string& file = arguments.words()[0];
  LoadedPipeline pipeline;
  load_pipeline(file, arguments.values("set"), {}, pipeline);
  if (pipeline.graph) {
    check_files(pipeline.graph->plan, pipeline.problems);
    check_apart(pipeline.graph->plan, pipeline.problems);
  }
  console.report(pipeline.problems);
  if (!pipeline.graph || pipeline.problems.has_errors()) return kNothingRan;

  size_t writers = 0, stages = 0;
  for (const PlannedStage& stage : pipeline.graph->plan.stages) {
    stages += stage.runs;
    writers += stage.stage->kind == CS_WRITER;
  }
  console.out() << fmt::format("{}: {} to run, {} of them writing\n", file, counted(stages, "stage"),
                               writers);
  return kDone;
}

}  // namespace

extern const Command kValidate;
const Command kValidate{"validate",
                        "Checks a pipeline file and all that it names, without running it.",
                        "PIPELINE",
                        1,
                        1,
                        kOptions,
                        "validate news.yaml",
                        validate};

}  // namespace claimsift::cli
