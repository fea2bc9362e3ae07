// SPDX-License-Identifier: Apache-2.0
#include "stages/read/warc_record.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "stages/read/detect_encoding.hpp"
#include "stages/read/http.hpp"
#include "stages/read/warc.hpp"

namespace claimsift {

namespace {

std::string media_type(std::string_view content_type) {
  std::string type(content_type.substr(0, content_type.find_first_of("; \t")));
  for (char& c : type)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  return type;
}

bool looks_like_page(std::string_view body) {
  return body.substr(0, 1024).find('<') != std::string_view::npos;
}

void set_origin(std::string_view headers, DocumentBase& doc) {
  std::string_view id = header_value(headers, "WARC-Record-ID");
  if (id.starts_with('<') && id.ends_with('>')) id = id.substr(1, id.size() - 2);
  std::string_view url = header_value(headers, "WARC-Target-URI");
  if (url.starts_with('<') && url.ends_with('>')) url = url.substr(1, url.size() - 2);
  if (!id.empty()) doc.set_id(id);
  if (!url.empty()) doc.set_metadata("url", url);
  if (const std::string_view date = header_value(headers, "WARC-Date"); !date.empty())
    doc.set_metadata("crawled", date);
}

Status set_text(std::string_view body, const WarcReading& reading, DocumentBase& doc) {
  Decoder::Text text;
  reading.decoder.decode_page(body, "utf-8", text);
  note_decoding(text, doc);
  doc.set_text(doc.keep(text.utf8));
  return CS_OK;
}

Status set_page(std::string_view body, std::string_view type, const WarcReading& reading, DocumentBase& doc) {
  if (!reading.html)
    throw std::runtime_error(fmt::format("pages in HTML cannot be read: {}", reading.why_no_html));
  Decoder::Text text;
  reading.decoder.decode_page(body, charset_of(type), text);
  note_decoding(text, doc);
  return doc.parse_as(*reading.html, text.utf8, type);
}

Status set_body(std::string_view body, std::string_view type, const WarcReading& reading, DocumentBase& doc) {
  const std::string media = media_type(type);
  if (media == "text/html" || media == "application/xhtml+xml" || (media.empty() && looks_like_page(body)))
    return set_page(body, type, reading, doc);
  if (media == "text/plain") return set_text(body, reading, doc);
  return doc.skip(fmt::format("content of type {}", media.empty() ? "unknown" : media));
}

}  // namespace

Status parse_warc_record(std::string_view headers, std::string_view body, const WarcReading& reading,
                         DocumentBase& doc) {
  const std::string_view kind = header_value(headers, "WARC-Type");
  const std::string_view type = header_value(headers, "Content-Type");
  set_origin(headers, doc);
  if (kind == "conversion" || kind == "resource") return set_body(body, type, reading, doc);
  if (kind != "response") return doc.skip(fmt::format("record of type {}", kind.empty() ? "unknown" : kind));
  HttpResponse response;
  read_http(body, reading.ratio, reading.longest, response);
  if (response.status != 0 && (response.status < 200 || response.status > 299))
    return doc.skip(fmt::format("HTTP status {}", response.status));
  if (!response.unsupported.empty() && !looks_like_page(response.body))
    return doc.skip(fmt::format("content encoding {}", response.unsupported));
  return set_body(response.body, header_value(response.headers, "Content-Type"), reading, doc);
}

}  // namespace claimsift
