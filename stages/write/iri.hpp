// SPDX-License-Identifier: Apache-2.0
// iri.hpp - names of documents and claims on the web, for records that are linked data. Pure functions.
#pragma once

#include <string>
#include <string_view>

#include "claimsift/stage.hpp"

namespace claimsift {

inline bool is_web_address(std::string_view url) {
  return url.starts_with("https://") || url.starts_with("http://");
}

/// What a URI cannot hold as %XX.
inline std::string percent_encoded(std::string_view text) {
  constexpr std::string_view kPlain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    if (kPlain.find(c) != std::string_view::npos) {
      out += c;
    } else {
      out += '%';
      out += kHex[static_cast<unsigned char>(c) >> 4];
      out += kHex[static_cast<unsigned char>(c) & 15];
    }
  }
  return out;
}

/// A document's address on the web, else a name made of its id.
inline std::string document_iri(const DocumentBase& doc) {
  const std::string_view url = doc.metadata("url");
  return is_web_address(url) ? std::string(url) : "urn:claimsift:document:" + percent_encoded(doc.id());
}

}  // namespace claimsift
