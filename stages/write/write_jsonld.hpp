// SPDX-License-Identifier: Apache-2.0
// write_jsonld.hpp - the stage `write_jsonld`: each claim as schema.org `Claim` (https://schema.org/Claim),
// one line of JSON-LD each. It says who claimed what and where, never whether it is true: no rating, no
// review. Formats in parallel.
#pragma once

#include "claimsift/stage.hpp"
#include "stages/write/records.hpp"

namespace claimsift {

class WriteJsonld : public Stage<RecordReads> {
 public:
  static constexpr Info info{"write_jsonld", "Writes claims as schema.org Claim in JSON-LD, a line each.",
                             CS_WRITER};
  static constexpr cs_option options[] = {option::output("path", nullptr, "The file; - is standard output.")};

  explicit WriteJsonld(const Setup&) {}
  void process(Document& doc) const;
};

}  // namespace claimsift
