// SPDX-License-Identifier: Apache-2.0
#include "stages/write/write_table.hpp"

#include <fmt/format.h>

namespace claimsift {

namespace {

constexpr size_t kSpeakerWidth = 22;

/// At most `width` code points, on one line and without control characters; "…" marks what was cut.
std::string cut(std::string_view text, size_t width, bool pad) {
  std::string out;
  size_t count = 0;
  for (size_t i = 0; i < text.size();) {
    size_t next = i + 1;
    while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0) == 0x80) ++next;
    if (count + 1 == width && next < text.size()) {
      out += "…";
      ++count;
      break;
    }
    if (static_cast<unsigned char>(text[i]) < 0x20 || text[i] == 0x7f)
      out += ' ';
    else
      out += text.substr(i, next - i);
    ++count;
    i = next;
  }
  if (pad) out.append(width - std::min(width, count), ' ');
  return out;
}

/// "checked before: False (0.83), https://...".
std::string checked_before(const View<layers::ClaimMatches>& matches, uint32_t match) {
  const std::string_view verdict = matches.get<"verdict">(match), url = matches.get<"url">(match);
  std::string line =
      fmt::format("checked before: {} ({:.2f})", verdict.empty() ? matches.get<"id">(match) : verdict,
                  matches.get<"score">(match));
  if (!url.empty()) line += fmt::format(", {}", url);
  return line;
}

}  // namespace

void WriteTable::begin(Document& doc) const {
  doc.emit(fmt::format("score  {:<{}}  claim\n", "speaker", kSpeakerWidth));
}

void WriteTable::process(Document& doc) const {
  const auto claims = doc.read<layers::Claims>();
  const auto speakers = doc.read<layers::Speakers>();
  const auto clusters = doc.read<layers::ClaimClusters>();
  const auto matches = doc.read<layers::ClaimMatches>();
  if (claims.empty()) return;
  const size_t rest = width_ - kSpeakerWidth - 9;
  const auto note = [&](std::string_view text) {
    return fmt::format("{:>{}}{}\n", "", kSpeakerWidth + 9, cut(text, rest, false));
  };
  std::string out = fmt::format("\n{}\n", cut(doc.id(), width_, false));
  for (uint32_t i = 0; i < claims.size(); ++i) {
    const uint32_t attribution = claims.get<"attribution">(i);
    std::string_view speaker;
    if (!is_null(attribution) && speakers.present()) speaker = speakers.get<"name">(attribution);
    out += fmt::format(" {:.2f}  {}  {}\n", claims.get<"check_worthiness">(i),
                       cut(speaker, kSpeakerWidth, true), cut(claims.get<"standalone">(i), rest, false));
    if (clusters.present() && clusters.get<"cluster">(i) != claims.get<"id">(i))
      out += note(fmt::format("= repeats {}", clusters.get<"cluster">(i)));
    if (const auto [first, last] = matches.children(i); first < last)
      out += note(checked_before(matches, first));
  }
  doc.emit(out);
}

}  // namespace claimsift
