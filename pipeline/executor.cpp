// SPDX-License-Identifier: Apache-2.0
#include "pipeline/executor.hpp"

#include <fmt/format.h>

namespace claimsift {

namespace {

using Clock = std::chrono::steady_clock;

uint64_t nanoseconds(Clock::duration d) {
  return static_cast<uint64_t>(std::chrono::duration_cast<std::chrono::nanoseconds>(d).count());
}

}  // namespace

Executor::Executor(const Plan& plan, Diagnostics& problems) : plan_(plan), schemas_(table_schemas(plan)) {
  uint32_t number = 0;
  for (const PlannedStage& reader : plan.readers)
    readers_.push_back(std::make_unique<BoundStage>(plan, schemas_, reader, number++, problems));
  for (const PlannedStage& stage : plan.stages) {
    if (!stage.runs) continue;
    stages_.push_back(std::make_unique<BoundStage>(plan, schemas_, stage, number++, problems));
    BoundStage& bound = *stages_.back();
    if (bound.stage().kind == CS_WRITER) {
      bound.writer = static_cast<uint32_t>(writers_.size());
      writers_.push_back(&bound);
    }
    const bool collector = bound.stage().kind == CS_COLLECTOR;
    if (collector || steps_.empty() || !steps_.back().parallel) steps_.push_back({!collector, {}});
    steps_.back().stages.push_back(&bound);
  }
}

std::unique_ptr<Document> Executor::make_document() const {
  return std::make_unique<Document>(schemas_, readers_.size() + stages_.size(), writers_.size());
}

bool Executor::next(Document& doc) {
  constexpr uint32_t kHopeless = 1000;  // a source that only fails would never end
  while (reader_ < readers_.size()) {
    doc.reset();
    const auto start = Clock::now();
    const cs_status status = readers_[reader_]->next(doc);
    if (status == CS_END) {
      ++reader_;
      continue;
    }
    doc.number = read_++;
    doc.reader = static_cast<uint32_t>(reader_);
    doc.counters[doc.reader].nanoseconds += nanoseconds(Clock::now() - start);
    failed_in_a_row_ = status == CS_ERROR ? failed_in_a_row_ + 1 : 0;
    if (failed_in_a_row_ >= kHopeless) doc.fatal = true;
    return true;
  }
  return false;
}

void Executor::parse(Document& doc) const {
  const auto start = Clock::now();
  const double seconds = plan_.run.limits.seconds_per_document;
  doc.deadline = start + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
  const BoundStage& reader = *readers_[doc.reader];
  if (doc.outcome == Outcome::running) {
    const cs_status status = reader.parse(doc);
    if (status == CS_OK && !doc.has_text)
      doc.fail(reader.planned().instance, "the reader made no text of the record", reader.on_error());
  }
  if (doc.id.empty()) doc.id = doc.place;
  StageCounters& counters = doc.counters[doc.reader];
  counters.count(nanoseconds(Clock::now() - start));
  if (doc.outcome == Outcome::failed) ++counters.failed;
  if (doc.outcome == Outcome::skipped) ++counters.skipped;
}

void Executor::run(const Step& step, Document& doc) const {
  auto start = Clock::now();
  for (const BoundStage* stage : step.stages) {
    if (doc.outcome != Outcome::running) return;
    if (!stage->applies(doc)) {
      ++doc.counters[stage->number()].skipped;
      continue;
    }
    stage->process(doc);
    const auto end = Clock::now();
    doc.counters[stage->number()].count(nanoseconds(end - start));
    start = end;
    if (end > doc.deadline)
      doc.fail(stage->planned().instance,
               fmt::format("the document took more than `run.limits.seconds_per_document` ({})",
                           plan_.run.limits.seconds_per_document),
               stage->on_error());
  }
}

std::vector<StageReport> Executor::report(const std::vector<std::unique_ptr<Document>>& slots) const {
  std::vector<StageReport> all;
  for (const auto* list : {&readers_, &stages_})
    for (const auto& stage : *list) {
      all.push_back({stage->planned().instance, {}});
      for (const auto& slot : slots) all.back().counters.add(slot->counters[stage->number()]);
    }
  return all;
}

}  // namespace claimsift
