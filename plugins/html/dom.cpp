// SPDX-License-Identifier: Apache-2.0
#include "plugins/html/dom.hpp"

#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>

#include <mutex>
#include <stdexcept>

#include "plugins/html/text.hpp"

namespace claimsift::html {

namespace {

std::string_view view(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

/// libxml2 stops at NUL.
std::string without_nul(std::string_view utf8) {
  std::string text(utf8);
  for (size_t at = text.find('\0'); at != std::string::npos; at = text.find('\0', at))
    text.replace(at, 1, "\xEF\xBF\xBD");
  return text;
}

/// libxml2 compares each attribute of a tag with all others: beyond the thousandth they are blanked out.
std::string with_few_attributes(std::string_view utf8) {
  constexpr size_t kMost = 1000;
  std::string text(utf8);
  size_t equals = 0;
  char quote = 0;
  bool inside = false;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (!inside) {
      inside = c == '<';
      equals = 0;
    } else if (quote) {
      if (c == quote) quote = 0;
      if (equals > kMost) text[i] = ' ';
    } else if (c == '>') {
      inside = false;
    } else {
      if (c == '=' && ++equals <= kMost && i + 1 < text.size() && (text[i + 1] == '"' || text[i + 1] == '\''))
        quote = text[++i];
      else if (c == '<')
        equals = 0;
      if (equals > kMost) text[i] = ' ';
    }
  }
  return text;
}

/// Whether a page has so many attributes that one tag could have too many.
bool has_many_attributes(std::string_view utf8) {
  size_t run = 0;
  for (const char c : utf8) {
    if (c == '>') run = 0;
    if (c == '=' && ++run > 1000) return true;
  }
  return false;
}

struct FreeContext {
  void operator()(htmlParserCtxt* context) const { htmlFreeParserCtxt(context); }
};

}  // namespace

void Page::Free::operator()(_xmlDoc* doc) const { xmlFreeDoc(doc); }

Page::Page(std::string_view utf8) {
  static std::once_flag once;
  std::call_once(once, [] { xmlInitParser(); });
  constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                           HTML_PARSE_IGNORE_ENC | HTML_PARSE_COMPACT;
  std::string copy;
  if (utf8.find('\0') != std::string_view::npos) utf8 = copy = without_nul(utf8);
  if (has_many_attributes(utf8)) utf8 = copy = with_few_attributes(utf8);
  const std::unique_ptr<htmlParserCtxt, FreeContext> context(htmlNewParserCtxt());
  if (!context) throw std::bad_alloc();
  doc_.reset(htmlCtxtReadMemory(context.get(), utf8.data(), static_cast<int>(utf8.size()), nullptr, "UTF-8",
                                kOptions));
  const xmlError* error = xmlCtxtGetLastError(context.get());
  if (error && error->message &&
      view(reinterpret_cast<const xmlChar*>(error->message)).starts_with("Excessive depth"))
    throw std::runtime_error("the page is nested deeper than 256 elements");
}

Node Page::root() const { return doc_ ? xmlDocGetRootElement(doc_.get()) : nullptr; }

bool is_element(Node node) { return node->type == XML_ELEMENT_NODE; }
bool is_text(Node node) { return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE; }
Node parent(Node node) { return node->parent; }
Node first_child(Node node) { return is_element(node) ? node->children : nullptr; }
Node next_sibling(Node node) { return node->next; }

std::string_view tag(Node node) {
  if (!is_element(node)) return {};
  const std::string_view name = view(node->name);
  return name.substr(name.find(':') + 1);  // npos + 1 is 0
}

std::string_view characters(Node node) { return is_text(node) ? view(node->content) : std::string_view(); }

std::string attribute(Node node, const char* name) {
  if (!is_element(node)) return {};
  for (const xmlAttr* a = node->properties; a; a = a->next) {
    if (view(a->name) != name) continue;
    std::string value;
    for (const xmlNode* part = a->children; part; part = part->next) value += view(part->content);
    return value;
  }
  return {};
}

bool has_attribute(Node node, const char* name) {
  if (!is_element(node)) return false;
  for (const xmlAttr* a = node->properties; a; a = a->next)
    if (view(a->name) == name) return true;
  return false;
}

Node following(Node node, Node top, bool into) {
  if (into && first_child(node)) return first_child(node);
  while (node != top) {
    if (node->next) return node->next;
    node = node->parent;
  }
  return nullptr;
}

std::string text_of(Node node) {
  std::string text;
  for (Node at = node; at; at = following(at, node, tag(at) != "script" && tag(at) != "style")) {
    if (is_text(at)) text += characters(at);
    if (tag(at) == "br") text += ' ';
  }
  return tidy(text);
}

}  // namespace claimsift::html
