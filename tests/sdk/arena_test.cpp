// SPDX-License-Identifier: Apache-2.0
#include "claimsift/host/arena.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <cstring>

namespace claimsift::host {
namespace {

uintptr_t address(const void* p) { return reinterpret_cast<uintptr_t>(p); }

TEST(Arena, IsNeverNull) {
  Arena arena;
  EXPECT_NE(arena.alloc(0), nullptr);
  EXPECT_NE(arena.alloc(1), nullptr);
}

TEST(Arena, AlignsEachPieceAndKeepsThemApart) {
  Arena arena(256);
  uintptr_t end = 0;
  for (size_t alignment = 1; alignment <= 64; alignment *= 2) {
    void* const piece = arena.alloc(3, alignment);
    EXPECT_EQ(address(piece) % alignment, 0u);
    if (end != 0) { EXPECT_GE(address(piece), end); }
    end = address(piece) + 3;
    std::memset(piece, 1, 3);
  }
}

TEST(Arena, PieceThatExactlyFillsTheBlockIsTakenFromIt) {
  Arena arena(64);
  char* const first = static_cast<char*>(arena.alloc(32, 1));
  EXPECT_EQ(arena.alloc(32, 1), first + 32);
}

TEST(Arena, PieceBeyondTheBlockLeavesEarlierOnesAsTheyAre) {
  Arena arena(64);
  const std::string_view early = arena.keep("prices rose");
  char* const large = arena.array<char>(10000);
  std::memset(large, 'x', 10000);
  EXPECT_EQ(early, "prices rose");
}

TEST(Arena, ResetGivesTheSameMemoryAgain) {
  Arena arena(64);
  arena.alloc(40);
  arena.alloc(400);
  arena.reset();  // one block for both from now on
  void* const first = arena.alloc(40);
  arena.alloc(400);
  arena.reset();
  EXPECT_EQ(arena.alloc(40), first);
}

}  // namespace
}  // namespace claimsift::host
