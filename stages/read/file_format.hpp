// SPDX-License-Identifier: Apache-2.0
// file_format.hpp - what files hold, by their names. Pure functions.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace claimsift {

/// What a file holds.
enum class FileFormat : uint8_t { automatic, text, html, jsonl, csv, warc };

/// The endings of files that a folder is searched for.
std::vector<std::string> endings(FileFormat format);

/// What a file holds by its name, packed or not; automatic where the name does not tell.
FileFormat format_of(const std::string& path);

/// Whether the format `html` can be needed for a file.
bool may_hold_pages(FileFormat format, const std::string& file);

}  // namespace claimsift
