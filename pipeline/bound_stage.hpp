// SPDX-License-Identifier: Apache-2.0
// bound_stage.hpp - a stage of the plan brought to life: its instance, made by create(), and the calls that
// run it on a document. Calls are safe from several threads where the stage's declaration says so.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/diagnostic.hpp"
#include "pipeline/document.hpp"
#include "pipeline/plan.hpp"

namespace claimsift {

/// The tables' schemas of a plan's layers.
std::vector<host::TableSchema> table_schemas(const Plan& plan);

class BoundStage {
 public:
  /// Creates the instance; on failure `problems` says why and `self()` is null.
  BoundStage(const Plan& plan, const std::vector<host::TableSchema>& schemas, const PlannedStage& planned,
             uint32_t number, Diagnostics& problems);
  ~BoundStage();
  BoundStage(const BoundStage&) = delete;
  BoundStage& operator=(const BoundStage&) = delete;

  const PlannedStage& planned() const { return planned_; }
  const cs_stage& stage() const { return *planned_.stage; }
  uint32_t number() const { return number_; }
  bool created() const { return created_; }
  OnError on_error() const { return on_error_; }

  uint32_t writer = UINT32_MAX;  // of a writer: its row of Document::output

  /// Whether the stage runs for this document: its `when:` holds and the layers that it needs are there.
  bool applies(const Document& doc) const;

  /// Whether it is a writer that owns a store (see cs_stage::append).
  bool has_store() const { return CS_HAS(&stage(), append) && stage().append && stage().open; }
  /// The files that the stage says its results depend on.
  const std::vector<std::string>& files() const { return files_; }

  // The calls of cs_stage, with failures noted in the document. They return the stage's status.
  cs_status process(Document& doc) const;
  cs_status begin(Document& doc) const { return call(doc, stage().begin); }
  cs_status finish(Document& doc) const { return call(doc, stage().finish); }
  cs_status next(Document& doc) const { return call(doc, stage().next); }
  cs_status parse(Document& doc) const { return call(doc, stage().parse); }
  cs_status seek(Document& doc, std::string_view position) const;
  /// Puts the state into `state`.
  cs_status save(Document& doc, std::string& state) const;
  cs_status restore(Document& doc, std::string_view state) const;
  /// Without a state the store begins anew.
  cs_status open(Document& doc, const std::string& path, const std::optional<std::string>& state) const;
  cs_status append(Document& doc, std::string_view bytes) const;

  /// What the host functions see of a running call; `cs_document*` points at one.
  struct Call {
    const BoundStage& bound;
    Document& doc;
    std::string* out;  // where emit() goes
  };
  cs_view view(Document& doc, uint32_t read) const;

 private:
  friend struct HostFunctions;
  cs_status call(Document& doc, cs_status (*function)(void*, cs_document*)) const;
  bool is_within_rows(Document& doc) const;
  /// Runs `work(cs_document*)` with what a call notes afterwards.
  template <class Work> cs_status with(Document& doc, std::string* out, Work work) const;

  const Plan& plan_;
  const std::vector<host::TableSchema>& schemas_;
  const PlannedStage& planned_;
  uint32_t number_;
  OnError on_error_;
  void* self_ = nullptr;
  bool created_ = false;

  // What option functions hand out: lives as long as the instance.
  struct StringList {
    std::string_view option;
    std::vector<cs_str> items;
    std::vector<cs_entry> entries;
    std::vector<cs_named_layer> layers;
  };
  std::vector<std::unique_ptr<StringList>> lists_;
  struct RenamedSchema {  // a writer's declaration with the names that the pipeline gives
    cs_layer layer;
    std::vector<cs_column> columns;
  };
  std::vector<std::unique_ptr<RenamedSchema>> renamed_;
  std::vector<std::string> files_;
  std::string setup_option_, setup_error_, format_error_;
  mutable std::mutex serial_;   // held while a CS_SERIAL stage runs
  std::vector<bool> identity_;  // per reads[]: the writer's columns in the writer's order
};

/// The functions that every stage is given.
const cs_host& host_functions();

}  // namespace claimsift
