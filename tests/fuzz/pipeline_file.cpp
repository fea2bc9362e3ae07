// SPDX-License-Identifier: Apache-2.0
// Reads any bytes as a pipeline file and plans it: problems are reported, never thrown.
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <string>

#include "pipeline/graph.hpp"
#include "stages/builtin.hpp"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace claimsift;
  static const std::string path = "/tmp/claimsift_fuzz_" + std::to_string(::getpid()) + ".yaml";
  std::ofstream(path, std::ios::binary)
      .write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
  Diagnostics problems;
  Registry registry;
  for (const cs_stage* stage : builtin_stages()) problems.append(registry.add(*stage, "built in"));
  const auto graph = load_graph(
      path, {}, registry, [](const PluginEntry&, Registry&, Diagnostics&) {}, {}, problems);
  if (!graph && !problems.has_errors()) __builtin_trap();  // a refusal without a reason
  (void)render(problems, ReportStyle::plain);
  return 0;
}
