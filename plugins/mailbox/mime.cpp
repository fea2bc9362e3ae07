// SPDX-License-Identifier: Apache-2.0
#include "mime.hpp"

#include <algorithm>
#include <claimsift/host/utf8.hpp>
#include <cstdio>

namespace mailbox {

namespace {

constexpr int kDeepest = 10;  // parts within parts

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char l = static_cast<char>(c | 0x20);
  return l >= 'a' && l <= 'f' ? l - 'a' + 10 : -1;
}

std::string from_quoted_printable(std::string_view text, bool in_header) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = text.substr(i + 1);
    if (text[i] == '=' && (rest.starts_with("\n") || rest.starts_with("\r\n"))) {
      i += rest[0] == '\n' ? 1 : 2;  // a line that goes on
    } else if (text[i] == '=' && rest.size() >= 2 && hex(rest[0]) >= 0 && hex(rest[1]) >= 0) {
      out += static_cast<char>(hex(rest[0]) * 16 + hex(rest[1]));
      i += 2;
    } else {
      out += in_header && text[i] == '_' ? ' ' : text[i];
    }
  }
  return out;
}

std::string from_base64(std::string_view text) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  uint32_t bits = 0;
  int held = 0;
  for (const char c : text) {
    const size_t value = kDigits.find(c);
    if (c == '=') break;
    if (value == std::string_view::npos) continue;
    bits = bits << 6 | static_cast<uint32_t>(value);
    held += 6;
    if (held < 8) continue;
    held -= 8;
    out += static_cast<char>(bits >> held & 255);
  }
  return out;
}

/// The value of a header, unfolded; empty if it is absent.
std::string header(std::string_view headers, std::string_view name) {
  std::string value;
  bool inside = false;
  while (!headers.empty()) {
    const size_t end = std::min(headers.find('\n'), headers.size());
    std::string_view line = headers.substr(0, end);
    headers.remove_prefix(std::min(end + 1, headers.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.starts_with(' ') || line.starts_with('\t')) {
      if (inside) value += line;
      continue;
    }
    if (inside) break;
    const size_t colon = line.find(':');
    inside = colon != std::string_view::npos && lower(line.substr(0, colon)) == name;
    if (inside) value = line.substr(std::min(line.find_first_not_of(" \t", colon + 1), line.size()));
  }
  return value;
}

/// A parameter of a header such as `boundary`.
std::string parameter(const std::string& value, const std::string& name) {
  const size_t at = lower(value).find(name + "=");
  if (at == std::string::npos) return {};
  const std::string rest = value.substr(at + name.size() + 1);
  if (rest.starts_with('"')) return rest.substr(1, rest.find('"', 1) - 1);
  return rest.substr(0, rest.find_first_of("; \t"));
}

std::string body_text(std::string_view headers, std::string_view body) {
  const std::string encoding = lower(header(headers, "content-transfer-encoding"));
  if (encoding.starts_with("base64")) return as_utf8(from_base64(body));
  if (encoding.starts_with("quoted-printable")) return as_utf8(from_quoted_printable(body, false));
  return as_utf8(body);
}

void split(std::string_view part, std::string_view& headers, std::string_view& body) {
  size_t end = part.find("\n\n"), gap = 2;
  if (const size_t crlf = part.find("\r\n\r\n"); crlf < end) end = crlf, gap = 4;
  headers = part.substr(0, end);
  body = end == std::string_view::npos ? std::string_view() : part.substr(end + gap);
}

/// Takes the text of a part or of what is in it; plain text wins over HTML.
void take_text(std::string_view part, int depth, Message& message) {
  std::string_view headers, body;
  split(part, headers, body);
  const std::string type = header(headers, "content-type"), kind = lower(type);
  if (kind.starts_with("multipart/") && depth < kDeepest) {
    const std::string mark = "--" + parameter(type, "boundary");
    for (size_t at = body.find(mark); at != std::string_view::npos && mark.size() > 2;) {
      const size_t begin = std::min(body.find('\n', at), body.size() - 1) + 1, next = body.find(mark, begin);
      if (body.substr(at + mark.size()).starts_with("--")) break;
      take_text(body.substr(begin, next - begin), depth + 1, message);
      at = next;
    }
    return;
  }
  const bool plain = kind.empty() || kind.starts_with("text/plain"), html = kind.starts_with("text/html");
  const bool attached = lower(header(headers, "content-disposition")).starts_with("attachment");
  if (attached || !(plain || html) || !(message.text.empty() || (plain && message.is_html))) return;
  message.text = body_text(headers, body);
  message.is_html = html;
}

}  // namespace

std::string as_utf8(std::string_view bytes) {
  if (claimsift::host::invalid_utf8(bytes) == std::string_view::npos) return std::string(bytes);
  std::string out;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80) out += static_cast<char>(0xC0 | byte >> 6);
    out += byte >= 0x80 ? static_cast<char>(0x80 | (byte & 0x3F)) : c;
  }
  return out;
}

std::string decoded_words(std::string_view header) {
  std::string out;
  bool after_word = false;
  while (!header.empty()) {
    const size_t at = std::min(header.find("=?"), header.size());
    const std::string_view between = header.substr(0, at);
    if (!after_word || between.find_first_not_of(" \t") != std::string_view::npos) out += as_utf8(between);
    header.remove_prefix(at);
    const size_t charset = header.find('?', 2), coding = header.find('?', charset + 1),
                 end = header.find("?=", coding + 1);
    if (header.empty()) break;
    if (charset == std::string_view::npos || coding != charset + 2 || end == std::string_view::npos) {
      out += as_utf8(header);
      break;
    }
    const std::string_view word = header.substr(coding + 1, end - coding - 1);
    out +=
        as_utf8((header[charset + 1] | 0x20) == 'b' ? from_base64(word) : from_quoted_printable(word, true));
    header.remove_prefix(end + 2);
    after_word = true;
  }
  return out;
}

std::string iso_date(std::string_view date) {
  constexpr std::string_view kMonths = "janfebmaraprmayjunjulaugsepoctnovdec";
  if (const size_t comma = date.find(','); comma != std::string_view::npos) date.remove_prefix(comma + 1);
  int day = 0, year = 0, hour = 0, minute = 0, second = 0, zone = 0;
  char month[4] = {}, sign = '+';
  const int found = std::sscanf(std::string(date).c_str(), "%d %3s %d %d:%d:%d %c%4d", &day, month, &year,
                                &hour, &minute, &second, &sign, &zone);
  const size_t at = kMonths.find(lower(month));
  if (found < 3 || at == std::string_view::npos || at % 3 != 0 || day < 1 || day > 31 || year < 1000 ||
      year > 9999)
    return {};
  char iso[48];
  int size = std::snprintf(iso, sizeof iso, "%04d-%02d-%02d", year, static_cast<int>(at) / 3 + 1, day);
  if (found >= 5 && hour < 24 && minute < 60 && second < 61 && hour >= 0 && minute >= 0 && second >= 0)
    size += std::snprintf(iso + size, sizeof iso - static_cast<size_t>(size), "T%02d:%02d:%02d", hour, minute,
                          second);
  if (found == 8 && (sign == '+' || sign == '-') && zone >= 0 && zone <= 1400)
    std::snprintf(iso + size, sizeof iso - static_cast<size_t>(size), "%c%02d:%02d", sign, zone / 100,
                  zone % 100);
  return iso;
}

Message parse_message(std::string_view bytes) {
  Message message;
  std::string_view headers, body;
  split(bytes, headers, body);
  message.subject = decoded_words(header(headers, "subject"));
  message.from = decoded_words(header(headers, "from"));
  message.date = iso_date(header(headers, "date"));
  message.id = as_utf8(header(headers, "message-id"));
  take_text(bytes, 0, message);
  return message;
}

}  // namespace mailbox
