// SPDX-License-Identifier: Apache-2.0
// tokenizer.hpp - cuts one sentence after another into tokens. A byte table tells words from marks; only a
// character that joins (apostrophe, hyphen, stop, slash, "@") asks for more. No allocation per token.
#pragma once

#include <cstdint>
#include <string_view>

#include "claimsift/layers.hpp"
#include "claimsift/stage.hpp"
#include "stages/language/abbreviations.hpp"

namespace claimsift {

/// The state of one document's tokenisation.
class Tokenizer {
 public:
  Tokenizer(std::string_view text, const Abbreviations& abbreviations, Rows<layers::Tokens>& rows)
      : text_(text), abbreviations_(abbreviations), rows_(rows) {}

  /// Adds the tokens of one sentence; sentences come in order.
  void sentence(size_t begin, size_t end);

 private:
  struct Run {  // word characters in a row
    size_t end;
    uint32_t shape;
  };
  Run run(size_t at) const;

  // Each adds the tokens that begin at `at` and returns where they end.
  size_t word(size_t at);
  size_t word_with_joints(size_t begin, Run first);
  size_t mark(size_t at);
  size_t wide_mark(size_t at);
  size_t apostrophe(size_t at, size_t size);
  size_t whole(size_t begin, size_t end);
  void plain_word(size_t begin, size_t end, uint32_t shape);
  void number_with_unit(size_t begin, size_t end, uint32_t shape);

  // Where a word goes on after the joint at `at`; `at` itself if it does not.
  size_t join_stop(size_t begin, size_t at) const;
  size_t join_hyphen(size_t begin, size_t at, uint32_t shape) const;
  size_t join_mark(size_t begin, size_t at, uint32_t shape) const;
  bool keeps_stop(size_t begin, size_t stop) const;
  bool stop_ends_sentence(size_t stop) const;
  bool is_dotted(size_t begin, size_t end) const;

  size_t address_end(size_t at);
  size_t url_end(size_t at) const;
  size_t emoticon_end(size_t at) const;
  size_t repeated(size_t at) const;
  size_t apostrophe_at(size_t i) const;

  char byte(size_t i) const { return i < end_ ? text_[i] : '\0'; }
  bool digit_at(size_t i) const { return byte(i) >= '0' && byte(i) <= '9'; }
  bool letter_at(size_t i) const;
  bool after_space(size_t at) const { return before_ != 0 || at == begin_; }
  std::string_view between(size_t begin, size_t end) const { return text_.substr(begin, end - begin); }
  uint32_t shape_of(size_t begin, size_t end) const;
  void push(size_t begin, size_t end, uint32_t shape) {
    push(begin, end, shape, word_hash_in(text_, begin, end));
  }
  void push(size_t begin, size_t end, uint32_t shape, uint32_t hash);

  std::string_view text_;
  const Abbreviations& abbreviations_;
  Rows<layers::Tokens>& rows_;
  size_t begin_ = 0, end_ = 0;  // of the sentence
  size_t at_sign_ = 0;          // the next "@" of the sentence; end_ if there is none
  uint32_t before_ = 0;         // shape bits (space, line, sentence) of the next token
};

}  // namespace claimsift
