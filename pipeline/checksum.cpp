// SPDX-License-Identifier: Apache-2.0
#include "pipeline/checksum.hpp"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <fstream>

namespace claimsift {

std::string sha256(std::string_view bytes) {
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  if (!EVP_Digest(bytes.data(), bytes.size(), digest, &size, EVP_sha256(), nullptr)) return {};
  std::string hex;
  for (unsigned int i = 0; i < size; ++i) hex += fmt::format("{:02x}", digest[i]);
  return hex;
}

std::string sha256_of_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return {};
  return sha256(std::string{std::istreambuf_iterator<char>(file), {}});
}

}  // namespace claimsift
