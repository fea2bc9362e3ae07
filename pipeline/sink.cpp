// SPDX-License-Identifier: Apache-2.0
#include "pipeline/sink.hpp"

#include <fmt/format.h>

namespace claimsift {

Sink::Sink(std::string instance, const BoundStage* writer, Document& scratch, Output output)
    : instance_(std::move(instance)), writer_(writer), scratch_(&scratch), output_(std::move(output)) {
  if (has_store() && output_.is_standard_output())
    throw Failure({"-"},
                  fmt::format("`{}` writes a file of its own and cannot write to standard output", instance_),
                  "give it a path");
}

void Sink::check(cs_status status, Document& doc) const {
  if (status == CS_OK) return;
  const std::string reason(doc.reason);
  throw Failure({output_.path()},
                reason.empty() ? fmt::format("`{}` failed without a reason", instance_) : reason);
}

void Sink::begin() {
  if (!writer_) return;
  scratch_->reset();
  if (has_store()) check(writer_->open(*scratch_, output_.part(), std::nullopt), *scratch_);
  if (!writer_->stage().begin) return;
  check(writer_->begin(*scratch_), *scratch_);
  append(*scratch_, scratch_->output[writer_->writer]);
}

void Sink::resume(const OutputState& at) {
  if (output_.is_standard_output())
    throw Failure({"-"},
                  fmt::format("`{}` wrote to standard output, where a run cannot be resumed", instance_),
                  "begin anew with --restart, and give it a path to be able to resume");
  if (!has_store()) return output_.cut(at.bytes);
  scratch_->reset();
  check(writer_->open(*scratch_, output_.part(), at.state), *scratch_);
}

void Sink::append(Document& doc, std::string_view bytes) {
  if (bytes.empty()) return;
  if (has_store())
    check(writer_->append(doc, bytes), doc);
  else
    output_.append(bytes);
}

OutputState Sink::save() {
  OutputState state{instance_, output_.path(), 0, {}};
  if (has_store()) {
    scratch_->reset();
    check(writer_->save(*scratch_, state.state), *scratch_);
  } else {
    output_.sync();
    state.bytes = output_.bytes();
  }
  return state;
}

void Sink::finish() {
  if (writer_ && writer_->stage().finish) {
    scratch_->reset();
    check(writer_->finish(*scratch_), *scratch_);
    if (!has_store()) append(*scratch_, scratch_->output[writer_->writer]);
  }
  output_.sync();
  if (has_store()) output_.measure();
}

void Sink::flush() {
  if (!has_store()) output_.flush();
}

}  // namespace claimsift
