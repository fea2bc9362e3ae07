// SPDX-License-Identifier: Apache-2.0
#include "stages/builtin.hpp"

#include "claimsift/stage.hpp"
#include "stages/language/sentences.hpp"
#include "stages/language/tokens.hpp"
#include "stages/read/read.hpp"
#include "stages/write/write_jsonl.hpp"

namespace claimsift {

std::span<const cs_stage* const> builtin_stages() {
  static constexpr const cs_stage* kAll[] = {
      &kStage<Read>, &kStage<ReadJsonl>, &kStage<ReadText>, &kStage<Sentences>, &kStage<Tokens>, &kStage<WriteJsonl>,
  };
  return kAll;
}

}  // namespace claimsift
