// SPDX-License-Identifier: Apache-2.0
// report_parts.hpp - the page, style and script of the HTML report, compiled in from html/, with the
// checksums by which its content security policy allows them.
#pragma once

#include <string_view>

namespace claimsift {

struct ReportParts {
  std::string_view page, style, style_sha256, script, script_sha256;  // checksums in hexadecimal digits
};

const ReportParts& report_parts();

}  // namespace claimsift
