// SPDX-License-Identifier: Apache-2.0
#include "pipeline/run.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <charconv>

#include "cli/command.hpp"
#include "cli/load.hpp"
#include "cli/progress.hpp"

namespace claimsift::cli {
namespace {

constexpr CommandOption kOptions[] = {
    kSetOption,
    {"overwrite", '\0', nullptr, "Replace outputs that exist."},
    {"quiet", 'q', nullptr, "Print nothing but errors."},
    {"limit", '\0', "N", "Stop after N documents."},
};

uint64_t document_limit(const std::string& text) {
  uint64_t limit = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), limit);
  if (error != std::errc() || end != text.data() + text.size() || limit == 0)
    throw Failure({}, fmt::format("`--limit` must be a number of documents from 1 up, not `{}`", text));
  return limit;
}

int exit_status(const RunSummary& summary, const Diagnostics& problems) {
  switch (summary.end) {
    case RunEnd::nothing: return kNothingRan;
    case RunEnd::stopped: return kStopped;
    case RunEnd::closed: return kDone;  // whoever read the output has had enough
    case RunEnd::done: break;
  }
  if (problems.has_errors()) return kStopped;
  return summary.quarantined ? kSomeFailed : kDone;
}

int run_pipeline(const Arguments& arguments, Console& console) {
  RunOptions options;
  options.overwrite = arguments.has("overwrite");
  if (const auto limit = arguments.value("limit")) options.limit = document_limit(*limit);
  const bool quiet = arguments.has("quiet");

  LoadedPipeline pipeline;
  load_pipeline(arguments.words()[0], arguments.values("set"), {}, pipeline);
  if (!quiet || pipeline.problems.has_errors()) console.report(pipeline.problems);
  if (!pipeline.graph) return kNothingRan;

  ProgressLine line(console.err(), ::isatty(STDERR_FILENO) != 0);
  if (!quiet) {
    options.progress = [&](const Progress& progress) { line.show(progress); };
    options.message = [&](const std::string& message) { line.message(message); };
  }
  Diagnostics problems;
  const RunSummary summary = run(pipeline.graph->plan, options, problems);
  line.clear();
  console.report(problems);
  if (!quiet && (summary.end == RunEnd::done || summary.end == RunEnd::stopped))
    console.err() << summary_text(summary);
  return exit_status(summary, problems);
}

}  // namespace

extern const Command kRun;
const Command kRun{"run",    "Runs a pipeline over its input.",   "PIPELINE",  1, 1,
                   kOptions, "run news.yaml --set run.threads=2", run_pipeline};

}  // namespace claimsift::cli
