// SPDX-License-Identifier: Apache-2.0
// article_header.hpp - the stage `article_header`: what a text says about itself in its first lines (title,
// dates of publication and update, byline, dateline) and in its last (credits). Reads a handful of sentences
// at either end; precision first: a line that could be part of the story gives nothing. One instance serves
// all threads.
#pragma once

#include "claimsift/layers.hpp"
#include "claimsift/stage.hpp"
#include "stages/times/lexicon.hpp"

namespace claimsift {

/// Finds what the article says about itself.
class ArticleHeader : public Stage<Reads<layers::Sentences, layers::Tokens>, Writes<layers::Header>> {
 public:
  static constexpr Info info{"article_header",
                             "Finds title, dates, byline, dateline and credits in the text itself."};
  static constexpr cs_option options[] = {
      option::string("order", "us", "How 3/4/2020 is read: month first (us) or day first (british).",
                     "us|british"),
  };

  explicit ArticleHeader(const Setup& setup) : british_(setup.string("order") == "british") {}
  void process(Document& doc) const;

 private:
  times::Lexicon lexicon_;
  bool british_;
};

}  // namespace claimsift
