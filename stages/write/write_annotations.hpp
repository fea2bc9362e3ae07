// SPDX-License-Identifier: Apache-2.0
// write_annotations.hpp - the stage `write_annotations`: one JSON line for each document with every layer of
// the pipeline, those of plugins after the built-in ones under their own names. Formats in parallel.
#pragma once

#include <string>
#include <vector>

#include "claimsift/stage.hpp"
#include "stages/text/offsets.hpp"
#include "stages/write/layer_json.hpp"
#include "stages/write/records.hpp"

namespace claimsift {

class WriteAnnotations : public Stage<RecordReads> {
 public:
  static constexpr Info info{"write_annotations", "Writes one line for each document with all of its layers.",
                             CS_WRITER};
  static constexpr cs_option options[] = {
      option::output("path", nullptr, "The file; - is standard output."),
      option::layers("layers", "\"*\"", "The layers to write; * stands for all that the pipeline has."),
      option::flag("text", "false", "Repeat the document's text.")};
  explicit WriteAnnotations(const Setup& setup);
  void process(Document& doc) const;

 private:
  using Append = void (Records::*)(std::string&) const;
  struct BuiltIn {
    const char* name;
    Append append;
  };
  std::vector<BuiltIn> built_in_;     // in the order of the record
  std::vector<LayerFamily> further_;  // of plugins
  bool text_;
  OffsetUnit unit_;
};

}  // namespace claimsift
