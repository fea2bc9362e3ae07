// SPDX-License-Identifier: Apache-2.0
#include "stages/times/resolver.hpp"

#include <cmath>

#include "stages/times/calendar.hpp"
#include "stages/times/grammar.hpp"

namespace claimsift::times {
namespace {

bool future(const Expression& e) {
  return e.tense == Tense::future || e.which == Which::next || e.which == Which::coming;
}

}  // namespace

Resolver::Base Resolver::text_base() const {
  Base b;
  if (text_.year == kUnset) return b;
  b.date = {text_.year, text_.month ? text_.month : 1, text_.day ? text_.day : 1};
  if (!text_.month && text_.season >= 0) b.date.month = text_.season == 3 ? 1 : 4 + 3 * text_.season;
  b.known = true;
  b.month = text_.month != 0 || text_.season >= 0;
  b.day = text_.day != 0;
  b.row = text_row_;
  return b;
}

Resolver::Base Resolver::base(const Expression& e) const {
  Base document;
  document.date = document_.date;
  document.known = document.month = document.day = document_.known;
  const bool from_text = e.origin == Origin::text || (narrative_ && e.form == Form::calendar);
  const Base text = from_text ? text_base() : Base();
  if (text.known || (from_text && narrative_)) return text;
  return document;
}

/// Notes a date of the text that later ones may be counted from.
void Resolver::remember(const Expression& e, const Moment& m, const Place& place) {
  if (m.year == kUnset || m.year == 0) return;
  const bool derived = e.origin == Origin::text || e.year_shift != kUnset || e.form == Form::offset;
  if (m.quarter && !derived) {
    quarter_ = m.quarter;
    quarter_year_ = m.year;
    quarter_row_ = place.row;
    quarter_sentence_ = place.sentence;
  }
  // In a history a year in passing ("declassified in 2005") does not move the story; one that opens a
  // sentence does.
  const bool lone = !m.month && m.season < 0 && !m.quarter && !m.half;
  if (narrative_ && text_.month && text_.year != kUnset) {
    const bool far = std::abs(m.year - text_.year) > 30;
    if (e.form == Form::offset && e.unit == Unit::year) return;
    if (lone && (far || !place.leads)) return;
  }
  text_ = m;
  text_row_ = place.row;
  text_sentence_ = place.sentence;
}

Resolved Resolver::resolve(const Expression& e, const Place& place) {
  Resolved r;
  sentence_ = place.sentence;
  switch (e.form) {
    case Form::past: r.value.put("PAST_REF"); return r;
    case Form::present: r.value.put("PRESENT_REF"); return r;
    case Form::future: r.value.put("FUTURE_REF"); return r;
    case Form::duration:
      r.type = TimeType::duration;
      r.value = duration_value(e.amount, e.unit);
      return r;
    case Form::set:
      r.type = TimeType::set;
      r.value = set(e);
      return r;
    case Form::offset:
    case Form::calendar: break;
  }
  const Base b = base(e);
  if (b.row < place.row) r.anchor = b.row;
  Moment m;
  r.value = e.form == Form::offset ? offset(e, b, m) : calendar(e, b, m);
  if (e.at.year != kUnset) r.anchor = kNone;
  const bool short_unit = e.unit == Unit::hour || e.unit == Unit::minute || e.unit == Unit::second;
  if (e.at.has_clock() || (e.form == Form::offset && short_unit)) r.type = TimeType::time;
  remember(e, m, place);
  return r;
}

Value Resolver::day_value(const Date& d, const Moment& clock, Moment& m) const {
  m = clock;
  m.weekday = 0;
  m.year = d.year;
  m.month = static_cast<int8_t>(d.month);
  m.day = static_cast<int8_t>(d.day);
  return value_of(m);
}

int Resolver::year_for_month(const Expression& e, const Base& b, const Moment& m) const {
  const int year = b.date.year;
  if (!b.month) return year;
  const int day = m.day ? m.day : 1;
  const int64_t here = to_days(m.day ? b.date : Date{year, b.date.month, 1});
  const int64_t there = to_days({year, m.month, std::min(day, days_in_month(year, m.month))});
  if (e.which == Which::current) return year;
  if (e.which == Which::last || e.which == Which::previous) return there < here ? year : year - 1;
  if (e.which == Which::next || e.which == Which::coming || e.which == Which::following)
    return there > here ? year : year + 1;
  const int64_t gap = there - here;
  if (narrative_) return gap < -200 ? year + 1 : gap > 250 ? year - 1 : year;
  if (m.day) {  // the nearest; the verb decides only where both are far
    if (std::abs(gap) > 150 && e.tense != Tense::unknown && std::abs(gap) < 215) {
      if (e.tense == Tense::future) return gap >= 0 ? year : year + 1;
      return gap > 0 ? year - 1 : year;
    }
    return gap > 183 ? year - 1 : gap < -183 ? year + 1 : year;
  }
  if (e.tense == Tense::future) return gap >= 0 ? year : year + 1;
  if (gap > 0 && gap < 70) return year;  // "in December" in November
  if (gap < -300) return year + 1;
  return gap > 0 ? year - 1 : year;
}

int Resolver::year_for_season(const Expression& e, const Base& b, int season) const {
  const int first = 3 + season * 3;  // month in which it begins: March, June, September, December
  const int year = b.date.year;
  if (!b.month) return year;
  const int now = b.date.month;
  if (narrative_) {
    Moment middle;
    middle.month = static_cast<int8_t>(season == 3 ? 1 : first + 1);
    const int y = year_for_month(e, b, middle);
    return season == 3 && e.which == Which::plain && now >= 9 ? year + 1 : y;
  }
  if (e.which == Which::current) return season == 3 && now < 3 ? year - 1 : year;
  const bool running = season < 3 ? now >= first && now < first + 3 : now == 12;
  if (running && e.which == Which::plain) return year;
  if (future(e)) return now < first ? year : year + 1;
  if (e.which == Which::last || e.which == Which::previous)
    return now >= first + 3 && season < 3 ? year : year - 1;
  return now >= first ? year : year - 1;
}

int Resolver::year_for_part(const Expression& e, const Base& b, int part, int months) const {
  if (!b.month) return b.date.year;
  const int now = (b.date.month - 1) / months + 1;
  if (part == now - 1) return b.date.year;  // just over: results are reported now
  if (future(e)) return part >= now ? b.date.year : b.date.year + 1;
  return part <= now ? b.date.year : b.date.year - 1;
}

Date Resolver::weekday_date(const Expression& e, const Base& b, int weekday) const {
  const int today = weekday_of(b.date);
  const int back = (today - weekday + 7) % 7, on = (weekday - today + 7) % 7;
  switch (e.which) {
    case Which::last:
    case Which::previous: return add_days(b.date, back == 0 ? -7 : -back);
    case Which::next:
    case Which::coming:
    case Which::following: return add_days(b.date, on == 0 ? 7 : on);
    case Which::current: return add_days(b.date, e.tense == Tense::past ? -back : weekday - today);
    default: break;
  }
  if (narrative_) return add_days(b.date, on == 0 ? 7 : on);
  if (e.tense == Tense::future) return add_days(b.date, on);
  return add_days(b.date, -back);
}

Value Resolver::calendar(const Expression& e, const Base& b, Moment& m) {
  m = e.at;
  if (m.century != kUnset || m.decade != kUnset) return value_of(m);
  const bool unit_alone = e.unit != Unit::none && !m.month && !m.weekday && !m.quarter && !m.half &&
                          m.season < 0 && m.holiday < 0;
  if (unit_alone) return unit(e, b, m);
  if (m.year == kUnset && e.year_shift != kUnset && b.known) {
    m.year = b.date.year + e.year_shift;
    if (e.origin == Origin::text && m.quarter && quarter_ && !narrative_)
      m.year = quarter_year_ + e.year_shift;
  }
  if (m.holiday >= 0) {
    const HolidayRule& rule = lexicon_.holidays()[static_cast<size_t>(m.holiday)].rule;
    if (m.year == kUnset && b.known) {
      Moment day = m;
      const Date d = date_of(rule, b.date.year);
      day.month = static_cast<int8_t>(d.month);
      day.day = static_cast<int8_t>(d.day);
      m.year = year_for_month(e, b, day);
    }
    if (m.year != kUnset && m.year > 0) {
      const Date d = date_of(rule, m.year);
      if (e.unit != Unit::week && e.unit != Unit::weekend) return day_value(d, e.at, m);
      const Week w = week_of(d);
      Value v = week_value(w.year, w.week);
      return e.unit == Unit::week ? v : v.put("-WE");
    }
    if (rule.kind == HolidayRule::Kind::fixed) {
      m.month = rule.month;
      m.day = rule.day;
      return value_of(m);
    }
    Value v;
    return v.put("XXXX-XX-XX");
  }
  if (m.weekday && !m.day) {
    if (!b.known || !b.day) {
      Value v = week_value(kUnset, 0, m.weekday);
      append_clock(v, m);
      return v;
    }
    Date d = weekday_date(e, b, m.weekday);
    if (e.unit == Unit::day) d = add_days(d, static_cast<int64_t>(e.amount));
    return day_value(d, e.at, m);
  }
  if (m.weekday && m.day && !m.month) {  // "Friday the 13th"
    if (!b.known) return value_of(m);
    m.month = static_cast<int8_t>(b.date.month);
    m.year = b.date.year;
  }
  if (m.year == kUnset && b.known) {
    if (m.month)
      m.year = year_for_month(e, b, m);
    else if (m.season >= 0)
      m.year = year_for_season(e, b, m.season);
    else if (m.quarter)
      m.year = year_for_part(e, b, m.quarter, 3);
    else if (m.half)
      m.year = year_for_part(e, b, m.half, 6);
    else if (m.has_clock()) {
      const Base text = text_base();
      const bool near = text.day && (narrative_ || text_sentence_ == sentence_);
      if (!near && narrative_) return value_of(m);
      return day_value(near ? text.date : b.date, e.at, m);
    }
  }
  if (m.day && m.year > 0 && m.day > days_in_month(m.year, m.month))
    m.day = static_cast<int8_t>(days_in_month(m.year, m.month));
  if (e.unit == Unit::week && m.day && m.year > 0) {
    const Week w = week_of({m.year, m.month, m.day});
    return week_value(w.year, w.week);
  }
  if (e.unit == Unit::day && m.day && m.year > 0)
    return day_value(add_days({m.year, m.month, m.day}, static_cast<int64_t>(e.amount)), e.at, m);
  return value_of(m);
}

}  // namespace claimsift::times
