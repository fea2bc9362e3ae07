// SPDX-License-Identifier: Apache-2.0
// write_claims.hpp - the stage `write_claims`: one JSON line for each claim, flat enough for a data frame.
// Formats in parallel.
#pragma once

#include "claimsift/stage.hpp"
#include "stages/text/offsets.hpp"
#include "stages/write/records.hpp"

namespace claimsift {

class WriteClaims : public Stage<RecordReads> {
 public:
  static constexpr Info info{"write_claims", "Writes one record for each claim as JSON Lines.", CS_WRITER};
  static constexpr cs_option options[] = {option::output("path", nullptr, "The file; - is standard output.")};
  explicit WriteClaims(const Setup& setup) : unit_(offset_unit(setup)) {}
  void process(Document& doc) const;

 private:
  OffsetUnit unit_;
};

}  // namespace claimsift
