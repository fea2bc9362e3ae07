// SPDX-License-Identifier: Apache-2.0
// encoding.hpp - bytes of any encoding as UTF-8: what a byte order mark says wins, then what the pipeline
// file says, then what the source states (HTTP, then the page itself), then what the bytes look like. Shared
// by all readers of text. Safe from several threads.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "claimsift/stage.hpp"
#include "stages/read/bytes.hpp"

namespace claimsift {

/// What becomes of bytes that their encoding does not have; by_kind: web pages are repaired, all else is set
/// aside, since damage is the rule on the web and tells of a broken export elsewhere.
enum class InvalidBytes : uint8_t { by_kind, quarantine, repair };

namespace read_option {
inline constexpr cs_option encoding = option::string("encoding", "auto",
                                                     "How files are encoded, such as windows-1252; auto: by "
                                                     "the byte order mark, by what the source states, else "
                                                     "UTF-8 or windows-1252 by the bytes.");
inline constexpr cs_option invalid_utf8 =
    option::string("invalid_utf8", "auto",
                   "What becomes of damaged text: quarantine sets the document aside with the byte's place, "
                   "repair puts U+FFFD for what is damaged; auto repairs web pages alone.",
                   "auto|quarantine|repair");
}  // namespace read_option

class Decoder {
 public:
  /// `encoding` is "auto" or a name that iconv knows. Throws std::runtime_error for one that it does not.
  explicit Decoder(const std::string& encoding, InvalidBytes invalid = InvalidBytes::by_kind);
  /// From the options of the same names.
  explicit Decoder(const Setup& setup);

  struct Text {
    std::string_view utf8;  // the bytes themselves, or `changed`
    std::string changed;
    std::string encoding;  // what the bytes were taken for
    size_t repaired = 0;   // damaged characters that were replaced
  };
  /// Fills `text`, without a byte order mark. Throws std::runtime_error with the byte's offset for damaged
  /// text that is to be refused.
  void decode(std::string_view bytes, Text& text) const { decode(bytes, {}, InvalidBytes::quarantine, text); }
  /// A line or row of a file that went through recode().
  void decode_record(std::string_view bytes, Text& text) const;
  /// A web page; `stated` is what HTTP says of its encoding, or empty.
  void decode_page(std::string_view bytes, std::string_view stated, Text& text) const;

  /// Whether the pipeline file says what files are encoded in, so that recode() leaves nothing to decode.
  bool is_fixed() const { return !encoding_.empty(); }

  /// A file of lines or rows as UTF-8: where it has a UTF-16 byte order mark or the pipeline file names
  /// another encoding, bytes are converted while they are read; else they are left as they are.
  std::unique_ptr<Bytes> recode(std::unique_ptr<Bytes> bytes) const;

 private:
  void decode(std::string_view bytes, std::string_view stated, InvalidBytes otherwise, Text& text) const;

  std::string encoding_;  // empty: auto
  InvalidBytes invalid_;
};

/// Says in a document's metadata and in the log what was done to its text.
void note_decoding(const Decoder::Text& text, DocumentBase& doc);

}  // namespace claimsift
