// SPDX-License-Identifier: Apache-2.0
// plugin_templates.hpp - the files of a new plugin; @name@, @Name@ and @version@ are filled in. Constant
// data.
#pragma once

#include <string>
#include <vector>

namespace claimsift::cli {

struct PluginTemplate {
  std::string name, content;
};

std::vector<PluginTemplate> plugin_templates(bool in_c);

}  // namespace claimsift::cli
