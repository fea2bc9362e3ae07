// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cstring>

#include "claimsift/layers.hpp"
#include "claimsift/stage.hpp"

namespace claimsift {
namespace {

enum class Colour : uint8_t { red, blue };

}  // namespace
template <> struct Choices<Colour> { static constexpr const char* names[] = {"red", "blue", nullptr}; };
namespace {

using Base =
    Layer<"base", Doc<"A base.">, Column<"colour", Colour, "Its colour.">, Column<"next", Ref<"base">>>;
using Extra = Layer<"extra", Extends<"base">, Column<"name", String>>;
using Part = Layer<"part", ChildOf<"base">, Column<"size", Number>>;

TEST(LayerType, DeclaresWhatItSays) {
  const cs_layer declared = Base::declaration();
  EXPECT_STREQ(declared.name, "base");
  EXPECT_STREQ(declared.doc, "A base.");
  EXPECT_EQ(declared.flags, 0u);
  EXPECT_STREQ(declared.columns[0].name, "colour");
  EXPECT_EQ(declared.columns[0].type, CS_CHOICE);
  EXPECT_STREQ(declared.columns[0].choices[1], "blue");
  EXPECT_EQ(declared.columns[1].type, CS_REF);
  EXPECT_STREQ(declared.columns[1].target, "base");
  EXPECT_EQ(declared.columns[2].name, nullptr);
}

TEST(LayerType, ExtendingAndChildLayersNameTheirBase) {
  EXPECT_EQ(Extra::declaration().flags, static_cast<uint32_t>(CS_EXTENDS));
  EXPECT_STREQ(Extra::declaration().of, "base");
  EXPECT_EQ(Part::declaration(true).flags, static_cast<uint32_t>(CS_CHILD | CS_OPTIONAL));
  EXPECT_STREQ(Part::declaration().columns[0].name, "of");
  EXPECT_EQ(Part::index<"size">, 1u);
}

TEST(View, FindsChildrenOfARow) {
  const uint32_t of[] = {0, 0, 2, 2, 2, 5};
  const double size[] = {1, 2, 3, 4, 5, 6};
  const cs_span spans[6] = {};
  const void* columns[] = {of, size};
  const View<Part> view(cs_view{1, 6, spans, columns});
  EXPECT_EQ(view.children(0), (std::pair<uint32_t, uint32_t>(0, 2)));
  EXPECT_EQ(view.children(1), (std::pair<uint32_t, uint32_t>(2, 2)));
  EXPECT_EQ(view.children(2), (std::pair<uint32_t, uint32_t>(2, 5)));
  EXPECT_EQ(view.get<"size">(5), 6);
  EXPECT_EQ(View<Part>().children(3), (std::pair<uint32_t, uint32_t>(0, 0)));
}

TEST(View, FindsTheFirstRowFromAnOffset) {
  const cs_span spans[] = {{0, 4}, {2, 3}, {7, 9}};
  const View<Layer<"spans">> view(cs_view{1, 3, spans, nullptr});
  EXPECT_EQ(view.lower_bound(0), 0u);
  EXPECT_EQ(view.lower_bound(3), 2u);
  EXPECT_EQ(view.lower_bound(8), 3u);
}

TEST(Null, IsKnownOfEveryType) {
  EXPECT_TRUE(is_null(CS_NULL_FLAG));
  EXPECT_TRUE(is_null(CS_NULL_INT));
  EXPECT_TRUE(is_null(CS_NULL_ID));
  EXPECT_TRUE(is_null(NAN));
  EXPECT_TRUE(is_null(kNoSpan));
  EXPECT_TRUE(is_null(cs_str{nullptr, 0}));
  EXPECT_TRUE(is_null(static_cast<Colour>(255)));
  EXPECT_FALSE(is_null(Colour::red));
  EXPECT_EQ(choice_name(Colour::blue), "blue");
  EXPECT_EQ(choice_name(static_cast<Colour>(255)).data(), nullptr);
}

}  // namespace
}  // namespace claimsift
