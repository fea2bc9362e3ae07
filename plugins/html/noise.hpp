// SPDX-License-Identifier: Apache-2.0
// noise.hpp - what the names and words on a page tell of its parts: navigation, comments, advertising, calls
// to subscribe. Pure functions.
#pragma once

#include <string_view>

#include "plugins/html/dom.hpp"

namespace claimsift::html {

/// How sure an element's name, role, class or id says that it is no part of the article.
enum class Noise : uint8_t {
  none,
  weak,    // it may hold a part of the article after all: author, caption, header
  strong,  // navigation, sharing, related articles
  certain  // readers' comments and consent to cookies, which may be longer than the article
};
Noise noise_of(Node element);

/// Elements that never hold text of the article: script, form fields, drawings.
bool is_dropped(Node element);

/// Whether an element is not shown.
bool is_hidden(Node element);

/// Whether class, id or microdata say that an element holds an article's text.
bool is_article_body(Node element);

/// A short text that stands beside articles: "Share this", "Read more: ...", "Advertisement".
bool is_boilerplate(std::string_view text);

/// A heading behind which something else begins.
enum class Section : uint8_t { none, comments, elsewhere };
Section section_of(std::string_view heading);

}  // namespace claimsift::html
