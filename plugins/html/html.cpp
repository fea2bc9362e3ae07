// SPDX-License-Identifier: Apache-2.0
// html.cpp - the plugin: the format `html`, which readers of files and archives hand pages over to.
#include <claimsift/stage.hpp>
#include <exception>

#include "plugins/html/article.hpp"

namespace claimsift::html {

namespace {

/// Sets what the source of the page has not said already.
void add_metadata(DocumentBase& doc, const char* key, const std::string& value) {
  if (!value.empty() && !doc.metadata(key).data()) doc.set_metadata(key, value);
}

cs_status parse(const cs_host* host, cs_document* document, cs_str bytes, cs_str) noexcept try {
  DocumentBase doc(*host, document);
  const Article article = article_of(view(bytes));
  add_metadata(doc, "title", article.facts.title);
  add_metadata(doc, "published", article.facts.published);
  add_metadata(doc, "updated", article.facts.updated);
  add_metadata(doc, "byline", article.facts.byline);
  add_metadata(doc, "source", article.facts.source);
  add_metadata(doc, "url", article.facts.url);
  add_metadata(doc, "language", article.facts.language);
  doc.set_text(doc.keep(article.text));
  if (article.text.empty()) return doc.skip("no main text");
  return CS_OK;
} catch (const std::exception& problem) { return host->fail(document, problem.what()); } catch (...) {
  return host->fail(document, "unknown exception");
}

constexpr cs_format kHtml = {sizeof(cs_format), "html",
                             "The main text of a page, and what the page says of itself.", parse};
constexpr const cs_format* kFormats[] = {&kHtml, nullptr};
constexpr const cs_stage* kNoStages[] = {nullptr};

}  // namespace

}  // namespace claimsift::html

extern "C" {
CS_PLUGIN_WITH("html", "0.1.0", "Apache-2.0", claimsift::html::kNoStages, claimsift::html::kFormats);
}
