// SPDX-License-Identifier: Apache-2.0
// stages CORPUS.jsonl [PEERS.jsonl] - how fast the language stages are: for chains of stages, each one longer
// than one before, MB/s of processor time on one core, the ratio to the floor, and what the last stage alone
// costs. PEERS.jsonl holds what other programs did with the same texts, a line each: {"peer", "cpu_mb_s"};
// those that do the work of a chain ("wink-tags" that of `tags`) are quoted beside it. Prints a table in
// Markdown.
#include <time.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

#include "pipeline/executor.hpp"
#include "tests/bench/corpus.hpp"
#include "tests/bench/memory.hpp"

namespace claimsift {
namespace {

constexpr int kRounds = 5;  // the fastest counts, since what disturbs a run only makes it slower
constexpr size_t kDocuments = 1000;

struct Chain {
  const char* file;    // tests/bench/FILE.yaml
  const char* before;  // the chain that it adds to
  const char* what;
  std::vector<const char*> peers;  // that do the same work
};
const std::vector<Chain> kChains = {
    {"tokens", nullptr, "sentences + tokens", {"wink-sentences", "compromise-tokens"}},
    {"language", "tokens", "+ language", {}},
    {"tags", "tokens", "+ tags", {"wink-tags", "compromise-tags"}},
    {"entities", "tags", "+ tags + entities", {"wink-entities"}},
    {"people", "entities", "+ tags + entities + people", {}},
    {"syntax_lazy", "entities", "+ tags + entities + syntax where quotes or quantities are", {}},
    {"syntax", "entities", "+ tags + entities + syntax of every sentence", {}},
};

/// Seconds of the processor for the stages alone, without reading.
double seconds(Executor& executor) {
  const auto doc = executor.make_document();
  const auto now = [] {
    timespec t{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) / 1e9;
  };
  double total = 0;
  while (executor.next(*doc)) {
    executor.parse(*doc);
    const double start = now();
    for (const Step& step : executor.steps()) executor.run(step, *doc);
    total += now() - start;
    if (doc->outcome != Outcome::running) throw std::runtime_error(std::string(doc->reason));
  }
  return total;
}

double best_seconds(const std::string& file) {
  double best = 1e9;
  for (int round = 0; round < kRounds; ++round) {
    Registry registry = bench::registry_with_memory();
    const Graph graph = bench::graph_of(file, registry);
    Diagnostics problems;
    Executor executor(graph.plan, problems);
    bench::expect_none(problems);
    best = std::min(best, seconds(executor));
  }
  return best;
}

std::map<std::string, double> read_peers(const char* path) {
  std::map<std::string, double> peers;
  if (!path) return peers;
  simdjson::dom::parser parser;
  for (const simdjson::dom::element peer : parser.load_many(path))
    peers[std::string(std::string_view(peer["peer"]))] = double(peer["cpu_mb_s"]);
  return peers;
}

void print(const Chain& chain, double megabytes, double floor, const std::map<std::string, double>& spent,
           const std::map<std::string, double>& peers) {
  const double all = spent.at(chain.file);
  const double alone = chain.before ? all - spent.at(chain.before) : all;
  std::string beside;
  for (const char* name : chain.peers)
    if (const auto peer = peers.find(name); peer != peers.end()) {
      char text[96];
      std::snprintf(text, sizeof text, "%s%s %.2f (%.1fx)", beside.empty() ? "" : "; ", name, peer->second,
                    megabytes / all / peer->second);
      beside += text;
    }
  std::printf("| %s | %.1f | F/%.1f | %.0f | %s |\n", chain.what, megabytes / all, floor * all / megabytes,
              alone > 0 ? megabytes / alone : 0, beside.c_str());
}

}  // namespace
}  // namespace claimsift

int main(int argc, char** argv) try {
  using namespace claimsift;
  if (argc < 2) {
    std::fprintf(stderr, "usage: stages CORPUS.jsonl [PEERS.jsonl]\n");
    return 2;
  }
  const std::vector<std::string> texts = bench::load_corpus(argv[1], kDocuments);
  const auto peers = read_peers(argc > 2 ? argv[2] : nullptr);
  bench::Memory::texts = &texts;
  std::map<std::string, double> spent;
  for (const Chain& chain : kChains)
    spent[chain.file] =
        best_seconds(std::string(CLAIMSIFT_SOURCE_DIR "/tests/bench/") + chain.file + ".yaml");
  const double floor = bench::floor_speed(texts);
  std::printf(
      "F = %.0f MB/s; %zu documents, %.2f MB\n\n| stages | MB/s | of the floor | the last alone, MB/s | "
      "peers |\n"
      "|---|---|---|---|---|\n",
      floor, texts.size(), bench::total_megabytes(texts));
  for (const Chain& chain : kChains) print(chain, bench::total_megabytes(texts), floor, spent, peers);
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "stages: %s\n", error.what());
  return 1;
}
