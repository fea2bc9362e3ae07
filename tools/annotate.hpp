// SPDX-License-Identifier: Apache-2.0
// annotate.hpp - stages as the trainers run them over documents. One thread.
#pragma once

#include <stdexcept>

#include "claimsift/test_host.hpp"

namespace claimsift {

/// Runs a stage, which is made once, since there are tens of thousands of texts and models are to be read.
/// Its failure ends the training, which would else learn from half of what the stages say.
template <class T> void annotate(TestDocument& doc) {
  static TestStage stage(kStage<T>);
  if (const TestResult result = stage.run(doc); result.status != CS_OK)
    throw std::runtime_error(result.message);
}

}  // namespace claimsift
