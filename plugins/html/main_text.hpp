// SPDX-License-Identifier: Apache-2.0
// main_text.hpp - the text of the article on a page, without navigation, advertising, comments and related
// articles. In the spirit of Boilerpipe (Kohlschuetter et al., 2010), jusText (Pomikalek, 2011) and
// Readability: blocks are judged by length, links and sentences; the element is taken that gains most of good
// blocks less bad ones; within it, doubtful blocks are judged by their neighbours. Linear in the size of the
// page.
#pragma once

#include <string>
#include <string_view>

#include "plugins/html/blocks.hpp"

namespace claimsift::html {

struct MainText {
  std::string
      text;  // paragraphs apart by an empty line, items and rows by a line end; empty if there is none
  Node element = nullptr;  // that holds it
};

/// `title`: a heading that says the same is left out.
MainText main_text(const Blocks& page, std::string_view title);

}  // namespace claimsift::html
