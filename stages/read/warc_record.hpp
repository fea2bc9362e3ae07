// SPDX-License-Identifier: Apache-2.0
// warc_record.hpp - makes a document from a record of a web archive: pages of HTTP responses, resources, and
// the text of conversions (WET). All other records are skipped with the reason. Safe from several threads.
#pragma once

#include <cstdint>
#include <string_view>

#include "claimsift/stage.hpp"
#include "stages/read/encoding.hpp"

namespace claimsift {

struct WarcReading {
  const Decoder& decoder;
  const cs_format* html;  // null: pages cannot be read
  std::string_view why_no_html;
  uint64_t ratio, longest;
};

/// `headers` and `body` of a record. Throws std::runtime_error with what is wrong with it.
Status parse_warc_record(std::string_view headers, std::string_view body, const WarcReading& reading,
                         DocumentBase& doc);

}  // namespace claimsift
