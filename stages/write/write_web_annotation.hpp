// SPDX-License-Identifier: Apache-2.0
// write_web_annotation.hpp - the stage `write_web_annotation`: rows of layers as W3C Web Annotations
// (https://www.w3.org/TR/annotation-model/), one line of JSON-LD each, that tools for annotation load. Each
// row is found by position and by quotation. Formats in parallel.
#pragma once

#include <vector>

#include "claimsift/stage.hpp"
#include "stages/write/layer_json.hpp"

namespace claimsift {

class WriteWebAnnotation : public Stage<> {
 public:
  static constexpr Info info{"write_web_annotation", "Writes claims or other layers as W3C Web Annotations.",
                             CS_WRITER};
  static constexpr cs_option options[] = {option::output("path", nullptr, "The file; - is standard output."),
                                          option::layers("layers", "claims", "The layers to write.")};

  explicit WriteWebAnnotation(const Setup& setup) : families_(layer_families(setup.layers("layers"))) {}
  void process(Document& doc) const;

 private:
  std::vector<LayerFamily> families_;
};

}  // namespace claimsift
