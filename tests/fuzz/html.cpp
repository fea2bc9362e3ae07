// SPDX-License-Identifier: Apache-2.0
// Any bytes as a page: decoding, the tree, the main text and the facts. Run it over tests/data/html.
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string_view>

#include "plugins/html/article.hpp"
#include "stages/read/encoding.hpp"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  try {
    claimsift::Decoder::Text text;
    claimsift::Decoder("auto").decode_page({reinterpret_cast<const char*>(data), size}, {}, text);
    claimsift::html::article_of(text.utf8);
  } catch (const std::runtime_error&) {
    // pages that are nested too deep
  }
  return 0;
}
