// SPDX-License-Identifier: Apache-2.0
// throughput PIPELINE.yaml CORPUS.jsonl [THREADS [KEY=VALUE ...]] - runs a pipeline over a JSON Lines corpus,
// from reading to writing, and prints as JSON: MB/s of text by processor and by wall time, the ratio to the
// floor, peak memory, and each stage's share. The pipeline's `input` is replaced; its outputs go where it
// says.
#include <array>
#include <cstdio>
#include <string>
#include <vector>

#include "pipeline/graph.hpp"
#include "pipeline/plugin_loader.hpp"
#include "pipeline/run.hpp"
#include "stages/builtin.hpp"
#include "tests/bench/corpus.hpp"

using namespace claimsift;

namespace {

void print(const RunSummary& summary, double cpu, double floor) {
  const double megabytes = static_cast<double>(summary.progress.text_bytes) / 1e6;
  std::printf(
      "{\"documents\":%llu,\"megabytes\":%.2f,\"cpu_s\":%.3f,\"wall_s\":%.3f,\"mb_per_cpu_s\":%.2f,"
      "\"mb_per_wall_s\":%.2f,\"floor_mb_per_s\":%.1f,\"floor_ratio\":%.1f,\"peak_mb\":%.1f,\"stages\":{",
      static_cast<unsigned long long>(summary.progress.documents), megabytes, cpu, summary.progress.seconds,
      megabytes / cpu, megabytes / summary.progress.seconds, floor, floor * cpu / megabytes,
      bench::peak_megabytes());
  const char* comma = "";
  for (const StageReport& stage : summary.stages) {
    const double seconds = static_cast<double>(stage.counters.nanoseconds) / 1e9;
    const double speed = seconds > 0 ? megabytes / seconds : 0;  // JSON has no infinity
    std::printf("%s\"%s\":{\"s\":%.3f,\"mb_per_s\":%.1f,\"p99_us\":%.0f}", comma, stage.instance.c_str(),
                seconds, speed, stage.counters.percentile(0.99) / 1e3);
    comma = ",";
  }
  std::printf("}}\n");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "usage: throughput PIPELINE.yaml CORPUS.jsonl [THREADS [KEY=VALUE ...]]\n");
    return 2;
  }
  std::vector<std::string> sets{std::string("input.paths=") + argv[2],
                                std::string("run.threads=") + (argc > 3 ? argv[3] : "1")};
  for (int i = 4; i < argc; ++i) sets.emplace_back(argv[i]);
  Diagnostics problems;
  Registry registry;
  for (const cs_stage* stage : builtin_stages()) problems.append(registry.add(*stage, "built in"));
  PluginLoader loader;
  const auto load = [&](const PluginEntry& e, Registry& r, Diagnostics& d) {
    loader.load(e.path, e.sha256, e.place, r, d);
  };
  const auto graph = load_graph(argv[1], sets, registry, load, {}, problems);
  if (graph && !problems.has_errors()) {
    RunOptions options;
    options.overwrite = true;
    const double start = bench::cpu_seconds();
    const RunSummary summary = run(graph->plan, options, problems);
    const double cpu = bench::cpu_seconds() - start;
    if (!problems.has_errors()) print(summary, cpu, bench::floor_speed(bench::load_corpus(argv[2], 1000)));
  }
  std::fputs(render(problems, ReportStyle::plain).c_str(), stderr);
  return problems.has_errors() ? 1 : 0;
}
