// SPDX-License-Identifier: Apache-2.0
#include "claimsift/host/tables.hpp"

#include <gmock/gmock.h>

namespace claimsift::host {
namespace {

using Parent = Layer<"parent", Column<"number", Number>, Column<"next", Ref<"parent">>>;
using Child = Layer<"child", ChildOf<"parent">, Column<"word", String>>;
using Extra = Layer<"extra", Extends<"parent">, Column<"flag", Flag>>;

class TablesTest : public testing::Test {
 protected:
  TablesTest() : schemas_(make()), tables_(schemas_, arena_) {
    tables_.reset("some text of forty bytes, more or less..", true);
  }

  static std::vector<TableSchema> make() {
    static constexpr cs_layer kLayers[] = {Parent::declaration(), Child::declaration(), Extra::declaration()};
    std::vector<TableSchema> schemas(3);
    for (size_t i = 0; i < 3; ++i) {
      schemas[i].name = kLayers[i].name;
      schemas[i].layer = &kLayers[i];
      count_columns(schemas[i]);
    }
    schemas[0].targets = {kNoRow, 0};
    schemas[1].base = schemas[2].base = 0;
    schemas[1].targets = {0, kNoRow};
    return schemas;
  }
  std::string commit(std::vector<uint32_t> layers) { return tables_.commit(layers.data(), layers.size()); }
  const uint32_t* refs(uint32_t layer, uint32_t column) {
    return static_cast<const uint32_t*>(tables_[layer].columns[column]);
  }

  Arena arena_;
  std::vector<TableSchema> schemas_;
  Tables tables_;
};

TEST_F(TablesTest, SortsStagedRowsAndLetsReferencesFollow) {
  const uint32_t late = tables_.add(0, {20, 25}), early = tables_.add(0, {5, 9}),
                 longer = tables_.add(0, {5, 12});
  tables_.set(0, late, 1, early);
  tables_.set(0, early, 1, longer);
  const uint32_t of_early = tables_.add(1, {6, 7}), of_late = tables_.add(1, {21, 22});
  tables_.set(1, of_early, 0, early);
  tables_.set(1, of_late, 0, late);
  ASSERT_EQ(commit({0, 1}), "");
  EXPECT_EQ(tables_[0].spans[0].end, 12u) << "longest first";
  EXPECT_EQ(tables_[0].spans[2].begin, 20u);
  EXPECT_EQ(refs(0, 1)[2], 1u);
  EXPECT_EQ(refs(0, 1)[1], 0u);
  EXPECT_EQ(refs(0, 1)[0], kNoRow);
  EXPECT_EQ(refs(1, 0)[0], 1u);
  EXPECT_EQ(refs(1, 0)[1], 2u);
}

TEST_F(TablesTest, KeepsManyRows) {
  for (uint32_t i = 0; i < 5000; ++i)
    tables_.set(0, tables_.add(0, {39 - i % 40, 40}), 0, static_cast<double>(i));
  ASSERT_EQ(commit({0}), "");
  EXPECT_EQ(tables_[0].count, 5000u);
  for (uint32_t i = 1; i < 5000; ++i) EXPECT_LE(tables_[0].spans[i - 1].begin, tables_[0].spans[i].begin);
}

TEST_F(TablesTest, ALayerThatNobodyAddedToIsEmptyAndPresent) {
  ASSERT_EQ(commit({0, 1, 2}), "");
  EXPECT_TRUE(tables_[0].present);
  EXPECT_EQ(tables_[1].count, 0u);
}

TEST_F(TablesTest, AnExtendingLayerHasAsManyRowsAsItsBase) {
  tables_.add(0, {0, 4});
  ASSERT_EQ(commit({0}), "");
  EXPECT_THAT(commit({2}), testing::HasSubstr("layer `extra` has no rows, but `parent` has"));
}

TEST_F(TablesTest, BulkRowsOfAnExtendingLayerAreCounted) {
  tables_.add(0, {0, 4});
  tables_.add(0, {5, 6});
  ASSERT_EQ(commit({0}), "");
  const uint8_t flags[] = {1, 0, 1};
  const void* columns[] = {flags};
  EXPECT_THAT(tables_.write(2, 3, nullptr, columns),
              testing::HasSubstr("has 3 rows, `parent`, which it extends, has 2"));
}

TEST_F(TablesTest, AChildWithoutAParentIsRefused) {
  tables_.add(1, {0, 1});
  EXPECT_THAT(commit({0, 1}), testing::HasSubstr("column `of` has a value that is none of its type"));
}

TEST_F(TablesTest, DiscardedLayersAreAbsent) {
  tables_.add(0, {0, 4});
  const uint32_t layer = 0;
  tables_.discard(&layer, 1);
  EXPECT_FALSE(tables_[0].present);
  EXPECT_EQ(tables_[0].count, 0u);
}

TEST(ArenaTest, KeepsAlignmentAndReusesItsMemory) {
  Arena arena(1024);
  for (const size_t alignment : {1u, 2u, 8u, 16u, 64u}) {
    arena.alloc(1, 1);
    EXPECT_EQ(reinterpret_cast<uintptr_t>(arena.alloc(100, alignment)) % alignment, 0u);
  }
  for (int i = 0; i < 100; ++i) arena.alloc(1000);
  arena.reset();
  const void* first = arena.alloc(8);
  for (int i = 0; i < 100; ++i) arena.alloc(1000);
  arena.reset();
  EXPECT_EQ(arena.alloc(8), first) << "one block holds what the last document needed";
}

}  // namespace
}  // namespace claimsift::host
