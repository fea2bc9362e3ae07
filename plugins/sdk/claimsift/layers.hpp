// SPDX-License-Identifier: Apache-2.0
// layers.hpp - the layers between the built-in stages, as types (docs/layers.md shows them on a paragraph).
// A stage of yours may read any of these, or name a subset of the columns with a Layer of its own.
#pragma once

#include "claimsift/layer.hpp"

namespace claimsift {

// --- Vocabularies of choice columns ------------------------------------------------------------------

enum class SentenceKind : uint8_t { text, heading, header, credit };
template <> struct Choices<SentenceKind> {
  static constexpr const char* names[] = {"text", "heading", "header", "credit", nullptr};
};

enum class HeaderKind : uint8_t { title, published, updated, dateline, byline, credit };
template <> struct Choices<HeaderKind> {
  static constexpr const char* names[] = {"title",  "published", "updated", "dateline",
                                          "byline", "credit",    nullptr};
};

/// Universal part of speech.
enum class Upos : uint8_t {
  adj,
  adp,
  adv,
  aux,
  cconj,
  det,
  intj,
  noun,
  num,
  part,
  pron,
  propn,
  punct,
  sconj,
  sym,
  verb,
  x
};
template <> struct Choices<Upos> {
  static constexpr const char* names[] = {"ADJ",   "ADP",   "ADV", "AUX",  "CCONJ", "DET",
                                          "INTJ",  "NOUN",  "NUM", "PART", "PRON",  "PROPN",
                                          "PUNCT", "SCONJ", "SYM", "VERB", "X",     nullptr};
};

/// Penn Treebank tag as in the English Web Treebank.
enum class Xpos : uint8_t {
  dollar,
  close_quote,
  comma,
  lrb,
  rrb,
  stop,
  colon,
  add,
  afx,
  cc,
  cd,
  dt,
  ex,
  fw,
  gw,
  hyph,
  in,
  jj,
  jjr,
  jjs,
  ls,
  md,
  nfp,
  nn,
  nnp,
  nnps,
  nns,
  pdt,
  pos,
  prp,
  prp_possessive,
  rb,
  rbr,
  rbs,
  rp,
  sym,
  to,
  uh,
  vb,
  vbd,
  vbg,
  vbn,
  vbp,
  vbz,
  wdt,
  wp,
  wp_possessive,
  wrb,
  open_quote
};
template <> struct Choices<Xpos> {
  static constexpr const char* names[] = {
      "$",   "''",  ",",    "-LRB-", "-RRB-", ".",   ":",   "ADD", "AFX", "CC",  "CD",   "DT",  "EX",
      "FW",  "GW",  "HYPH", "IN",    "JJ",    "JJR", "JJS", "LS",  "MD",  "NFP", "NN",   "NNP", "NNPS",
      "NNS", "PDT", "POS",  "PRP",   "PRP$",  "RB",  "RBR", "RBS", "RP",  "SYM", "TO",   "UH",  "VB",
      "VBD", "VBG", "VBN",  "VBP",   "VBZ",   "WDT", "WP",  "WP$", "WRB", "``",  nullptr};
};

/// Dependency relation of Universal Dependencies, with the subtypes of English.
enum class Deprel : uint8_t {
  acl,
  acl_relcl,
  advcl,
  advcl_relcl,
  advmod,
  amod,
  appos,
  aux,
  aux_pass,
  case_mark,
  cc,
  cc_preconj,
  ccomp,
  compound,
  compound_prt,
  conj,
  cop,
  csubj,
  csubj_outer,
  csubj_pass,
  dep,
  det,
  det_predet,
  discourse,
  dislocated,
  expl,
  fixed,
  flat,
  goeswith,
  iobj,
  list,
  mark,
  nmod,
  nmod_desc,
  nmod_poss,
  nmod_unmarked,
  nsubj,
  nsubj_outer,
  nsubj_pass,
  nummod,
  obj,
  obl,
  obl_agent,
  obl_unmarked,
  orphan,
  parataxis,
  punct,
  reparandum,
  root,
  vocative,
  xcomp
};
template <> struct Choices<Deprel> {
  static constexpr const char* names[] = {
      "acl",           "acl:relcl",    "advcl",       "advcl:relcl", "advmod",      "amod",       "appos",
      "aux",           "aux:pass",     "case",        "cc",          "cc:preconj",  "ccomp",      "compound",
      "compound:prt",  "conj",         "cop",         "csubj",       "csubj:outer", "csubj:pass", "dep",
      "det",           "det:predet",   "discourse",   "dislocated",  "expl",        "fixed",      "flat",
      "goeswith",      "iobj",         "list",        "mark",        "nmod",        "nmod:desc",  "nmod:poss",
      "nmod:unmarked", "nsubj",        "nsubj:outer", "nsubj:pass",  "nummod",      "obj",        "obl",
      "obl:agent",     "obl:unmarked", "orphan",      "parataxis",   "punct",       "reparandum", "root",
      "vocative",      "xcomp",        nullptr};
};

/// NORP: nationalities, faiths and parties.
enum class EntityType : uint8_t { person, org, loc, norp };
template <> struct Choices<EntityType> {
  static constexpr const char* names[] = {"PERSON", "ORG", "LOC", "NORP", nullptr};
};

enum class PersonKind : uint8_t { person, organization, group };
template <> struct Choices<PersonKind> {
  static constexpr const char* names[] = {"person", "organization", "group", nullptr};
};

enum class PersonGender : uint8_t { female, male };
template <> struct Choices<PersonGender> {
  static constexpr const char* names[] = {"female", "male", nullptr};
};

enum class MentionKind : uint8_t { name, nominal, pronoun };
template <> struct Choices<MentionKind> {
  static constexpr const char* names[] = {"name", "nominal", "pronoun", nullptr};
};

enum class QuantityKind : uint8_t {
  money,
  percent,
  count,
  measure,
  ordinal,
  fraction,
  ratio,
  temperature,
  age,
  duration,
  number,
  score,
  odds
};
template <> struct Choices<QuantityKind> {
  static constexpr const char* names[] = {"money",    "percent", "count",       "measure", "ordinal",
                                          "fraction", "ratio",   "temperature", "age",     "duration",
                                          "number",   "score",   "odds",        nullptr};
};

enum class Modifier : uint8_t { approximately, more_than, less_than, at_least, at_most, vague };
template <> struct Choices<Modifier> {
  static constexpr const char* names[] = {"approximately", "more_than", "less_than", "at_least",
                                          "at_most",       "vague",     nullptr};
};

enum class Change : uint8_t { up, down };
template <> struct Choices<Change> { static constexpr const char* names[] = {"up", "down", nullptr}; };

enum class TimeType : uint8_t { date, time, duration, set };
template <> struct Choices<TimeType> {
  static constexpr const char* names[] = {"DATE", "TIME", "DURATION", "SET", nullptr};
};

/// TIMEX3 `mod`.
enum class TimeMod : uint8_t {
  before,
  after,
  on_or_before,
  on_or_after,
  less_than,
  more_than,
  equal_or_less,
  equal_or_more,
  start,
  mid,
  end,
  approx
};
template <> struct Choices<TimeMod> {
  static constexpr const char* names[] = {
      "BEFORE",        "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS",
      "EQUAL_OR_MORE", "START", "MID",          "END",         "APPROX",    nullptr};
};

enum class QuoteKind : uint8_t { speech, term, title };
template <> struct Choices<QuoteKind> {
  static constexpr const char* names[] = {"speech", "term", "title", nullptr};
};

enum class AttributionKind : uint8_t { direct, indirect, mixed };
template <> struct Choices<AttributionKind> {
  static constexpr const char* names[] = {"direct", "indirect", "mixed", nullptr};
};

enum class CueClass : uint8_t { statement, belief, wish, finding, question, other };
template <> struct Choices<CueClass> {
  static constexpr const char* names[] = {"statement", "belief", "wish", "finding",
                                          "question",  "other",  nullptr};
};

/// Why the standalone form of a claim leaves a span open.
enum class Unresolvable : uint8_t { pronoun, definite, relative_date, ellipsis };
template <> struct Choices<Unresolvable> {
  static constexpr const char* names[] = {"pronoun", "definite", "relative_date", "ellipsis", nullptr};
};

/// The scores of a claim.
enum class ClaimScore : uint8_t { check_worthiness, checkable };
template <> struct Choices<ClaimScore> {
  static constexpr const char* names[] = {"check_worthiness", "checkable", nullptr};
};

enum class Relation : uint8_t { disputed_by, disputes, restates, updates };
template <> struct Choices<Relation> {
  static constexpr const char* names[] = {"disputed_by", "disputes", "restates", "updates", nullptr};
};

/// Names of the bits of claims.types, from the lowest.
inline constexpr const char* kClaimTypes[] = {"quantity", "event_or_property", "position", "comparison",
                                              "causal",   "prediction",        "temporal", "interval",
                                              "record",   "law_or_rule",       "quote",    "other"};

/// Bits of tokens.shape.
namespace shape {
inline constexpr uint32_t letter = 1u << 0;     // has a letter
inline constexpr uint32_t digit = 1u << 1;      // has a digit
inline constexpr uint32_t upper = 1u << 2;      // has an upper-case letter
inline constexpr uint32_t lower = 1u << 3;      // has a lower-case letter
inline constexpr uint32_t initial = 1u << 4;    // its first character is an upper-case letter
inline constexpr uint32_t other = 1u << 5;      // has a character that is neither letter nor digit
inline constexpr uint32_t non_ascii = 1u << 6;  // has a character beyond ASCII
inline constexpr uint32_t space = 1u << 7;      // white space (or the text's begin) stands before it
inline constexpr uint32_t line = 1u << 8;       // a line break stands before it
inline constexpr uint32_t sentence = 1u << 9;   // it is the first of its sentence
}  // namespace shape

// --- The layers --------------------------------------------------------------------------------------

namespace layers {

// Structs and not aliases: their names in symbols stay short.

struct Language
    : Layer<"language", Doc<"The language of the text: one row over all of it, or none.">,
            Column<"code", String, "ISO 639-1 code.">, Column<"score", Number, "How sure it is, 0 to 1.">> {};

struct Header : Layer<"header", Doc<"What the text itself says about itself.">,
                      Column<"kind", HeaderKind, "What it is.">,
                      Column<"value", String, "Its normal form: ISO 8601 for dates, else the text.">> {};

struct Sentences
    : Layer<"sentences",
            Doc<"Sentences without the white space around them; every token lies in exactly one.">,
            Column<"paragraph", Int, "Number of the paragraph, from 0.">,
            Column<"kind", SentenceKind, "Running text, or what else it is.">> {};

struct Tokens
    : Layer<"tokens", Doc<"Words and marks as in Universal Dependencies (\"don't\" is two).">,
            Column<"hash", Id, "Hash of the form with ASCII letters in lower case (stages/text/words.hpp).">,
            Column<"shape", Id, "Bits of claimsift::shape.">> {};

struct Tags : Layer<"tags", Extends<"tokens">, Doc<"Part of speech and lemma of each token.">,
                    Column<"upos", Upos, "Universal part of speech.">,
                    Column<"xpos", Xpos, "Penn Treebank tag as in the English Web Treebank.">,
                    Column<"lemma", String, "The form that a dictionary lists; null where unsure.">> {};

struct Syntax : Layer<"syntax", Extends<"tokens">,
                      Doc<"The dependency tree of each sentence that was parsed; all null in the others.">,
                      Column<"head", Ref<"tokens">, "The token that it depends on; null for the root.">,
                      Column<"deprel", Deprel, "The relation to the head; null where nothing was parsed.">> {
};

struct Entities
    : Layer<"entities", Doc<"Names of people, organisations and places, and of groups of people.">,
            Column<"type", EntityType, "PERSON, ORG, LOC or NORP (nationality, faith, party).">> {};

struct People
    : Layer<"people", Doc<"Each person, organisation and named group, where the fullest name stands.">,
            Column<"name", String, "The fullest name that the text gives.">,
            Column<"role", String, "Title or role, as the text gives it.">,
            Column<"gender", PersonGender, "Where the text or the first name shows it.">,
            Column<"kind", PersonKind, "Whether it is one person, an organisation or a group.">> {};
struct Mentions : Layer<"mentions", ChildOf<"people">, Doc<"Every place where someone is named or meant.">,
                        Column<"kind", MentionKind, "By name, by a noun (\"the mayor\") or by a pronoun.">,
                        Column<"subject", Flag, "1: it stands where the subject of a clause stands.">> {};

struct Quantities
    : Layer<"quantities", Doc<"Quantities with value and unit as stated, and in SI.">,
            Column<"kind", QuantityKind, "What kind of quantity it is.">,
            Column<"modifier", Modifier, "What weakens or bounds the value.">,
            Column<"change", Change, "Whether it is a rise or a fall.">,
            Column<"value", Number, "The value as stated; null for a range or where none can be read.">,
            Column<"low", Number, "The lower end of a range.">,
            Column<"high", Number, "The upper end of a range.">,
            Column<"unit", String, "ISO 4217 code, unit name, or the counted noun.">,
            Column<"si_value", Number, "The value in si_unit.">,
            Column<"si_unit", String, "The canonical unit of the dimension.">,
            Column<"concept", Span, "What is measured or counted.">,
            Column<"relative_to", Ref<"quantities">, "The quantity that a ratio or share is about.">,
            Column<"implied_value", Number, "The value that a relative quantity works out to.">,
            Column<"implied_unit", String, "The unit of implied_value.">> {};

struct Times : Layer<"times", Doc<"Time expressions as TIMEX3.">,
                     Column<"type", TimeType, "DATE, TIME, DURATION or SET.">,
                     Column<"mod", TimeMod, "TIMEX3 modifier.">,
                     Column<"value", String, "TIMEX3 value, such as 2025-02-26T16:54 or P3Y.">,
                     Column<"quant", String, "TIMEX3 quantifier of a SET.">,
                     Column<"freq", String, "TIMEX3 frequency of a SET.">,
                     Column<"anchor", Ref<"times">, "The time that it was worked out from.">> {};

struct Quotes : Layer<"quotes", Doc<"Quotations with their marks.">,
                      Column<"kind", QuoteKind, "Speech, a term (scare quotes, single words) or a title.">,
                      Column<"depth", Int, "0 for an outermost quotation.">,
                      Column<"open", Flag, "1: no mark closes it.">> {};

struct CueCandidates : Layer<"cue_candidates", Doc<"Words that may introduce an attribution.">,
                             Column<"class", CueClass, "What kind of attribution the word introduces.">,
                             Column<"score", Number, "How likely it is one, 0 to 1.">> {};

struct Attributions
    : Layer<"attributions", Doc<"Who said what: from the first to the last of its parts.">,
            Column<"kind", AttributionKind, "Direct when all of the content is in quotation marks.">,
            Column<"cue_class", CueClass, "What the cue makes of the content.">,
            Column<"negated", Flag, "1: the cue denies (\"did not say\").">,
            Column<"score", Number, "How sure it is, 0 to 1.">,
            Column<"nested_in", Ref<"attributions">, "The attribution whose content holds this one.">,
            Column<"time", Ref<"times">, "When it was said.">> {};
struct AttributionSources
    : Layer<"attribution_sources", ChildOf<"attributions">, Doc<"The words that name the source.">> {};
struct AttributionCues
    : Layer<"attribution_cues", ChildOf<"attributions">, Doc<"The words that introduce the content.">> {};
struct AttributionContents
    : Layer<"attribution_contents", ChildOf<"attributions">, Doc<"What is attributed.">> {};

struct Speakers : Layer<"speakers", Extends<"attributions">, Doc<"The source by name.">,
                        Column<"person", Ref<"people">, "The person or organisation, if the text names it.">,
                        Column<"name", String, "The fullest name that the document gives.">,
                        Column<"role", String, "Title or role, as the document gives it.">> {};

struct Claims
    : Layer<"claims", Doc<"Spans that assert something checkable.">,
            Column<"sentence", Ref<"sentences">, "The sentence that it stands in.">,
            Column<"attribution", Ref<"attributions">, "The attribution whose content it is.">,
            Column<"types", Id, "Bits of claimsift::kClaimTypes.">,
            Column<"standalone", String, "The claim as a sentence of its own.">,
            Column<"negated", Flag, "1: it denies something.">,
            Column<"hedged", Flag, "1: it is weakened (\"may\", \"reportedly\").">,
            Column<"checkable", Number, "Probability that it states something verifiable.">,
            Column<"check_worthiness", Number, "Probability that a fact-checker would want to check it.">,
            Column<"id", String, "A hash of document id, span and text.">> {};
struct ClaimFacts
    : Layer<"claim_facts", ChildOf<"claims">, Doc<"Quantities and times of a claim; one of the two is set.">,
            Column<"quantity", Ref<"quantities">, "A quantity of the claim.">,
            Column<"time", Ref<"times">, "A time of the claim.">> {};
struct Unresolved : Layer<"unresolved", ChildOf<"claims">, Doc<"Spans that the standalone form leaves open.">,
                          Column<"why", Unresolvable, "Why.">> {};
struct ClaimReasons
    : Layer<"claim_reasons", ChildOf<"claims">,
            Doc<"What moved the scores of a claim, the strongest first, where `explain` asks for it.">,
            Column<"score", ClaimScore, "The score that is moved.">,
            Column<"feature", String, "What moves it, in words.">,
            Column<"weight", Number, "What it adds to the log-odds of the score.">> {};
struct ClaimRelations
    : Layer<"claim_relations", ChildOf<"claims">, Doc<"How claims of one document bear on each other.">,
            Column<"to", Ref<"claims">, "The other claim.">,
            Column<"type", Relation, "What this claim does to the other.">> {};
struct ClaimClusters
    : Layer<"claim_clusters", Extends<"claims">, Doc<"Claims of the whole run that say the same.">,
            Column<"cluster", String, "Id of the earliest claim that this one repeats; its own, if none.">,
            Column<"signature", String, "What was compared, where `signatures` asks for it.">> {};
struct ClaimMatches
    : Layer<"claim_matches", ChildOf<"claims">, Doc<"Claims that were checked before, best first.">,
            Column<"id", String, "The id in the list of known claims.">,
            Column<"verdict", String, "What the check found, in the list's words.">,
            Column<"url", String, "Where the check stands.">,
            Column<"score", Number, "How alike they are, 0 to 1.">> {};

}  // namespace layers
}  // namespace claimsift
