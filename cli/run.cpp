// SPDX-License-Identifier: Apache-2.0
#include "pipeline/run.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <charconv>
#include <csignal>
#include <fstream>

#include "cli/command.hpp"
#include "cli/interrupts.hpp"
#include "cli/load.hpp"
#include "cli/only_failed.hpp"
#include "cli/progress.hpp"
#include "cli/report.hpp"
#include "pipeline/files.hpp"

namespace claimsift::cli {
namespace {

constexpr CommandOption kOptions[] = {
    kSetOption,
    {"overwrite", '\0', nullptr, "Replace outputs that exist."},
    {"resume", '\0', nullptr, "Go on where an earlier run stopped, by its checkpoint."},
    {"restart", '\0', nullptr, "Begin anew, whatever an earlier run left."},
    {"only-failed", '\0', "FILE",
     "Run only the documents that this quarantine file of an earlier run names."},
    {"report", '\0', "FILE", "Write what each stage did to a file, as JSON."},
    {"quiet", 'q', nullptr, "Print nothing but errors."},
    {"limit", '\0', "N", "Stop after N documents in all."},
};

uint64_t document_limit(const std::string& text) {
  uint64_t limit = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), limit);
  if (error != std::errc() || end != text.data() + text.size() || limit == 0)
    throw Failure({}, fmt::format("`--limit` must be a number of documents from 1 up, not `{}`", text));
  return limit;
}

int exit_status(const RunSummary& summary, const Diagnostics& problems, int signal) {
  switch (summary.end) {
    case RunEnd::nothing: return kNothingRan;
    case RunEnd::stopped: return kStopped;
    case RunEnd::interrupted: return 128 + signal;
    case RunEnd::closed: return 128 + SIGPIPE;  // quietly, but no one must take it for a whole output
    case RunEnd::done: break;
  }
  if (problems.has_errors()) return kStopped;
  return summary.quarantined ? kSomeFailed : kDone;
}

/// A word as the shell takes it.
std::string quoted(const std::string& word) {
  constexpr std::string_view kPlain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./=:,+@%";
  if (!word.empty() && word.find_first_not_of(kPlain) == std::string::npos) return word;
  std::string text = "'";
  for (const char c : word) text += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return text + '\'';
}

/// How a run that stopped midway can go on.
std::string way_on(const Arguments& arguments, const RunSummary& summary) {
  if (summary.checkpoint.empty())
    return "the outputs are left as .part files; a run with `run: {checkpoint: FILE}` can be resumed\n";
  std::string command = "claimsift run " + quoted(arguments.words()[0]);
  for (const std::string& set : arguments.values("set")) command += " --set " + quoted(set);
  return fmt::format("go on with: {} --resume\n", command);
}

Start start_of(const Arguments& arguments) {
  const bool resume = arguments.has("resume"), restart = arguments.has("restart");
  if (resume && restart) throw Failure({}, "`--resume` and `--restart` exclude each other");
  return resume ? Start::resume : restart ? Start::restart : Start::fresh;
}

int run_pipeline(const Arguments& arguments, Console& console) {
  RunOptions options;
  options.start = start_of(arguments);
  options.overwrite = arguments.has("overwrite");
  if (const auto limit = arguments.value("limit")) options.limit = document_limit(*limit);
  const bool quiet = arguments.has("quiet");

  LoadedPipeline pipeline;
  load_pipeline(arguments.words()[0], arguments.values("set"), {}, pipeline);
  if (pipeline.graph) check_apart(pipeline.graph->plan, pipeline.problems);
  if (!quiet || pipeline.problems.has_errors()) console.report(pipeline.problems);
  if (!pipeline.graph || pipeline.problems.has_errors()) return kNothingRan;
  if (const auto failed = arguments.value("only-failed")) {
    if (arguments.has("resume")) throw Failure({}, "`--resume` and `--only-failed` exclude each other");
    options.only = failed_places(*failed);
    pipeline.graph->plan.run.checkpoint.clear();  // it would tell of another run
  }

  ProgressLine line(console.err(), ::isatty(STDERR_FILENO) != 0);
  if (!quiet) {
    options.progress = [&](const Progress& progress) { line.show(progress); };
    options.message = [&](const std::string& message) { line.message(message); };
  }
  for (const LoadedPlugin& plugin : pipeline.plugins.plugins())
    options.plugins.push_back({plugin.path, plugin.plugin->version ? plugin.plugin->version : ""});
  const Interrupts interrupts;
  options.stop_signal = &interrupts.signal();
  Diagnostics problems;
  const RunSummary summary = run(pipeline.graph->plan, options, problems);
  line.clear();
  console.report(problems);
  const bool midway = summary.end == RunEnd::stopped || summary.end == RunEnd::interrupted;
  if (!quiet && (summary.end == RunEnd::done || midway)) console.err() << summary_text(summary);
  if (!quiet && midway) console.err() << way_on(arguments, summary);
  if (const auto report = arguments.value("report"); report && summary.end != RunEnd::nothing) {
    std::ofstream file(*report, std::ios::binary);
    if (!(file << report_json(summary) << std::flush)) {
      console.report(Diagnostic{Severity::error, {*report}, "the report cannot be written", {}});
      return kStopped;
    }
  }
  return exit_status(summary, problems, interrupts.signal());
}

}  // namespace

extern const Command kRun;
const Command kRun{"run",    "Runs a pipeline over its input.",   "PIPELINE",  1, 1,
                   kOptions, "run news.yaml --set run.threads=2", run_pipeline};

}  // namespace claimsift::cli
