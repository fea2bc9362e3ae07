// SPDX-License-Identifier: Apache-2.0
#include "stages/read/lines.hpp"

#include <cstring>

namespace claimsift {

bool LineFile::next(Line& line) {
  line = {};
  size_t scanned = 0;
  uint64_t dropped = 0;
  bool at_end = false;
  for (;;) {
    const std::string_view have = file_.ahead();
    const size_t stop = have.find('\n', scanned);
    const size_t length = stop == std::string_view::npos ? have.size() : stop;
    if (stop != std::string_view::npos || at_end) {
      if (at_end && have.empty() && dropped == 0) return false;
      line.number = ++number_;
      if (dropped + length > longest_)
        line.too_long = dropped + length;
      else
        line.text = have.substr(0, length > 0 && have[length - 1] == '\r' ? length - 1 : length);
      file_.take(length + (at_end ? 0 : 1));
      return true;
    }
    scanned = have.size();
    if (dropped + have.size() > longest_) {  // it is too long already: keep counting, not its bytes
      dropped += have.size();
      file_.take(have.size());
      scanned = 0;
    }
    at_end = !file_.more();
  }
}

bool LineFile::rest(std::string& all) {
  for (;;) {
    if (all.size() + file_.ahead().size() > longest_) return false;
    all.append(file_.ahead());
    file_.take(file_.ahead().size());
    if (!file_.more()) return true;
  }
}

int LineFile::peek() {
  if (file_.ahead().empty() && !file_.more()) return -1;
  return static_cast<unsigned char>(file_.ahead()[0]);
}

void LineFile::skip_to(uint64_t offset, uint64_t number) {
  file_.skip_to(offset);
  number_ = number;
}

}  // namespace claimsift
