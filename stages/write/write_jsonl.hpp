// SPDX-License-Identifier: Apache-2.0
// write_jsonl.hpp - the stage `write_jsonl`: one JSON line for each row of any layer, with the fields of the
// layers that extend it and its children as lists. Formats in parallel.
#pragma once

#include <vector>

#include "claimsift/stage.hpp"
#include "stages/text/offsets.hpp"
#include "stages/write/layer_json.hpp"

namespace claimsift {

class WriteJsonl : public Stage<> {
 public:
  static constexpr Info info{"write_jsonl", "Writes the rows of a layer as JSON Lines.", CS_WRITER};
  static constexpr cs_option options[] = {
      option::output("path", nullptr, "The file; - is standard output."),
      option::layers("layer", nullptr, "The layer, or a list of layers; each line then says its layer.")};

  explicit WriteJsonl(const Setup& setup);
  void process(Document& doc) const;

 private:
  std::vector<LayerFamily> families_;
  OffsetUnit unit_;
};

}  // namespace claimsift
