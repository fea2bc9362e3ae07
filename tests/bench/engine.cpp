// SPDX-License-Identifier: Apache-2.0
// engine - what the engine itself costs: a chain of five stages that do nothing over documents of 5 KB,
// beside the stages of configs/stages.yaml on the same documents; the heap allocations a document of the
// chain after warm-up; and what a byte costs those stages in a document of 10 MB against documents of 10 KB.
// Prints JSON.
#include <array>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <new>

#include "claimsift/stage.hpp"
#include "pipeline/executor.hpp"
#include "tests/bench/corpus.hpp"
#include "tests/bench/memory.hpp"

namespace {
std::atomic<uint64_t> allocations{0};
}

// All forms of new end here.
[[gnu::noinline]] void* operator new(size_t size) {
  allocations.fetch_add(1, std::memory_order_relaxed);
  if (void* p = std::malloc(size)) return p;
  throw std::bad_alloc();
}
[[gnu::noinline]] void operator delete(void* p) noexcept { std::free(p); }
[[gnu::noinline]] void operator delete(void* p, size_t) noexcept { std::free(p); }

namespace claimsift {
namespace {

template <Name N> using Nothing = Layer<N>;

/// A stage that reads one layer, does nothing and writes another.
template <Name From, Name To> class Idle : public Stage<Reads<Nothing<From>>, Writes<Nothing<To>>> {
 public:
  static constexpr Info info{kName<To>.data, "Does nothing."};
  explicit Idle(const Setup&) {}
  void process(typename Stage<Reads<Nothing<From>>, Writes<Nothing<To>>>::Document&) const {}
};
class First : public Stage<Reads<>, Writes<Nothing<"idle1">>> {
 public:
  static constexpr Info info{"idle1", "Does nothing."};
  explicit First(const Setup&) {}
  void process(Document&) const {}
};

struct Cost {
  double seconds_per_document;
  double allocations_per_document;
};

Cost measure(const std::string& file, const Registry& registry, const std::vector<std::string>& texts,
             size_t warm_up) {
  bench::Memory::texts = &texts;
  Registry copy = registry;
  const Graph graph = bench::graph_of(file, copy);
  Diagnostics problems;
  Executor executor(graph.plan, problems);
  bench::expect_none(problems);
  const auto doc = executor.make_document();
  size_t done = 0;
  double start = 0;
  uint64_t before = 0;
  while (executor.next(*doc)) {
    if (done++ == warm_up) {
      start = bench::cpu_seconds();
      before = allocations;
    }
    executor.parse(*doc);
    for (const Step& step : executor.steps()) executor.run(step, *doc);
    if (doc->outcome != Outcome::running) throw std::runtime_error(std::string(doc->reason));
  }
  const auto n = static_cast<double>(done - warm_up);
  return {(bench::cpu_seconds() - start) / n, static_cast<double>(allocations - before) / n};
}

}  // namespace
}  // namespace claimsift

int main() try {
  using namespace claimsift;
  Registry registry = bench::registry_with_memory();
  Diagnostics problems;
  for (const cs_stage* stage :
       {&kStage<First>, &kStage<Idle<"idle1", "idle2">>, &kStage<Idle<"idle2", "idle3">>,
        &kStage<Idle<"idle3", "idle4">>, &kStage<Idle<"idle4", "idle5">>})
    problems.append(registry.add(*stage, "built in"));
  bench::expect_none(problems);

  const std::vector<std::string> samples = bench::load_corpus(nullptr, 3);
  const auto document = [&](size_t bytes) {
    std::string text;
    for (size_t i = 0; text.size() < bytes; ++i) text += samples[i % samples.size()] + "\n\n";
    return text;
  };
  const std::string folder = CLAIMSIFT_SOURCE_DIR "/tests/bench/";
  const std::string stages = folder + "stages.yaml", idle = folder + "idle.yaml";
  const std::string brief = document(5000), middle = document(10000), huge = document(10000000);
  const Cost chain = measure(idle, registry, std::vector(20000, brief), 50);
  const Cost all = measure(stages, registry, std::vector(500, brief), 50);
  const Cost of_middle = measure(stages, registry, std::vector(500, middle), 50);
  const Cost of_huge = measure(stages, registry, {huge}, 0);
  const auto ns_per_byte = [](const Cost& cost, const std::string& text) {
    return cost.seconds_per_document * 1e9 / static_cast<double>(text.size());
  };
  std::printf(
      "{\"idle_chain_us\":%.3f,\"stages_us\":%.1f,\"share_percent\":%.3f,\"allocations_per_idle_document\":%."
      "3f,"
      "\"allocations_per_document\":%.1f,\"ns_per_byte_10kb\":%.1f,\"ns_per_byte_10mb\":%.1f}\n",
      chain.seconds_per_document * 1e6, all.seconds_per_document * 1e6,
      100 * chain.seconds_per_document / all.seconds_per_document, chain.allocations_per_document,
      all.allocations_per_document, ns_per_byte(of_middle, middle), ns_per_byte(of_huge, huge));
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "engine: %s\n", error.what());
  return 1;
}
