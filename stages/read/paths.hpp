// SPDX-License-Identifier: Apache-2.0
// paths.hpp - turns the `paths:` of a reader (files, folders, globs with * ? [] and **) into a sorted list of
// files. A path that exists is taken literally before it is tried as a glob. Reads the file system; holds
// memory for the names alone. Reentrant.
#pragma once

#include <string>
#include <vector>

namespace claimsift {

/// All files below `paths`, in the order of `paths` and sorted within each. Of a folder, recursively, only
/// the files with one of `endings` (".txt"); symbolic links to folders are not followed in a walk. Throws
/// std::runtime_error for a path that leads nowhere.
std::vector<std::string> expand_paths(const std::vector<std::string>& paths,
                                      const std::vector<std::string>& endings);

/// A path as UTF-8: bytes that are not stand as %XX.
std::string shown(std::string_view path);

}  // namespace claimsift
