// SPDX-License-Identifier: Apache-2.0
// json_ld.hpp - the article in a page's JSON-LD, in all the shapes that sites give it: an object, a list, a
// @graph; authors as names, objects or lists of them. What is no JSON is left aside.
#pragma once

#include <string>
#include <string_view>

namespace claimsift::html {

struct LinkedArticle {
  std::string headline, published, modified, authors, publisher, url, body;
};

/// Adds what a script of type application/ld+json says to `article`; what is known already stays.
void read_json_ld(std::string_view script, LinkedArticle& article);

}  // namespace claimsift::html
