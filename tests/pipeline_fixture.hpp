// SPDX-License-Identifier: Apache-2.0
// pipeline_fixture.hpp - runs a pipeline file, written by the test, through the real engine in a folder of
// its own. One test at a time uses a fixture.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "pipeline/graph.hpp"
#include "pipeline/plugin_loader.hpp"
#include "pipeline/run.hpp"
#include "stages/builtin.hpp"
#include "tests/temporary_folder.hpp"

namespace claimsift {

/// What a run came to, with everything a test may ask of it.
struct TestRun {
  RunSummary summary;
  Diagnostics problems;
  std::vector<std::string> messages;

  std::string report() const {
    return render(problems, ReportStyle::plain, [](const Place&) { return std::nullopt; });
  }
};

class PipelineTest : public testing::Test {
 protected:
  std::string path(const std::string& name) const { return folder_.path(name); }
  std::string write(const std::string& name, const std::string& content) const {
    return folder_.write(name, content);
  }
  std::string read(const std::string& name) const { return folder_.read(name); }
  bool exists(const std::string& name) const { return folder_.exists(name); }

  /// Runs a pipeline file's text; `@` in it stands for the test's folder.
  TestRun run(std::string yaml, const std::vector<std::string>& sets = {}, RunOptions options = {}) const {
    for (size_t at; (at = yaml.find('@')) != std::string::npos;)
      yaml.replace(at, 1, folder_.folder().string());
    const std::string file = write("pipeline.yaml", yaml);
    TestRun result;
    Registry registry;
    for (const cs_stage* stage : builtin_stages()) result.problems.append(registry.add(*stage, "built in"));
    for (const cs_stage* stage : further_stages_) result.problems.append(registry.add(*stage, "the test"));
    PluginLoader loader(companions_);
    auto graph = load_graph(
        file, sets, registry,
        [&](const PluginEntry& e, Registry& r, Diagnostics& d) { loader.load(e, r, d); }, {},
        result.problems);
    if (!graph || result.problems.has_errors()) {
      result.summary.end = RunEnd::nothing;
      return result;
    }
    graph->plan.formats = &loader;
    options.message = [&](const std::string& m) { result.messages.push_back(m); };
    result.summary = claimsift::run(graph->plan, options, result.problems);
    return result;
  }

  std::vector<const cs_stage*> further_stages_;  // beside the built-in ones
  std::vector<Companion> companions_;            // plugins that might not be installed

 private:
  TemporaryFolder folder_;
};

/// Options of a run that may replace what an earlier one in the same test wrote.
inline RunOptions overwrite() {
  RunOptions options;
  options.overwrite = true;
  return options;
}

/// How often `part` stands in `whole`.
inline size_t count_of(const std::string& whole, const std::string& part) {
  size_t count = 0;
  for (size_t at = whole.find(part); at != std::string::npos; at = whole.find(part, at + part.size()))
    ++count;
  return count;
}

}  // namespace claimsift
