// SPDX-License-Identifier: Apache-2.0
// write_table.hpp - the stage `write_table`: the claims as a short table for people, one row a claim with its
// score, speaker and standalone form, cut to the width of a terminal; below it, where known, that it repeats
// an earlier claim or was checked before. Formats in parallel.
#pragma once

#include "claimsift/layers.hpp"
#include "claimsift/stage.hpp"

namespace claimsift {

class WriteTable : public Stage<Reads<layers::Claims, Optional<layers::Speakers>,
                                      Optional<layers::ClaimClusters>, Optional<layers::ClaimMatches>>> {
 public:
  static constexpr Info info{"write_table", "Writes the claims as a table for people.", CS_WRITER};
  static constexpr cs_option options[] = {
      option::output("path", "\"-\"", "The file; - is standard output."),
      option::integer("width", "110", "Characters in a line.", 60, 1000),
  };
  explicit WriteTable(const Setup& setup) : width_(static_cast<size_t>(setup.integer("width"))) {}
  void begin(Document& doc) const;
  void process(Document& doc) const;

 private:
  size_t width_;
};

}  // namespace claimsift
