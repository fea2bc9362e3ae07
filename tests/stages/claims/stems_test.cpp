// SPDX-License-Identifier: Apache-2.0
#include "stages/claims/stems.hpp"

#include <gtest/gtest.h>

#include <thread>

#include "stages/text/words.hpp"

namespace claimsift {
namespace {

TEST(Stems, FormsOfAWordAreOne) {
  EXPECT_EQ(stem_hash("warned"), stem_hash("Warnings"));
  EXPECT_EQ(stem_hash("MINISTERS"), stem_hash("minister"));
  EXPECT_NE(stem_hash("minister"), stem_hash("ministry"));
  EXPECT_EQ(stem_hash("warned"), word_hash("warn"));
}

TEST(Stems, LongWordsAreStemmedTooAndNoWordsStayAsTheyAre) {
  EXPECT_EQ(stem_hash("counterrevolutionaries"), stem_hash("counterrevolutionary"));
  const std::string no_word(100, 'x');
  EXPECT_EQ(stem_hash(no_word), word_hash(no_word));
  EXPECT_EQ(stem_hash(""), word_hash(""));
}

TEST(Stems, DoNotHangOnWhatWasStemmedBefore) {
  // More words than are remembered, so that places are taken over; each on a thread that remembers none.
  std::vector<uint32_t> fresh, again;
  const auto word = [](int i) { return "walk" + std::to_string(i) + "ing"; };
  std::thread([&] {
    for (int i = 0; i < 20'000; ++i) fresh.push_back(stem_hash(word(i)));
  }).join();
  std::thread([&] {
    for (int i = 20'000; i-- > 0;) stem_hash(word(i));
    for (int i = 0; i < 20'000; ++i) again.push_back(stem_hash(word(i)));
  }).join();
  EXPECT_EQ(fresh, again);
}

}  // namespace
}  // namespace claimsift
