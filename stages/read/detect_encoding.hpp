// SPDX-License-Identifier: Apache-2.0
// detect_encoding.hpp - what bytes, pages and servers tell of an encoding. Pure functions.
//
// Detection knows two cases, as browsers do for unlabelled Western pages: UTF-8, and windows-1252, the
// superset of Latin-1 that old systems of newsrooms write. Bytes that look like UTF-8 with damage are never
// taken for windows-1252: they are repaired or refused.
#pragma once

#include <string_view>

namespace claimsift {

/// The encoding that a byte order mark tells: "utf-8", "utf-16le", "utf-16be", or nothing.
std::string_view bom_encoding(std::string_view bytes);

/// "utf-8" or "windows-1252".
std::string_view detected_encoding(std::string_view bytes);

/// What a page's `meta` elements say of its encoding; empty if they do not.
std::string_view charset_in_page(std::string_view bytes);

/// The `charset` of a content type, such as "text/html; charset=utf-8"; empty if it has none.
std::string_view charset_of(std::string_view content_type);

}  // namespace claimsift
