// SPDX-License-Identifier: Apache-2.0
#include "pipeline/executor.hpp"

#include <fmt/format.h>

#include <utility>

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
    if (collector) collectors_.push_back(&bound);
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
      for (const LogLine& line : doc.log)
        if (line.level != CS_DEBUG) farewells_.push_back(fmt::format("`{}`: {}", line.stage, line.message));
      ++reader_;
      reader_records_ = 0;
      continue;
    }
    doc.number = read_++;
    doc.reader = static_cast<uint32_t>(reader_);
    doc.reader_records = ++reader_records_;
    doc.counters[doc.reader].nanoseconds += nanoseconds(Clock::now() - start);
    failed_in_a_row_ = status == CS_ERROR ? failed_in_a_row_ + 1 : 0;
    if (failed_in_a_row_ >= kHopeless) doc.fatal = true;
    return true;
  }
  return false;
}

std::vector<std::string> Executor::farewells() { return std::exchange(farewells_, {}); }

void Executor::go_on(uint64_t documents, const InputPosition& at) {
  read_ = documents;
  reader_ = at.reader;
  reader_records_ = at.records;
  if (at.records == 0 || at.reader >= readers_.size()) return;
  const BoundStage& reader = *readers_[at.reader];
  const auto doc = make_document();
  if (reader.stage().seek && !at.position.empty()) {
    if (reader.seek(*doc, at.position) != CS_OK)
      throw Failure({std::string(doc->place)}, std::string(doc->reason));
    return;
  }
  for (uint64_t i = 0; i < at.records; ++i) {  // a reader that cannot seek reads again
    doc->reset();
    if (reader.next(*doc) == CS_END)
      throw Failure({},
                    fmt::format("`{}` has fewer records than an earlier run read", reader.planned().instance),
                    "begin anew with --restart");
  }
}

std::string Executor::save(const BoundStage& collector) const {
  if (!collector.stage().save) return {};
  std::string state;
  const auto doc = make_document();
  if (collector.save(*doc, state) != CS_OK)
    throw Failure(
        {}, fmt::format("`{}` cannot save what it knows: {}", collector.planned().instance, doc->reason));
  return state;
}

std::vector<std::string> Executor::save() const {
  std::vector<std::string> states;
  for (const BoundStage* collector : collectors_) states.push_back(save(*collector));
  return states;
}

void Executor::restore(const std::vector<std::string>& states) const {
  for (size_t i = 0; i < collectors_.size(); ++i) {
    const auto doc = make_document();
    if (collectors_[i]->restore(*doc, states[i]) != CS_OK)
      throw Failure({}, fmt::format("`{}` cannot take back what it knew: {}",
                                    collectors_[i]->planned().instance, doc->reason));
  }
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
