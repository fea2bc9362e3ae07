// SPDX-License-Identifier: Apache-2.0
// script_json.hpp - JSON inside an HTML page. Pure functions.
#pragma once

#include <string>
#include <string_view>

namespace claimsift {

/// Appends JSON as an inert script element, which nothing in it can end: every "<" becomes "\u003c".
inline void append_script_json(std::string& out, std::string_view attribute, std::string_view json) {
  out += "<script type=\"application/json\" ";
  out += attribute;
  out += '>';
  for (size_t from = 0;;) {
    const size_t at = json.find('<', from);
    out += json.substr(from, at - from);
    if (at == std::string_view::npos) break;
    out += "\\u003c";
    from = at + 1;
  }
  out += "</script>\n";
}

}  // namespace claimsift
