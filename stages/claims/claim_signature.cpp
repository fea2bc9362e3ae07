// SPDX-License-Identifier: Apache-2.0
#include "stages/claims/claim_signature.hpp"

#include <fmt/format.h>
#include <simdjson.h>

#include <charconv>
#include <stdexcept>

#include "stages/claims/key_bytes.hpp"
#include "stages/claims/list_file.hpp"
#include "stages/read/lines.hpp"

namespace claimsift {

namespace {

constexpr char kVersion = '\x01';

int digit(char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1; }

std::string from_hex(std::string_view digits) {
  std::string bytes;
  if (digits.size() % 2 != 0) throw std::runtime_error("a signature is cut off");
  for (size_t i = 0; i < digits.size(); i += 2) {
    const int high = digit(digits[i]), low = digit(digits[i + 1]);
    if (high < 0 || low < 0) throw std::runtime_error("a signature is made of hexadecimal digits");
    bytes += static_cast<char>(high << 4 | low);
  }
  return bytes;
}

}  // namespace

uint64_t claim_number(std::string_view id) {
  uint64_t number = 0;
  if (!id.empty()) std::from_chars(id.data() + 1, id.data() + id.size(), number, 16);
  return number;
}

std::string claim_name(uint64_t number) { return fmt::format("c{:016x}", number); }

std::string claim_signature(uint64_t id, const ClaimKey& key) {
  std::string bytes(1, kVersion), text = claim_name(id) + ':';
  key_bytes::put(bytes, key);
  for (const char c : bytes) {
    constexpr char kDigits[] = "0123456789abcdef";
    text += kDigits[static_cast<unsigned char>(c) >> 4];
    text += kDigits[static_cast<unsigned char>(c) & 15];
  }
  return text;
}

SignedClaim read_signature(std::string_view signature) {
  const size_t colon = signature.find(':');
  if (colon != 17 || signature[0] != 'c') throw std::runtime_error("a signature begins with a claim's id");
  const std::string bytes = from_hex(signature.substr(colon + 1));
  if (bytes.empty() || bytes[0] != kVersion)
    throw std::runtime_error("the signature is of another version of claimsift");
  SignedClaim claim{claim_number(signature.substr(0, colon)), {}};
  std::string_view rest = std::string_view(bytes).substr(1);
  key_bytes::take(rest, claim.key);
  if (!rest.empty()) throw std::runtime_error("a signature is too long");
  return claim;
}

void each_signature(const std::string& path, const std::function<void(const SignedClaim&)>& visit) {
  LineFile file(open_list(path), kLongestListRecord);
  simdjson::dom::parser parser;
  for (LineFile::Line line; file.next(line);) {
    const auto refuse = [&](std::string_view why) {
      throw std::runtime_error(fmt::format("{}:{}: {}", path, line.number, why));
    };
    if (line.too_long) refuse("the line is too long");
    if (line.text.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    simdjson::dom::object record;
    if (parser.parse(line.text).get(record) != simdjson::SUCCESS) refuse("expected a JSON object");
    std::string_view signature;
    if (record["signature"].get(signature) != simdjson::SUCCESS)
      refuse("the record has no `signature` (`claim_clusters: {signatures: true}` gives it one)");
    try {
      visit(read_signature(signature));
    } catch (const std::runtime_error& e) { refuse(e.what()); }
  }
}

}  // namespace claimsift
