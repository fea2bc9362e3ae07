// SPDX-License-Identifier: Apache-2.0
#include "plugins/html/article.hpp"

#include "plugins/html/blocks.hpp"
#include "plugins/html/main_text.hpp"
#include "plugins/html/text.hpp"

namespace claimsift::html {

namespace {

/// The text that JSON-LD gives: often plain, at times with markup and entities.
std::string plain_body(const std::string& body) {
  if (body.empty()) return {};
  std::string paragraphs;  // line ends begin paragraphs
  for (const char c : body) paragraphs += c == '\n' ? std::string("<p>") : std::string(1, c);
  const Page page("<html><body><p>" + paragraphs);
  if (!page.root()) return {};
  std::string text;
  for (const Block& block : blocks_of(page.root()).blocks) text += (text.empty() ? "" : "\n\n") + block.text;
  return text;
}

}  // namespace

Article article_of(std::string_view utf8) {
  const Page page(utf8);
  Article article;
  if (!page.root()) return article;
  article.facts = facts_of(page.root());
  article.text = main_text(blocks_of(page.root()), article.facts.title).text;
  // Pages that a script fills have their text in JSON-LD alone.
  constexpr size_t kShort = 250;
  if (article.text.size() < kShort && article.facts.body.size() > 2 * article.text.size())
    if (std::string body = plain_body(article.facts.body); body.size() > article.text.size())
      article.text = std::move(body);
  return article;
}

}  // namespace claimsift::html
