// SPDX-License-Identifier: Apache-2.0
// executor.hpp - a plan brought to life: all its instances, and the steps that carry one document through
// them. It decides nothing about threads: steps of different documents may run in parallel where
// parallel() says so. `run` schedules it, `inspect` uses it for one document.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "pipeline/bound_stage.hpp"
#include "pipeline/checkpoint.hpp"
#include "pipeline/diagnostic.hpp"
#include "pipeline/document.hpp"
#include "pipeline/plan.hpp"

namespace claimsift {

/// Stages that one document passes without waiting for others, or one collector that sees documents in order.
struct Step {
  bool parallel = true;
  std::vector<const BoundStage*> stages;
};

class Executor {
 public:
  /// Creates all instances; on problems it cannot be used. `plan` outlives it.
  Executor(const Plan& plan, Diagnostics& problems);

  const Plan& plan() const { return plan_; }
  const std::vector<std::unique_ptr<BoundStage>>& readers() const { return readers_; }
  const std::vector<std::unique_ptr<BoundStage>>& stages() const { return stages_; }
  const std::vector<const BoundStage*>& writers() const { return writers_; }
  const std::vector<const BoundStage*>& collectors() const { return collectors_; }
  const std::vector<Step>& steps() const { return steps_; }

  /// A slot for documents of this plan.
  std::unique_ptr<Document> make_document() const;

  /// Cuts the next record into `doc`; false when all sources are at their end. In input order.
  bool next(Document& doc);
  /// Makes the document of the record.
  void parse(Document& doc) const;
  /// What readers had to say when they came to their end, since the last call.
  std::vector<std::string> farewells();

  /// Goes on behind a place where an earlier run was; throws Failure.
  void go_on(uint64_t documents, const InputPosition& at);
  /// What the collectors know, in their order; throws Failure. No document may be in a collector.
  std::vector<std::string> save() const;
  /// What one collector knows.
  std::string save(const BoundStage& collector) const;
  void restore(const std::vector<std::string>& states) const;

  /// Runs a step's stages while the document is in order.
  void run(const Step& step, Document& doc) const;

  /// What the stages did, over the counters of all slots.
  std::vector<StageReport> report(const std::vector<std::unique_ptr<Document>>& slots) const;

 private:
  const Plan& plan_;
  std::vector<host::TableSchema> schemas_;
  std::vector<std::unique_ptr<BoundStage>> readers_, stages_;
  std::vector<const BoundStage*> writers_, collectors_;
  std::vector<Step> steps_;
  size_t reader_ = 0;
  uint64_t read_ = 0, reader_records_ = 0;
  std::vector<std::string> farewells_;
  uint32_t failed_in_a_row_ = 0;
};

}  // namespace claimsift
