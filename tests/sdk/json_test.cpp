// SPDX-License-Identifier: Apache-2.0
#include "claimsift/json.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>

namespace claimsift::json {
namespace {

std::string string(std::string_view s) {
  std::string out;
  append_string(out, s);
  return out;
}
std::string number(double v) {
  std::string out;
  append_number(out, v);
  return out;
}

TEST(Json, EscapesWhatMustBe) {
  EXPECT_EQ(string("a\"b\\c\n\t\r\x01\x7f é"), "\"a\\\"b\\\\c\\n\\t\\r\\u0001\x7f é\"");
  EXPECT_EQ(string(""), "\"\"");
  EXPECT_EQ(string(std::string_view("\0", 1)), "\"\\u0000\"");
}

TEST(Json, NumbersAreShortestAndExact) {
  EXPECT_EQ(number(1.2e9), "1200000000");
  EXPECT_EQ(number(0.1), "0.1");
  EXPECT_EQ(number(-3), "-3");
  EXPECT_EQ(number(350e9), "350000000000");
  EXPECT_EQ(number(1e300), "1e+300");
  for (const double v : {1.0 / 3, 5e-324, 1.7976931348623157e308, 123456789.125})
    EXPECT_EQ(std::strtod(number(v).c_str(), nullptr), v);
}

TEST(Json, WhatIsNoNumberIsNull) {
  EXPECT_EQ(number(NAN), "null");
  EXPECT_EQ(number(INFINITY), "null");
}

TEST(Json, ObjectsAndArraysCloseThemselves) {
  std::string out;
  {
    Object object(out);
    object.text("a", "x");
    object.text("b", std::string_view());
    object.flag("c", true);
    Array list(object.key("d"));
    append_integer(list.element(), 1);
    append_integer(list.element(), 2);
  }
  EXPECT_EQ(out, "{\"a\":\"x\",\"b\":null,\"c\":true,\"d\":[1,2]}");
}

}  // namespace
}  // namespace claimsift::json
