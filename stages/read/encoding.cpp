// SPDX-License-Identifier: Apache-2.0
#include "stages/read/encoding.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <stdexcept>

#include "claimsift/host/utf8.hpp"
#include "stages/read/converter.hpp"
#include "stages/read/detect_encoding.hpp"
#include "stages/read/recoded.hpp"
#include "stages/read/windows_1252.hpp"

namespace claimsift {

namespace {

/// Lower case, and the names that stand for windows-1252 on the web.
std::string canonical(std::string_view name) {
  while (!name.empty() && std::strchr(" \t\"'", name.front())) name.remove_prefix(1);
  while (!name.empty() && std::strchr(" \t\"';", name.back())) name.remove_suffix(1);
  std::string text(name);
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  if (text == "utf8") return "utf-8";
  if (text == "latin1" || text == "iso-8859-1" || text == "iso8859-1" || text == "us-ascii" ||
      text == "ascii" || text == "cp1252")
    return "windows-1252";
  return text;
}

size_t bom_length(std::string_view encoding) { return encoding.empty() ? 0 : encoding == "utf-8" ? 3 : 2; }

/// UTF-8 with each maximal damaged part replaced.
std::string repaired_utf8(std::string_view bytes, size_t& count) {
  std::string out;
  for (;;) {
    const size_t bad = host::invalid_utf8(bytes);
    out.append(bytes.substr(0, bad));
    if (bad == std::string_view::npos) return out;
    out.append(kReplacement);
    ++count;
    bytes.remove_prefix(bad + 1);
    while (!bytes.empty() && (static_cast<unsigned char>(bytes[0]) & 0xC0) == 0x80) bytes.remove_prefix(1);
  }
}

/// Bytes of an encoding that iconv knows.
std::string converted(std::string_view bytes, const std::string& encoding, InvalidBytes invalid,
                      size_t& count) {
  Converter converter(encoding);
  const size_t unit = encoding.starts_with("utf-16") ? 2 : 1;
  std::string out;
  std::string_view rest = bytes;
  while (!converter.convert(rest, out) || !rest.empty()) {
    if (invalid == InvalidBytes::quarantine)
      throw std::runtime_error(fmt::format("byte {} is not {}; `invalid_utf8: repair` reads on",
                                           bytes.size() - rest.size(), encoding));
    out.append(kReplacement);
    ++count;
    rest.remove_prefix(std::min(unit, rest.size()));
  }
  return out;
}

/// Whether bytes are UTF-8 with characters beyond ASCII, which no text in a single-byte encoding is by
/// chance.
bool is_evident_utf8(std::string_view bytes) {
  return host::invalid_utf8(bytes) == std::string_view::npos &&
         std::any_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<signed char>(c) < 0; });
}

}  // namespace

Decoder::Decoder(const std::string& encoding, InvalidBytes invalid)
    : encoding_(canonical(encoding)), invalid_(invalid) {
  if (encoding_ == "auto") encoding_.clear();
  if (!encoding_.empty()) Converter probe(encoding_);
}

Decoder::Decoder(const Setup& setup)
    : Decoder(setup.string("encoding"), setup.string("invalid_utf8") == "repair" ? InvalidBytes::repair
                                        : setup.string("invalid_utf8") == "quarantine"
                                            ? InvalidBytes::quarantine
                                            : InvalidBytes::by_kind) {}

void Decoder::decode_record(std::string_view bytes, Text& text) const {
  if (!is_fixed() || encoding_ == "utf-8") return decode(bytes, text);
  text.utf8 = bytes;
  text.encoding = encoding_;
}

void Decoder::decode_page(std::string_view bytes, std::string_view stated, Text& text) const {
  decode(bytes, stated.empty() ? charset_in_page(bytes) : stated, InvalidBytes::repair, text);
}

void Decoder::decode(std::string_view bytes, std::string_view stated, InvalidBytes otherwise,
                     Text& text) const {
  const InvalidBytes invalid = invalid_ == InvalidBytes::by_kind ? otherwise : invalid_;
  const std::string_view bom = bom_encoding(bytes);
  bytes.remove_prefix(bom_length(bom));
  std::string encoding = bom.empty() ? encoding_ : std::string(bom);
  if (encoding.empty() && !stated.empty()) {
    encoding = canonical(stated);
    // Templates that say Latin-1 long outlived the move to UTF-8, and two bytes a character make UTF-16
    // evident.
    const bool single = encoding == "windows-1252" || encoding.starts_with("iso-8859");
    if (encoding == "utf-8" || encoding.starts_with("utf-16") || !Converter::knows(encoding) ||
        (single && is_evident_utf8(bytes)))
      encoding.clear();
  }
  if (encoding.empty()) encoding = detected_encoding(bytes);
  text.encoding = encoding;
  text.repaired = 0;
  if (encoding == "windows-1252") {
    text.changed = windows_1252::decoded(bytes);
  } else if (encoding != "utf-8") {
    text.changed = converted(bytes, encoding, invalid, text.repaired);
  } else if (const size_t bad = host::invalid_utf8(bytes); bad == std::string_view::npos) {
    text.utf8 = bytes;
    return;
  } else if (invalid == InvalidBytes::quarantine) {
    throw std::runtime_error(fmt::format(
        "byte {} is not UTF-8 (0x{:02x}); `encoding: windows-1252` or `invalid_utf8: repair` reads it",
        bom_length(bom) + bad, static_cast<unsigned char>(bytes[bad])));
  } else {
    text.changed = repaired_utf8(bytes, text.repaired);
  }
  text.utf8 = text.changed;
}

void note_decoding(const Decoder::Text& text, DocumentBase& doc) {
  if (text.encoding != "utf-8") doc.set_metadata("encoding", text.encoding);
  if (text.repaired)
    doc.warn(fmt::format("{} damaged character{} replaced", text.repaired,
                         text.repaired == 1 ? " was" : "s were"));
}

std::unique_ptr<Bytes> Decoder::recode(std::unique_ptr<Bytes> bytes) const {
  std::string first(4, '\0');
  size_t size = 0;
  try {
    while (size < first.size()) {
      const size_t n = bytes->read(first.data() + size, first.size() - size);
      if (n == 0) break;
      size += n;
    }
  } catch (const std::runtime_error&) {
    // What could be read comes first; the problem is thrown again behind it.
  }
  first.resize(size);
  const std::string_view bom = bom_encoding(first);
  const std::string encoding = bom.empty() ? encoding_ : std::string(bom);
  if (encoding.empty() || encoding == "utf-8") return pushed_back(std::move(bytes), std::move(first));
  first.erase(0, bom_length(bom));
  return recoded(std::move(bytes), std::move(first), encoding, invalid_ == InvalidBytes::repair);
}

}  // namespace claimsift
