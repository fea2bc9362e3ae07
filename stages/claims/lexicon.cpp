// SPDX-License-Identifier: Apache-2.0
#include "stages/claims/lexicon.hpp"

#include "stages/text/words.hpp"

namespace claimsift {

namespace {

struct ClassWords {
  uint32_t classes;
  const char* words;  // separated by blanks, lower case
};

using namespace word_class;  // NOLINT: the table below is made of them

constexpr ClassWords kWords[] = {
    {first_singular, "i me my mine myself i'm"},
    {first_plural, "we us our ours ourselves let's"},
    {second, "you your yours yourself yourselves"},
    {third, "he she it they him her them his hers its their theirs himself herself itself themselves"},
    {demonstrative, "this that these those such"},
    {negation, "not n't no never none nobody nothing neither nor without cannot hardly denied deny denies"},
    {hedge,
     "may might could reportedly allegedly apparently possibly perhaps probably likely maybe suggests "
     "suggest "
     "appears appear seems seem seemingly purportedly potentially presumably rumored unconfirmed"},
    {future,
     "will 'll wo going gonna shall expected expects forecast forecasts projected predicts predict tomorrow "
     "plans "
     "upcoming soon"},
    {deontic,
     "should must ought need needs required requires shall have-to allowed prohibited banned forbidden "
     "mandatory"},
    {causal,
     "because due caused causes cause led leads leading therefore thus hence resulting resulted results "
     "thanks "
     "consequently since so owing triggered sparked"},
    {comparison,
     "than more less fewer higher lower larger smaller greater bigger better worse compared versus faster "
     "slower older younger longer shorter twice double half triple times equal same different exceeds "
     "outpaced unlike cheaper richer poorer stronger weaker"},
    {superlative,
     "most least highest lowest largest smallest biggest best worst record first last only fastest "
     "oldest youngest longest shortest deadliest unprecedented ever top leading greatest strongest"},
    {law,
     "law laws bill bills act ban bans banned rule rules ruling regulation regulations constitution "
     "amendment "
     "statute court legislation tax treaty decree order policy illegal legal lawful unlawful requires"},
    {stance,
     "supports support supported opposes oppose opposed favors favor favored backs backed endorses endorsed "
     "rejects "
     "rejected against wants wanted vows vowed promises promised pledges pledged refuses refused intends "
     "seeks sought "
     "demands demanded calls urged urges"},
    {contrast,
     "but however although though yet actually instead nevertheless despite contrary dispute disputes "
     "disputed "
     "false untrue wrong incorrect misleading fact whereas while"},
    {conjunction,
     "and but or so yet nor because also still then well now plus however moreover meanwhile besides"},
    {copula, "is are was were be been being am 's 're isn aren wasn weren"},
    {auxiliary, "has have had do does did having done 've 'd 'll would can could"},
    {question, "who what when where why how which whose whom"},
    {opinion,
     "think believe feel hope wish want love hate great terrible wonderful beautiful horrible sad proud "
     "honored disgrace amazing good bad nice tremendous important ridiculous"},
    {reporting, "said says say told tells according reported reports stated claims claimed announced added"},
    {trend,
     "rose rise rises risen fell fall falls fallen increased increase increases decreased decrease declined "
     "decline "
     "grew grow grown dropped drop drops doubled tripled halved jumped surged soared plunged shrank climbed "
     "cut "
     "raised lost gained lowered reduced spent created added slashed"},
    {vote,
     "voted vote votes signed passed approved vetoed introduced enacted repealed won elected appointed sued "
     "convicted arrested killed died resigned"},
    {greeting, "thank thanks hello hi welcome goodbye please congratulations sorry bye"},
};

WordTable<uint32_t> build() {
  WordTable<uint32_t> table;
  for (const ClassWords& entry : kWords) {
    std::string_view rest = entry.words;
    while (!rest.empty()) {
      const size_t blank = std::min(rest.find(' '), rest.size());
      if (const std::string_view word = rest.substr(0, blank); !word.empty()) {
        const uint32_t* known = table.find(word);
        table.add(word, entry.classes | (known ? *known : 0));
      }
      rest.remove_prefix(std::min(blank + 1, rest.size()));
    }
  }
  return table;
}

}  // namespace

uint32_t word_classes(uint32_t hash, std::string_view word) {
  static const WordTable<uint32_t> table = build();
  const uint32_t* classes = table.find(hash, word);
  return classes ? *classes : 0;
}

}  // namespace claimsift
