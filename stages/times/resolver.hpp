// SPDX-License-Identifier: Apache-2.0
// resolver.hpp - places expressions on the calendar: against the date of the document, or, in texts that tell
// of the past with dates of their own (histories), against the nearest earlier date of the text. Without
// either a relative time keeps X for what is not known. One object a document, used in text order by one
// thread.
#pragma once

#include "stages/times/lexicon.hpp"
#include "stages/times/values.hpp"

namespace claimsift::times {

/// The date of the document as far as it is known.
struct Reference {
  Date date;
  int hour = -1, minute = -1;
  bool known = false;
};
/// Reads "2025-02-26", "20250226", "2025-02-26T16:54"; false unless it begins with a valid date.
bool read_reference_date(std::string_view text, Reference& reference);

/// Where an expression stands.
struct Place {
  uint32_t row;
  uint32_t sentence;
  bool leads;  // begins its sentence ("In 1777, ...")
};

/// A resolved expression.
struct Resolved {
  TimeType type = TimeType::date;
  Value value;
  uint32_t anchor = kNone;  // the row whose date it was worked out from
};

class Resolver {
 public:
  Resolver(const Lexicon& lexicon, const Reference& document, bool narrative)
      : lexicon_(lexicon), document_(document), narrative_(narrative) {}

  /// Resolves the next expression of the text.
  Resolved resolve(const Expression& e, const Place& place);

 private:
  struct Base {  // what an expression is placed against
    Date date;
    bool known = false, month = false, day = false;
    int8_t quarter = 0;
    uint32_t row = kNone;
  };
  Base base(const Expression& e) const;
  void remember(const Expression& e, const Moment& m, const Place& place);
  Base text_base() const;

  Value offset(const Expression& e, const Base& b, Moment& m);
  Value calendar(const Expression& e, const Base& b, Moment& m);
  Value unit(const Expression& e, const Base& b, Moment& m);
  Value set(const Expression& e) const;
  int year_for_month(const Expression& e, const Base& b, const Moment& m) const;
  int year_for_season(const Expression& e, const Base& b, int season) const;
  int year_for_part(const Expression& e, const Base& b, int part, int months) const;
  Date weekday_date(const Expression& e, const Base& b, int weekday) const;
  Value day_value(const Date& d, const Moment& clock, Moment& m) const;

  const Lexicon& lexicon_;
  Reference document_;
  bool narrative_;
  Moment text_;  // the latest date of the text
  uint32_t text_row_ = kNone, text_sentence_ = 0;
  uint32_t sentence_ = 0;  // of the expression at hand
  int8_t quarter_ = 0;     // the latest quarter that the text names
  int quarter_year_ = kUnset;
  uint32_t quarter_row_ = kNone, quarter_sentence_ = 0;
};

}  // namespace claimsift::times
