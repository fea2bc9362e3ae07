// SPDX-License-Identifier: Apache-2.0
// mime.hpp - one message of a mailbox (RFC 5322, MIME): its headers as text, and the part that people read.
// Pure functions.
#pragma once

#include <string>
#include <string_view>

namespace mailbox {

struct Message {
  std::string id, subject, from;
  std::string date;  // ISO 8601, empty where it cannot be read
  std::string text;  // UTF-8
  bool is_html = false;
};

Message parse_message(std::string_view bytes);

/// Text of mail in UTF-8: what is no UTF-8 is taken for windows-1252's letters.
std::string as_utf8(std::string_view bytes);

/// "=?utf-8?B?w7w=?=" and its like in headers, decoded.
std::string decoded_words(std::string_view header);

/// "Tue, 5 Mar 2024 10:30:00 +0100" as "2024-03-05T10:30:00+01:00"; empty for what is no date.
std::string iso_date(std::string_view date);

}  // namespace mailbox
