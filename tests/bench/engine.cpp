// SPDX-License-Identifier: Apache-2.0
// engine - what the engine itself costs: a chain of five stages that do nothing over documents of 5 KB, beside
// the stages of configs/stages.yaml on the same documents, and the heap allocations a document of the chain
// after warm-up. Prints JSON.
#include <array>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <new>

#include "claimsift/stage.hpp"
#include "pipeline/executor.hpp"
#include "pipeline/graph.hpp"
#include "stages/builtin.hpp"
#include "tests/bench/corpus.hpp"

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

/// A reader that gives the texts in memory one after another.
class Memory : public Stage<> {
 public:
  static constexpr Info info{"memory", "Gives texts from memory.", CS_READER};
  static inline const std::vector<std::string>* texts = nullptr;
  explicit Memory(const Setup&) {}
  Status next(Document& doc) {
    if (at_ == texts->size()) return CS_END;
    doc.set_record((*texts)[at_++], "memory", "");
    return CS_OK;
  }
  void parse(Document& doc) const { doc.set_text(doc.record()); }

 private:
  size_t at_ = 0;
};

struct Cost {
  double seconds_per_document;
  double allocations_per_document;
};

Cost measure(const char* file, const Registry& registry, const std::vector<std::string>& texts) {
  Memory::texts = &texts;
  Diagnostics problems;
  Registry copy = registry;
  const auto graph = load_graph(file, {}, copy, {}, {.needs_input = true, .needs_output = false}, problems);
  if (!graph) throw std::runtime_error(render(problems, ReportStyle::plain));
  Executor executor(graph->plan, problems);
  if (problems.has_errors()) throw std::runtime_error(render(problems, ReportStyle::plain));
  const auto doc = executor.make_document();
  constexpr size_t kWarmUp = 50;
  size_t done = 0;
  double start = 0;
  uint64_t before = 0;
  while (executor.next(*doc)) {
    if (done++ == kWarmUp) {
      start = bench::cpu_seconds();
      before = allocations;
    }
    executor.parse(*doc);
    for (const Step& step : executor.steps()) executor.run(step, *doc);
    if (doc->outcome != Outcome::running) throw std::runtime_error(std::string(doc->reason));
  }
  const auto n = static_cast<double>(done - kWarmUp);
  return {(bench::cpu_seconds() - start) / n, static_cast<double>(allocations - before) / n};
}

}  // namespace
}  // namespace claimsift

int main() try {
  using namespace claimsift;
  Registry registry;
  Diagnostics problems;
  for (const cs_stage* stage : builtin_stages()) problems.append(registry.add(*stage, "built in"));
  for (const cs_stage* stage : {&kStage<Memory>, &kStage<First>, &kStage<Idle<"idle1", "idle2">>, &kStage<Idle<"idle2", "idle3">>,
                                &kStage<Idle<"idle3", "idle4">>, &kStage<Idle<"idle4", "idle5">>})
    problems.append(registry.add(*stage, "built in"));
  if (problems.has_errors()) throw std::runtime_error(render(problems, ReportStyle::plain));

  std::vector<std::string> samples = bench::load_corpus(nullptr, 3), texts;
  std::string text;
  for (size_t i = 0; text.size() < 5000; ++i) text += samples[i % samples.size()] + "\n\n";
  texts.assign(20000, text.substr(0, 5000));
  const std::string folder = CLAIMSIFT_SOURCE_DIR "/tests/bench/";
  const Cost idle = measure((folder + "idle.yaml").c_str(), registry, texts);
  texts.resize(2000);
  const Cost stages = measure((folder + "stages.yaml").c_str(), registry, texts);
  std::printf("{\"idle_chain_us\":%.3f,\"stages_us\":%.1f,\"share_percent\":%.3f,\"allocations_per_idle_document\":%.3f,"
              "\"allocations_per_document\":%.1f}\n",
              idle.seconds_per_document * 1e6, stages.seconds_per_document * 1e6,
              100 * idle.seconds_per_document / stages.seconds_per_document, idle.allocations_per_document,
              stages.allocations_per_document);
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "engine: %s\n", error.what());
  return 1;
}
