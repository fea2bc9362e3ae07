// SPDX-License-Identifier: Apache-2.0
// values.hpp - TIMEX3 values as text: dates with X for what is not known, weeks, quarters, seasons,
// durations. Pure functions that write into a small fixed buffer.
#pragma once

#include <string_view>

#include "stages/times/expression.hpp"

namespace claimsift::times {

/// A value under construction; what does not fit is cut off.
class Value {
 public:
  std::string_view view() const { return {data_, size_}; }
  bool empty() const { return size_ == 0; }
  void clear() { size_ = 0; }
  Value& put(std::string_view s) {
    for (const char c : s)
      if (size_ < sizeof data_) data_[size_++] = c;
    return *this;
  }
  /// A number with at least `width` digits; kUnset gives as many X.
  Value& number(int64_t n, int width);

 private:
  char data_[48];
  uint8_t size_ = 0;
};

/// A date or part of a year, with clock and part of the day; fields that are not set are X down to the finest
/// set.
Value value_of(const Moment& m);
/// A week and, unless 0, its weekday; `year` may be kUnset.
Value week_value(int year, int week, int weekday = 0);
/// A length of time; NaN is "PXY".
Value duration_value(double amount, Unit unit);
/// T and clock or part of the day of `m` behind a date.
void append_clock(Value& v, const Moment& m);

}  // namespace claimsift::times
