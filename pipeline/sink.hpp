// SPDX-License-Identifier: Apache-2.0
// sink.hpp - where the bytes of one writer (or the quarantine's lines) go: an output file that the host
// writes, or a store that the writer owns. One thread at a time; problems are thrown as Failure.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/bound_stage.hpp"
#include "pipeline/checkpoint.hpp"
#include "pipeline/output.hpp"

namespace claimsift {

class Sink {
 public:
  /// `writer` is null for the quarantine; `scratch` is a document for calls that belong to none.
  Sink(std::string instance, const BoundStage* writer, Document& scratch, Output output);

  const std::string& instance() const { return instance_; }
  Output& output() { return output_; }
  const Output& output() const { return output_; }
  bool has_store() const { return writer_ && writer_->has_store(); }

  /// Writes what stands before the first document.
  void begin();
  /// Goes back to a moment of an earlier run.
  void resume(const OutputState& at);
  void append(Document& doc, std::string_view bytes);
  /// Makes everything so far safe on the disk and says what that is.
  OutputState save();
  /// Writes what stands behind the last document and closes a store; everything is safe then.
  void finish();
  /// Gives the file its name.
  void commit() { output_.commit(); }
  void flush();

 private:
  void check(cs_status status, Document& doc) const;

  std::string instance_;
  const BoundStage* writer_;
  Document* scratch_;
  Output output_;
};

}  // namespace claimsift
