// SPDX-License-Identifier: Apache-2.0
// blocks.hpp - a page as a sequence of blocks of text, as a reader sees them: paragraphs, headings, items of
// lists, rows of tables. Elements know which blocks stand in them. Belongs to one thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "plugins/html/dom.hpp"

namespace claimsift::html {

enum class BlockKind : uint8_t { paragraph, heading, item, row, preformatted };

struct Block {
  std::string text;  // tidy
  BlockKind kind = BlockKind::paragraph;
  uint8_t level = 0;                      // of a heading
  bool noise = false;                     // it stands in a part that is no article
  uint32_t characters = 0, in_links = 0;  // code points
  uint32_t element = 0;                   // row of Blocks::elements that holds it
  double link_share() const { return characters ? static_cast<double>(in_links) / characters : 0; }
};

struct Element {
  Node node;
  uint32_t parent = 0;           // row; the root is its own
  uint32_t end = 0;              // the row behind its last descendant
  uint32_t first = 0, last = 0;  // its blocks
  uint64_t characters = 0, in_links = 0;
  uint64_t in_paragraphs = 0;  // characters in paragraphs that look like prose
  bool has_title = false;      // an h1 stands in it
  bool noise = false;
};

struct Blocks {
  std::vector<Element> elements;  // in document order
  std::vector<Block> blocks;
};

/// The blocks below an element.
Blocks blocks_of(Node root);

}  // namespace claimsift::html
