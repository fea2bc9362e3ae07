// SPDX-License-Identifier: Apache-2.0
// article.hpp - a page in HTML as an article: its main text and what it says of itself. Linear in the size of
// the page; a call belongs to one thread, several may run at once.
#pragma once

#include <string>
#include <string_view>

#include "plugins/html/page_facts.hpp"

namespace claimsift::html {

struct Article {
  std::string text;  // empty for a page without a main text
  PageFacts facts;
};

/// Throws std::runtime_error for a page that is nested too deep.
Article article_of(std::string_view utf8);

}  // namespace claimsift::html
