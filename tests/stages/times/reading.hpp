// SPDX-License-Identifier: Apache-2.0
// reading.hpp - for the tests of times: runs sentences, tokens, article_header and times on a text and writes
// the result as the table tests/data/times.tsv does. One thread.
#pragma once

#include <memory>
#include <stdexcept>
#include <string>

#include "claimsift/test_host.hpp"
#include "stages/language/sentences.hpp"
#include "stages/language/tokens.hpp"
#include "stages/times/article_header.hpp"
#include "stages/times/times.hpp"

namespace claimsift {

/// A document with its header and times; `published` may be empty.
inline std::unique_ptr<TestDocument> read_times(const std::string& text, const std::string& published,
                                                const TestOptions& options = {}) {
  auto doc = std::make_unique<TestDocument>(text);
  if (!published.empty()) doc->set_metadata("published", published);
  for (const TestResult& r : {run_stage<Sentences>(*doc), run_stage<Tokens>(*doc),
                              run_stage<ArticleHeader>(*doc), run_stage<Times>(*doc, options)})
    if (r.status != CS_OK) throw std::runtime_error(r.message);
  return doc;
}

/// `span=TYPE:value[:mod]`, divided by "; ", or "-".
inline std::string written(TestDocument& doc) {
  const auto times = doc.layer<layers::Times>();
  std::string result;
  for (uint32_t i = 0; i < times.size(); ++i) {
    if (i > 0) result += "; ";
    result += std::string(doc.text(times.span(i))) + "=" + std::string(choice_name(times.get<"type">(i))) +
              ":" + std::string(times.get<"value">(i));
    if (!is_null(times.get<"mod">(i))) result += ":" + std::string(choice_name(times.get<"mod">(i)));
  }
  return result.empty() ? "-" : result;
}

inline std::string times_of(const std::string& text, const std::string& published = "",
                            const TestOptions& options = {}) {
  return written(*read_times(text, published, options));
}

}  // namespace claimsift
