// SPDX-License-Identifier: Apache-2.0
#include "stages/quantities/relations.hpp"

#include <algorithm>

namespace claimsift::quantities {
namespace {

bool has_value(const Quantity& q) { return !std::isnan(q.value); }

bool relative(const Quantity& q) {
  return q.kind == QuantityKind::ratio || q.kind == QuantityKind::fraction ||
         (q.kind == QuantityKind::percent && q.unit.unit != kNone && q.unit_name == "percent");
}

/// What a relative quantity multiplies by.
double factor(const Quantity& q) { return q.kind == QuantityKind::percent ? q.value / 100 : q.value; }

bool absolute(const Quantity& q) {
  switch (q.kind) {
    case QuantityKind::money:
    case QuantityKind::count:
    case QuantityKind::measure:
    case QuantityKind::number:
    case QuantityKind::temperature: return true;
    default: return false;
  }
}

class Relations {
 public:
  Relations(const Atoms& atoms, QuantityList& all, uint32_t first) : a_(atoms), all_(all), first_(first) {}

  void run() {
    for (uint32_t row = first_; row < all_.size(); ++row) {
      Quantity& q = all_[row];
      if (relative(q) && has_value(q)) {
        if (!changed_to(row) && !explicit_target(row) && !whole_at_start(row) && !anaphor(row) &&
            !unknown_target(row) && !more_than_other(row))
          counted_before(row);
      }
      if (q.relative_to == kNone) from_earlier(row);
      take_over_unit(row);
    }
  }

 private:
  void link(uint32_t row, uint32_t target, double value) {
    Quantity& q = all_[row];
    q.relative_to = target;
    const Quantity& t = all_[target];
    if (!has_value(t) || !std::isfinite(value)) return;
    q.implied_value = value;
  }
  void times(uint32_t row, uint32_t target) {
    link(row, target, tidy(factor(all_[row]) * all_[target].value, all_[target].value, all_[row]));
  }
  void divided(uint32_t row, uint32_t target) { link(row, target, all_[target].value / factor(all_[row])); }

  /// Removes what binary arithmetic adds: 20% of 300 is 60.
  static double tidy(double v, double base, const Quantity& q) {
    if (q.kind == QuantityKind::percent) return base * q.value / 100;
    const double inverse = 1 / q.value;
    if (q.value < 1 && std::abs(inverse - std::round(inverse)) < 1e-9) return base / std::round(inverse);
    return v;
  }

  bool in_sentence(uint32_t row) const { return row >= first_ && row < all_.size(); }

  uint32_t behind(const Quantity& q) const { return q.next; }

  /// "twice the 500 jobs", "half of the $20 million", "double the budget of $40 million".
  bool explicit_target(uint32_t row) {
    const Quantity& q = all_[row];
    if (!in_sentence(row + 1)) return false;
    const Quantity& t = all_[row + 1];
    if (!absolute(t) && !(t.kind == QuantityKind::percent && q.kind != QuantityKind::percent)) return false;
    uint32_t to = t.first;
    const uint32_t from = q.noun.found() && q.noun.first < to ? q.next : q.next;
    if (to < from || to - from > 9) return false;
    if (q.kind == QuantityKind::percent && !a_.is(from, "of")) return false;
    bool target = false, bridge = true;
    uint32_t words = 0;
    for (uint32_t i = from; i < to; ++i) {
      if (a_.any(i, "of", "the", "its", "their", "that", "those", "these", "all", "about", "nearly", "as") ||
          a_.any(i, "many", "much", "his", "her", "roughly", "some", "more", "than", "around") ||
          a_.any(i, "these", "almost", "approximately", "over", "what", "was", "our", "estimated")) {
        target = target ||
                 a_.any(i, "of", "the", "as", "its", "their", "that", "those", "these", "his", "her", "our");
        continue;
      }
      if (a_[i].dash() || !a_[i].word() || a_[i].is(is::verb | is::function)) {
        if (!(a_[i].flags & Atom::clitic) && !(a_[i].mark('(') && i + 1 == to)) bridge = false;
      }
      ++words;
    }
    if (!bridge || !target) return false;
    if (words > 0) {  // a noun stands between: "the budget of $40 million"
      uint32_t last = to;
      while (last > from && (a_[last - 1].is(is::before) && !a_.is(last - 1, "of"))) --last;
      if (!(a_.is(last - 1, "of") || a_[last - 1].mark('(')))
        return words <= 1 && a_.is(to - 1, "original") ? (times(row, row + 1), true)
                                                       : target_adjective(row, from, to);
    }
    times(row, row + 1);
    return true;
  }
  /// "the previous 500 jobs": adjectives alone.
  bool target_adjective(uint32_t row, uint32_t from, uint32_t to) {
    for (uint32_t i = from; i < to; ++i)
      if (a_[i].word() && !a_[i].is(is::adjective | is::function | is::before)) return false;
    times(row, row + 1);
    return true;
  }

  /// "Of the 200 employees, half are women."
  bool whole_at_start(uint32_t row) {
    if (row == first_ || !a_.is(0, "of")) return false;
    const Quantity& whole = all_[first_];
    if (!absolute(whole) || whole.first > 4 || all_[row].change != Change{255}) return false;
    times(row, first_);
    return true;
  }

  /// The nearest quantity before `row` that a pronoun can mean.
  uint32_t antecedent(uint32_t row, bool things) const {
    for (int round = 0; round < 2; ++round) {
      for (uint32_t i = row; i > 0 && i + kBack > row; --i) {
        const Quantity& p = all_[i - 1];
        if (p.sentence + 3 < all_[row].sentence) break;
        if (p.kind == QuantityKind::number && round == 0 && p.relative_to != kNone) continue;
        const bool fits = things ? (round == 0 ? p.kind == QuantityKind::count : absolute(p))
                                 : absolute(p) || p.kind == QuantityKind::duration ||
                                       (p.kind == QuantityKind::percent && p.relative_to == kNone);
        if (fits && !(p.kind == QuantityKind::count && p.unit_name == "time")) return i - 1;
      }
    }
    return kNone;
  }

  /// "half of that", "a third of them", "twice as much", "double that figure".
  bool anaphor(uint32_t row) {
    const Quantity& q = all_[row];
    uint32_t at = q.next;
    const bool of = a_.is(at, "of");
    if (of) ++at;
    if (q.kind == QuantityKind::percent && !of) return false;
    bool things = false, found = false;
    if (a_.any(at, "them", "those", "whom", "which", "these")) {
      found = of || a_.any(at, "those", "these");
      if (a_.any(at, "those") && a_.any(at + 1, "who", "with", "in", "screened", "from"))
        return found && of && (link_back(row, true), true);
      things = true;
    } else if (a_.any(at, "that", "this", "it")) {
      const bool pronoun = !a_[at + 1].word() ||
                           a_.any(at + 1, "amount", "figure", "number", "sum", "total", "level", "price",
                                  "rate", "value", "size", "cost", "length") ||
                           a_[at + 1].is(is::function | is::verb | is::adverb | is::amount);
      found = pronoun && !a_.is(at + 1, "of") && !(a_.is(at, "it") && !of);
      if (q.kind == QuantityKind::fraction && a_.is(at, "it") && !of) found = false;
    } else if (!of && a_.is(at, "as") &&
               a_.any(at + 1, "many", "much", "big", "large", "high", "long", "expensive", "far", "heavy",
                      "fast", "tall", "wide")) {
      uint32_t i = at + 2;
      while (i < at + 5 && a_[i].word() && !a_[i].is(is::function)) ++i;  // "twice as many people"
      found = !a_.is(i, "as");
    } else if (a_.is(at, "the") && a_.any(at + 1, "amount", "sum", "total", "figure", "money") && of) {
      found = !a_.any(at + 2, "of", "that", "spent");
    }
    if (!found) return false;
    return link_back(row, things);
  }
  bool link_back(uint32_t row, bool things) {
    const uint32_t target = antecedent(row, things);
    if (target == kNone) return false;
    times(row, target);
    return true;
  }

  /// "..., twice the actual amount"; "that's three times last year's figure": the subject is known, the
  /// target not.
  bool unknown_target(uint32_t row) {
    const Quantity& q = all_[row];
    if (q.kind == QuantityKind::percent) return false;
    const uint32_t n = q.next;
    const bool multiple = q.kind == QuantityKind::ratio;
    const bool as =
        a_.is(n, "as") && a_.any(n + 1, "many", "much", "high", "large", "big", "long", "expensive");
    const bool noun =
        a_.any(n, "the", "its", "their", "his", "her", "what", "last", "that", "our", "this", "of") ||
        a_[n].is(is::amount) || (a_[n].word() && (a_[n].flags & Atom::capital)) || a_.is(n, "more") ||
        a_.any(n, "higher", "larger", "greater", "bigger");
    if (!as && !noun) return false;
    if (a_.any(n, "more", "higher", "larger", "greater", "bigger") && !(a_.is(n + 1, "than"))) return false;
    // the subject: an apposition, or a pronoun with "be"
    uint32_t at = q.first;
    while (at > 0 &&
           (a_[at - 1].is(is::before | is::quantifier | is::adverb) ||
            a_.any(at - 1, "or", "than", "more", "about", "less", "well", "only", "almost", "nearly", "just",
                   "but")) &&
           q.first - at < 5)
      --at;
    if (at == 0) return false;
    const uint32_t i = at - 1;
    bool subject = false;
    const bool but =
        a_.is(at, "but");  // "100,000 workers, the same as last year but double the figure of 2017"
    if (a_[i].mark(',') || a_[i].dash() || a_[i].mark('(') || a_[i].mark(';') || a_[i].mark(':') || but) {
      subject = row > first_ && in_sentence(row - 1);
    } else if (a_.any(i, "is", "was", "'s", "are", "were", "be", "represents", "represented", "being",
                      "now") ||
               a_[i].flags & Atom::clitic) {
      uint32_t s = i;
      while (s > 0 && i - s < 3 && (a_[s - 1].is(is::adverb) || a_.any(s - 1, "would", "will", "is", "was")))
        --s;
      subject = s > 0 && (a_.any(s - 1, "that", "which", "this", "it", "they", "these", "those") ||
                          a_.any(s - 1, "amount", "figure", "sum", "number", "total"));
      // "a debt of $6 billion is twice ...", but not "those three countries are twice the size of ..."
      if (row > first_ && end_of(all_[row - 1]) == s)
        subject = subject || all_[row - 1].kind != QuantityKind::count || (as && a_.is(n + 1, "many"));
    } else if (a_.any(i, "is", "at")) {
      subject = false;
    }
    if (!subject) return false;
    if (!multiple && !a_.any(n, "the", "its", "their", "his", "what", "last", "as", "of", "that", "our"))
      return false;
    const uint32_t target = antecedent(row, false);
    if (target == kNone) return false;
    divided(row, target);
    return true;
  }

  /// "120 mm, 50% more than normal": the other amount is not named.
  bool more_than_other(uint32_t row) {
    const Quantity& q = all_[row];
    const uint32_t n = q.next;
    const bool up = a_.any(n, "more", "higher", "greater", "larger", "bigger", "above");
    const bool down = a_.any(n, "less", "lower", "fewer", "smaller", "below");
    if (q.kind == QuantityKind::ratio || row == first_ || !(up || down)) return false;
    if (!a_.is(n + 1, "than") && !a_.any(n, "above", "below")) return false;
    if (in_sentence(row + 1) && all_[row + 1].first < n + 6) return false;  // it is named
    const Quantity& t = all_[row - 1];
    uint32_t at = q.first;
    while (at > 0 && (a_[at - 1].is(is::before | is::quantifier) || a_.is(at - 1, "or"))) --at;
    if (at == 0 || !(a_[at - 1].mark(',') || a_[at - 1].mark('(') || a_[at - 1].dash())) return false;
    const double grown = up ? 1 + factor(q) : 1 - factor(q);
    if (end_of(t) + 1 != at || !absolute(t) || !has_value(t) || !(grown > 0)) return false;
    const double share = up ? 100 + q.value : 100 - q.value;
    link(row, row - 1, q.kind == QuantityKind::percent ? t.value * 100 / share : t.value / grown);
    return true;
  }

  /// Behind a quantity and what it counts.
  static uint32_t end_of(const Quantity& q) {
    return q.noun.found() ? std::max(q.next, q.noun.next) : q.next;
  }

  /// "doubled to $40 billion", "rose 25% to $50 million", "fell by half from 80".
  bool changed_to(uint32_t row) {
    Quantity& q = all_[row];
    if (q.change == Change{255}) return false;
    const double f = factor(q);
    const bool verb = q.kind == QuantityKind::ratio;  // doubled, tripled, halved
    double grown = verb ? f : q.change == Change::up ? 1 + f : 1 - f;
    if (!(grown > 0)) return false;
    if (q.kind == QuantityKind::fraction && a_.is(q.next, "of")) return false;
    for (uint32_t k = row + 1; k < std::min<uint32_t>(row + 3, static_cast<uint32_t>(all_.size())); ++k) {
      const Quantity& t = all_[k];
      if (!absolute(t) || !has_value(t) || t.first > q.next + 9) continue;
      uint32_t i = t.first;
      while (i > q.next && (a_[i - 1].is(is::before | is::quantifier) && !a_.any(i - 1, "to", "from")) &&
             t.first - i < 4)
        --i;
      if (i <= q.next - 0 && i != q.next) continue;
      const bool to = i > q.next && a_.is(i - 1, "to"), from = i > q.next && a_.is(i - 1, "from");
      if (!to && !from) continue;
      bool clause = true;
      for (uint32_t j = q.next; j + 1 < i; ++j)
        clause = clause && !(a_[j].mark(';') || a_[j].mark('.') || a_[j].is(is::change));
      if (!clause) continue;
      link(row, k, to ? divide(t.value, q, verb) : t.value * grown);
      return true;
    }
    // "$50 million, up 25%"
    if (!verb && row > first_ && q.first > 1 && a_.any(q.first - 1, "up", "down")) {
      const Quantity& t = all_[row - 1];
      const uint32_t end = end_of(t);
      if (absolute(t) && has_value(t) && end <= q.first && q.first - end <= 5 && a_[q.first - 2].mark(',')) {
        link(row, row - 1, divide(t.value, q, verb));
        return true;
      }
    }
    return false;
  }
  static double divide(double value, const Quantity& q, bool verb) {
    if (verb) return value / q.value;
    const double sign = q.change == Change::up ? 1 : -1;
    if (q.kind == QuantityKind::percent) return value * 100 / (100 + sign * q.value);
    return value / (1 + sign * q.value);
  }

  /// "3%, down from 4%": the later value refers to the earlier one.
  void from_earlier(uint32_t row) {
    if (!in_sentence(row + 1)) return;
    Quantity& q = all_[row];
    const Quantity& t = all_[row + 1];
    if (q.kind != t.kind && !(absolute(q) && absolute(t))) return;
    if (q.kind == QuantityKind::ordinal || q.kind == QuantityKind::ratio || t.first < q.next ||
        t.first > q.next + 8)
      return;
    uint32_t i = t.first;
    while (i > q.next && a_[i - 1].is(is::before | is::quantifier) && !a_.any(i - 1, "from")) --i;
    const bool level = q.first > 0 && a_.is(q.first - 1, "to") &&
                       q.change != Change{255};  // "climbed to 3.7 billion from 2.1 billion"
    if (i < q.next + 1 || !a_.is(i - 1, "from") ||
        !(level || (i > q.next + 1 && a_.any(i - 2, "up", "down"))))
      return;
    q.relative_to = row + 1;
    if (q.change == Change{255}) q.change = a_.is(i - 2, "up") ? Change::up : Change::down;
  }

  /// "closed at 1,463 points, while the other index rose 0.1% to 1,333": a level as the one before it.
  bool level_as_before(uint32_t row) {
    Quantity& q = all_[row];
    const Quantity& move = all_[row - 1];
    if (q.first < 2 || !a_.is(q.first - 1, "to") || move.kind != QuantityKind::percent ||
        move.change == Change{255} || move.next + 1 != q.first)
      return false;
    for (uint32_t k = row - 1; k > first_; --k) {
      const Quantity& level = all_[k - 1];
      if (level.kind != QuantityKind::count || level.change != Change{255}) continue;
      if (level.unit_name != "point") return false;
      q.kind = level.kind;
      q.unit_name = level.unit_name;
      return true;
    }
    return false;
  }

  /// "460 cars, compared with 63", "rose 64 points to 4,577": the bare number counts the same thing.
  void take_over_unit(uint32_t row) {
    Quantity& q = all_[row];
    if (q.kind != QuantityKind::number || !q.unit_name.empty() || row == first_ || q.first < 2) return;
    if (level_as_before(row)) return;
    uint32_t i = q.first;
    while (i > 1 && a_[i - 1].is(is::before | is::quantifier) && !a_.any(i - 1, "to", "from")) --i;
    const Quantity& p = all_[row - 1];
    if (p.kind != QuantityKind::count && p.kind != QuantityKind::measure && p.kind != QuantityKind::money)
      return;
    const bool compared = (a_.any(i - 1, "with", "to") && i > 1 && a_.is(i - 2, "compared")) ||
                          a_.any(i - 1, "versus", "vs", "against");
    const uint32_t end = end_of(p);
    const bool moved = p.change != Change{255} || (p.first > 0 && a_.is(p.first - 1, "from"));
    const bool to = a_.is(i - 1, "to") && moved && end + 1 == i && p.kind != QuantityKind::money;
    const bool from = a_.is(i - 1, "from") &&
                      ((i > 1 && a_.any(i - 2, "up", "down")) || (p.change != Change{255} && end + 1 == i));
    if (!compared && !from && !to) return;
    if (q.plain && q.value >= 1900 && q.value <= 2100) return;
    q.kind = p.kind;
    q.unit_name = p.unit_name;
    q.unit = p.unit;
  }

  /// "600 people ... half the people": the same noun was counted before.
  bool counted_before(uint32_t row) {
    const Quantity& q = all_[row];
    if (q.kind == QuantityKind::ratio || row == 0) return false;
    uint32_t at = q.next;
    if (a_.is(at, "of"))
      ++at;
    else if (q.kind == QuantityKind::percent)
      return false;
    if (!a_.any(at, "the", "those", "these", "its", "their")) return false;
    const CountedNoun n = read_counted(a_, at + 1, CountedNoun::any);
    if (!n.found()) return false;
    const std::string head = singular(a_, n.head);
    for (uint32_t i = row; i > 0 && i + kBack > row; --i) {
      const Quantity& p = all_[i - 1];
      if (p.sentence + 3 < q.sentence) break;
      if (p.kind != QuantityKind::count || !has_value(p) || p.unit_name.size() < head.size()) continue;
      const std::string_view tail = std::string_view(p.unit_name).substr(p.unit_name.size() - head.size());
      if (tail != head ||
          (p.unit_name.size() > head.size() && p.unit_name[p.unit_name.size() - head.size() - 1] != ' '))
        continue;
      times(row, i - 1);
      return true;
    }
    return false;
  }

  const Atoms& a_;
  QuantityList& all_;
  uint32_t first_;
};

}  // namespace

void relate(const Atoms& atoms, QuantityList& all, uint32_t first) { Relations(atoms, all, first).run(); }

}  // namespace claimsift::quantities
