// SPDX-License-Identifier: Apache-2.0
// dom.hpp - a page as a tree: libxml2's HTML parser behind a few functions, so that its headers stay in one
// file. Elements deeper than 256 end the reading of a page: nobody writes such, and it bounds time and stack.
// A tree belongs to one thread; several trees may live at once.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct _xmlNode;
struct _xmlDoc;

namespace claimsift::html {

using Node = const _xmlNode*;

/// A parsed page.
class Page {
 public:
  /// Parses UTF-8. Throws std::runtime_error for a page that is nested too deep.
  explicit Page(std::string_view utf8);

  /// The root element, null for a page without any.
  Node root() const;

 private:
  struct Free {
    void operator()(_xmlDoc* doc) const;
  };
  std::unique_ptr<_xmlDoc, Free> doc_;
};

bool is_element(Node node);
bool is_text(Node node);
Node parent(Node node);
Node first_child(Node node);
Node next_sibling(Node node);

/// The name of an element in lower case, without a prefix; empty for other nodes.
std::string_view tag(Node node);
/// The characters of a text node.
std::string_view characters(Node node);
/// An attribute's value; empty if it is absent.
std::string attribute(Node node, const char* name);
bool has_attribute(Node node, const char* name);

/// All text below a node, blanks made one.
std::string text_of(Node node);

/// The node after `node` in document order below `top`, null at the end; `into` says whether to go down.
Node following(Node node, Node top, bool into);

}  // namespace claimsift::html
