// SPDX-License-Identifier: Apache-2.0
#include "stages/claims/type_cues.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "stages/text/words.hpp"

namespace claimsift {

namespace {

using namespace type_cue;  // NOLINT: the table below is made of them

struct Cues {
  uint32_t cue;
  const char* phrases;  // separated by blanks, lower case; `_` joins the words of one
};

constexpr Cues kCues[] = {
    {cause,
     "because cause causes caused causing therefore thus hence consequently due_to owing_to thanks_to "
     "led_to lead_to leads_to leading_to result_in results_in resulted_in resulting_in as_a_result result_of "
     "responsible_for in_response_to blamed_for to_blame blame_for contributed_to contributes_to "
     "contribute_to contributing_to brought_about driven_by drove_up drives_up triggered triggers trigger "
     "sparked sparks prompted prompts forced_to forces makes_people made_people make_people makes_you "
     "make_you "
     "prevent prevents prevented preventing cure cures cured treats treatment_for protects_against "
     "protect_against helps_prevent helps_to helped_to reduces_the increases_the boosts "
     "boost worsens worsened harms harmful damages damage weakens weakened weaken affects affect affected "
     "stops_the kills transmits transmitted_by spread_by spreads_through effective_against effects_of "
     "effect_of effect_on effects_on impact_on stems_from stemmed_from stem_from attributed_to "
     "linked_to link_between risk_of susceptible "
     "key_to help_create help_reduce help_prevent over_fears over_concerns give_you gives_you "
     "originated_from transmitted"},
    {stance,
     "supports support_for supported_the opposes oppose opposed opposed_to in_favor_of in_favour_of favors "
     "favours backs backed endorses endorsed endorsement rejects rejected wants_to wants want_to wanted_to "
     "vows vowed promises promised pledges pledged refuses_to refused_to demands demanded demanding "
     "calls_for called_for calling_for call_for urges urged condemned condemns criticized criticised "
     "criticizes "
     "denounced denounces disagrees agrees_with against_the is_against are_against n't_against stands_for "
     "believes believe thinks "
     "support oppose reject endorse condemn favor favour important_that important_to call_for demand "
     "denounce"},
    {ought, "should must ought ought_to has_to have_to need_to needs_to"},
    {amount,
     "rose rise rises risen fell fall_in falls_in fallen increased increase increases increasing decreased "
     "decrease decreases decline declined declines grew grown shrank shrunk doubled tripled quadrupled "
     "halved "
     "dropped surged soared plunged climbed majority minority more_people fewer more_of most_of number_of "
     "numbers_of rate_of rates_of amount_of share_of proportion per_capita cheaper costlier "
     "expensive income revenue gdp deficit millions billions thousands hundreds dozens twice half "
     "a_third most_people unemployment_rate greater_number leading_producer highest lowest largest"},
    {coming,
     "will 'll ’ll wo shall going_to gonna expected_to expects expect forecast forecasts projected_to "
     "predicts predict predicted plans_to plan_to planned_to set_to due_to_open scheduled_to poised_to "
     "likely_to intends_to tomorrow upcoming to_face about_to"},
    {extreme,
     "highest lowest largest smallest biggest longest shortest oldest youngest deadliest strongest weakest "
     "fastest "
     "slowest warmest hottest coldest worst best record unprecedented ever_recorded first_time most_ever "
     "first_woman first_man first_ever highest_ever level_ever"},
    {compare,
     "than compared versus twice_the twice_as half_the half_as double_the triple_the times_the times_as "
     "times_more "
     "times_higher unlike same_as the_same similar different_from equal_to higher lower larger smaller "
     "greater bigger "
     "better worse faster slower older younger longer shorter cheaper richer poorer stronger weaker "
     "more_expensive "
     "outpaced exceeds exceeded up_from down_from as_many as_much per_cent_more per_cent_less percent_more "
     "percent_less outnumber outnumbered more_often less_often as_high_as fewer_than ahead_of behind_only"},
    {would, "would"},
    {between, "between from"},
    {rule,
     "law laws bill bills ban bans banned rule rules ruling ruled regulation regulations constitution "
     "constitutional amendment statute legislation treaty decree illegal legal lawful unlawful prohibits "
     "prohibited forbids forbidden mandatory mandate required_to requires allowed_to "
     "must_be court_ruled a_crime permit permits punishable fine_for right_to"}};

constexpr size_t kLongest = 4;

struct Phrase {
  std::array<std::string_view, kLongest> words;
  size_t size = 0;
  uint32_t cue = 0;
};

/// The phrases, those with the same first word side by side, and where each begins.
struct Table {
  std::vector<Phrase> phrases;
  WordTable<uint32_t> first;  // row of the first phrase with it

  Table() {
    for (const Cues& cues : kCues) read(cues);
    std::stable_sort(phrases.begin(), phrases.end(),
                     [](const Phrase& a, const Phrase& b) { return a.words[0] < b.words[0]; });
    for (uint32_t i = 0; i < phrases.size(); ++i)
      if (i == 0 || phrases[i - 1].words[0] != phrases[i].words[0]) first.add(phrases[i].words[0], i);
  }
  void read(const Cues& cues) {
    for (std::string_view rest = cues.phrases; !rest.empty();) {
      const size_t blank = std::min(rest.find(' '), rest.size());
      Phrase phrase;
      phrase.cue = cues.cue;
      for (std::string_view words = rest.substr(0, blank); !words.empty() && phrase.size < kLongest;) {
        const size_t end = std::min(words.find('_'), words.size());
        phrase.words[phrase.size++] = words.substr(0, end);
        words.remove_prefix(std::min(end + 1, words.size()));
      }
      if (phrase.size > 0) phrases.push_back(phrase);
      rest.remove_prefix(std::min(blank + 1, rest.size()));
    }
  }
};

bool is_determiner(std::string_view word) {
  constexpr std::string_view kWords[] = {"the", "a",   "an",  "of",    "no",   "any", "this",
                                         "its", "his", "her", "their", "some", "more"};
  return std::any_of(std::begin(kWords), std::end(kWords),
                     [&](std::string_view one) { return equals_folded(word, one); });
}
bool is_measure(std::string_view word) {
  constexpr std::string_view kWords[] = {"hour",    "day",     "week",    "month",    "year",     "decade",
                                         "century", "million", "billion", "thousand", "hundred",  "dozen",
                                         "third",   "quarter", "half",    "mile",     "kilometre"};
  return std::any_of(std::begin(kWords), std::end(kWords),
                     [&](std::string_view one) { return equals_folded(word, one); });
}
/// "more than 40", "less than $5": `than` between a bound and a number.
bool is_bound(std::string_view text, const View<layers::Tokens>& tokens, uint32_t than) {
  if (than == 0) return false;
  const cs_span b = tokens.span(than - 1), n = tokens.span(than + 1);
  const std::string_view before = text.substr(b.begin, b.end - b.begin);
  const std::string_view next = text.substr(n.begin, n.end - n.begin);
  const bool article = equals_folded(next, "a") || equals_folded(next, "an");
  const bool measure = article && than + 2 < tokens.size() &&
                       is_measure(text.substr(tokens.span(than + 2).begin,
                                              tokens.span(than + 2).end - tokens.span(than + 2).begin));
  const bool number = (tokens.get<"shape">(than + 1) & shape::digit) || next == "$" || measure ||
                      equals_folded(next, "half") || equals_folded(next, "two");
  return number &&
         (equals_folded(before, "more") || equals_folded(before, "less") || equals_folded(before, "fewer"));
}

}  // namespace

uint32_t type_cues(std::string_view text, const View<layers::Tokens>& tokens, uint32_t first, uint32_t last) {
  static const Table table;
  const auto word = [&](uint32_t t) {
    const cs_span s = tokens.span(t);
    return text.substr(s.begin, s.end - s.begin);
  };
  uint32_t found = 0;
  for (uint32_t t = first; t < last; ++t) {
    const uint32_t* row = table.first.find(tokens.get<"hash">(t), word(t));
    if (!row) continue;
    for (size_t i = *row;
         i < table.phrases.size() && table.phrases[i].words[0] == table.phrases[*row].words[0]; ++i) {
      const Phrase& phrase = table.phrases[i];
      bool same = t + phrase.size <= last;
      for (uint32_t k = 1; same && k < phrase.size; ++k) same = equals_folded(word(t + k), phrase.words[k]);
      // "The damage", "a cure": a thing, where the verb would be a cause.
      if (same && phrase.cue == cause && phrase.size == 1 && t > first && is_determiner(word(t - 1)))
        continue;
      // "More than 40" bounds a number and compares nothing.
      const bool bound =
          phrase.cue == compare && phrase.words[0] == "than" && t + 1 < last && is_bound(text, tokens, t);
      if (bound) continue;
      // "Senate Minority Leader": as a part of a title it is no amount.
      const bool title = phrase.cue == amount && t > first && (tokens.get<"shape">(t) & shape::initial);
      if (same && !title) found |= phrase.cue;
    }
  }
  return found;
}

}  // namespace claimsift
