// SPDX-License-Identifier: Apache-2.0
#include "stages/read/encoding.hpp"

#include <fmt/format.h>
#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <vector>

#include "claimsift/host/utf8.hpp"

namespace claimsift {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// The characters of 0x80..0x9F in windows-1252; 0: none.
constexpr std::array<uint16_t, 32> kWindows1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

void append_utf8(std::string& out, uint32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | c >> 6);
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xE0 | c >> 12);
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

std::string from_windows_1252(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 16);
  for (const char byte : bytes) {
    const auto c = static_cast<unsigned char>(byte);
    append_utf8(out, c >= 0x80 && c < 0xA0 ? (kWindows1252[c - 0x80] ? kWindows1252[c - 0x80] : 0xFFFD) : c);
  }
  return out;
}

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

/// The bytes that begin at a lead byte and have the shape of a UTF-8 sequence, valid or not; 0 if they have
/// not.
size_t utf8_shape(std::string_view bytes, size_t at) {
  const auto c = static_cast<unsigned char>(bytes[at]);
  const size_t length = c >= 0xF0 && c < 0xF8 ? 4 : c >= 0xE0 && c < 0xF0 ? 3 : c >= 0xC0 && c < 0xE0 ? 2 : 0;
  for (size_t i = 1; i < length; ++i) {
    // Cut off at the end of the file; a lead byte alone could be a letter, but for those that most text uses.
    if (at + i == bytes.size()) return i > 1 || c == 0xC2 || c == 0xC3 || c == 0xE2 ? i : 0;
    if ((static_cast<unsigned char>(bytes[at + i]) & 0xC0) != 0x80) return 0;
  }
  return length;
}

/// Characters of windows-1252 that hardly stand in Western text: they tell of damage or of another encoding.
bool is_rare(unsigned char c) {
  if (c >= 0x80 && c < 0xA0) return kWindows1252[c - 0x80] == 0;
  return c == 0xFF || c == 0xFE || c == 0xDE || c == 0xD0 || c == 0xF0 || c == 0xD7 || c == 0xF7 ||
         c == 0xAC || c == 0xA4 || c == 0xAF;
}

class Iconv {
 public:
  explicit Iconv(const std::string& from) : handle_(::iconv_open("UTF-8", from.c_str())) {
    if (handle_ == reinterpret_cast<iconv_t>(-1))
      throw std::runtime_error(fmt::format("no encoding is called `{}` (`iconv -l` lists all)", from));
  }
  ~Iconv() { ::iconv_close(handle_); }
  Iconv(const Iconv&) = delete;
  Iconv& operator=(const Iconv&) = delete;

  /// Appends what can be converted, and takes it off `bytes`; stops at what is damaged (false) or cut off.
  bool convert(std::string_view& bytes, std::string& out) {
    char buffer[4096];
    while (!bytes.empty()) {
      char* from = const_cast<char*>(bytes.data());
      size_t left = bytes.size(), room = sizeof buffer;
      char* to = buffer;
      const size_t result = ::iconv(handle_, &from, &left, &to, &room);
      const int why = errno;
      out.append(buffer, sizeof buffer - room);
      bytes.remove_prefix(bytes.size() - left);
      if (result == static_cast<size_t>(-1) && why != E2BIG) return why == EINVAL;
    }
    return true;
  }

 private:
  iconv_t handle_;
};

/// A stream of bytes in another encoding, as UTF-8.
class Recoded : public Bytes {
 public:
  Recoded(std::unique_ptr<Bytes> bytes, std::string raw, const std::string& encoding, InvalidBytes invalid)
      : bytes_(std::move(bytes)),
        raw_(std::move(raw)),
        iconv_(encoding),
        encoding_(encoding),
        invalid_(invalid),
        unit_(encoding.starts_with("utf-16") ? 2 : 1) {}

  size_t read(char* to, size_t most) override {
    while (at_ == ready_.size())
      if (!fill()) return 0;
    const size_t n = std::min(most, ready_.size() - at_);
    std::memcpy(to, ready_.data() + at_, n);
    at_ += n;
    return n;
  }
  std::string remark() const override { return bytes_->remark(); }

 private:
  bool fill() {
    ready_.clear();
    at_ = 0;
    if (!at_end_) {
      const size_t held = raw_.size();
      raw_.resize(held + kChunk);
      const size_t n = bytes_->read(raw_.data() + held, kChunk);
      raw_.resize(held + n);
      at_end_ = n == 0;
    }
    std::string_view rest = raw_;
    while (!iconv_.convert(rest, ready_) || (at_end_ && !rest.empty())) replace(rest);
    offset_ += raw_.size() - rest.size();
    raw_.erase(0, raw_.size() - rest.size());
    return !ready_.empty() || !at_end_;
  }
  void replace(std::string_view& rest) {
    const size_t at = offset_ + (raw_.size() - rest.size());
    if (invalid_ != InvalidBytes::repair)
      throw std::runtime_error(
          fmt::format("byte {} of the file is not {}; `invalid_utf8: repair` reads on", at, encoding_));
    ready_.append(kReplacement);
    rest.remove_prefix(std::min(unit_, rest.size()));
  }

  static constexpr size_t kChunk = 1 << 16;
  std::unique_ptr<Bytes> bytes_;
  std::string raw_, ready_;  // read and not converted; converted and not read
  Iconv iconv_;
  std::string encoding_;
  InvalidBytes invalid_;
  size_t unit_, at_ = 0, offset_ = 0;
  bool at_end_ = false;
};

/// Bytes of which the first were read already.
class Pushed : public Bytes {
 public:
  Pushed(std::unique_ptr<Bytes> bytes, std::string first)
      : bytes_(std::move(bytes)), first_(std::move(first)) {}
  size_t read(char* to, size_t most) override {
    if (at_ == first_.size()) return bytes_->read(to, most);
    const size_t n = std::min(most, first_.size() - at_);
    std::memcpy(to, first_.data() + at_, n);
    at_ += n;
    return n;
  }
  bool skip(uint64_t count) override {
    const uint64_t held = std::min<uint64_t>(count, first_.size() - at_);
    at_ += held;
    return held == count || bytes_->skip(count - held);
  }
  std::string remark() const override { return bytes_->remark(); }

 private:
  std::unique_ptr<Bytes> bytes_;
  std::string first_;
  size_t at_ = 0;
};

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
  Iconv iconv(encoding);
  const size_t unit = encoding.starts_with("utf-16") ? 2 : 1;
  std::string out;
  std::string_view rest = bytes;
  while (!iconv.convert(rest, out) || !rest.empty()) {
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

bool is_known(const std::string& encoding) {
  const iconv_t handle = ::iconv_open("UTF-8", encoding.c_str());
  if (handle == reinterpret_cast<iconv_t>(-1)) return false;
  ::iconv_close(handle);
  return true;
}

}  // namespace

std::string_view bom_encoding(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return "utf-8";
  if (bytes.starts_with("\xFF\xFE")) return "utf-16le";
  if (bytes.starts_with("\xFE\xFF")) return "utf-16be";
  return {};
}

std::string_view detected_encoding(std::string_view bytes) {
  if (host::invalid_utf8(bytes) == std::string_view::npos) return "utf-8";
  size_t high = 0, shaped = 0, rare = 0;
  for (size_t i = 0; i < bytes.size();) {
    const auto c = static_cast<unsigned char>(bytes[i]);
    const size_t shape = c < 0x80 ? 0 : utf8_shape(bytes, i);
    high += c >= 0x80 ? std::max<size_t>(shape, 1) : 0;
    shaped += shape;
    rare += c >= 0x80 && shape == 0 && is_rare(c);
    i += std::max<size_t>(shape, 1);
  }
  return (shaped + rare) * 10 >= high ? "utf-8" : "windows-1252";
}

std::string_view charset_in_page(std::string_view bytes) {
  constexpr size_t kHead =
      8192;  // browsers look at the first kilobyte; comments in front make some pages' heads long
  bytes = bytes.substr(0, kHead);
  for (size_t at = 0; (at = bytes.find('<', at)) != std::string_view::npos; ++at) {
    const std::string_view rest = bytes.substr(at);
    const auto is = [&](std::string_view name) {
      return rest.size() > name.size() &&
             std::equal(name.begin(), name.end(), rest.begin(),
                        [](char a, char b) { return a == (b | 0x20) || a == b; });
    };
    if (is("<!--")) {
      at = bytes.find("-->", at);
      if (at == std::string_view::npos) return {};
    } else if (is("<meta") || is("<?xml")) {
      const std::string_view element = rest.substr(0, rest.find('>'));
      if (const std::string_view found = charset_of(element); !found.empty()) return found;
      if (const size_t xml = element.find("encoding=\""); is("<?xml") && xml != std::string_view::npos) {
        const std::string_view name = element.substr(xml + 10);
        return name.substr(0, name.find('"'));
      }
    }
  }
  return {};
}

std::string_view charset_of(std::string_view content_type) {
  constexpr std::string_view kKey = "charset=";
  const auto at = std::search(content_type.begin(), content_type.end(), kKey.begin(), kKey.end(),
                              [](char a, char b) { return (a | 0x20) == (b | 0x20); });
  if (at == content_type.end()) return {};
  std::string_view rest = content_type.substr(static_cast<size_t>(at - content_type.begin()) + kKey.size());
  while (!rest.empty() && std::strchr(" \t\"'", rest.front())) rest.remove_prefix(1);
  return rest.substr(0, rest.find_first_of(" \t\"';,>/"));
}

Decoder::Decoder(const std::string& encoding, InvalidBytes invalid)
    : encoding_(canonical(encoding)), invalid_(invalid) {
  if (encoding_ == "auto") encoding_.clear();
  if (!encoding_.empty()) Iconv probe(encoding_);
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
    if (encoding == "utf-8" || encoding.starts_with("utf-16") || !is_known(encoding) ||
        (single && is_evident_utf8(bytes)))
      encoding.clear();
  }
  if (encoding.empty()) encoding = detected_encoding(bytes);
  text.encoding = encoding;
  text.repaired = 0;
  if (encoding == "windows-1252") {
    text.changed = from_windows_1252(bytes);
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
  if (encoding.empty() || encoding == "utf-8")
    return std::make_unique<Pushed>(std::move(bytes), std::move(first));
  first.erase(0, bom_length(bom));
  return std::make_unique<Recoded>(std::move(bytes), std::move(first), encoding, invalid_);
}

}  // namespace claimsift
