// SPDX-License-Identifier: Apache-2.0
// page_facts.hpp - what a page says of its article: title, date, byline, source, link and language, from
// JSON-LD (schema.org), meta elements, microdata and the visible page, in that order. Belongs to one thread.
#pragma once

#include <string>

#include "plugins/html/dom.hpp"

namespace claimsift::html {

struct PageFacts {
  std::string title, published, updated, byline, source, url, language;
  std::string body;  // the article's text in JSON-LD, as plain text
};

PageFacts facts_of(Node root);

}  // namespace claimsift::html
