// SPDX-License-Identifier: Apache-2.0
#include "stages/language/word_parts.hpp"

#include "stages/text/frozen_words.hpp"

namespace claimsift {
namespace {

constexpr FrozenWord<uint8_t> kContractionList[] = {
    {"cannot", 3}, {"gonna", 3},  {"wanna", 3},   {"gotta", 3},    {"lotta", 3},   {"kinda", 4},   {"sorta", 4},  {"outta", 3},
    {"dont", 2},   {"didnt", 3},  {"doesnt", 4},  {"cant", 2},     {"isnt", 2},    {"arent", 3},   {"wasnt", 3},  {"werent", 4},
    {"wont", 2},   {"havent", 4}, {"hasnt", 3},   {"hadnt", 3},    {"couldnt", 5}, {"wouldnt", 5}, {"shouldnt", 6}, {"aint", 2},
    {"gimme", 3},  {"lemme", 3},  {"alot", 1},     {"thats", 4}, {"whats", 4}};
constexpr FrozenWords kContractions(kContractionList);

constexpr FrozenWord<bool> kPrefixList[] = {
    {"e", true},      {"non", true},    {"mid", true},    {"pre", true},    {"anti", true},   {"re", true},     {"post", true},
    {"co", true},     {"pro", true},    {"multi", true},  {"ex", true},     {"sub", true},    {"semi", true},   {"cross", true},
    {"neo", true},    {"micro", true},  {"counter", true}, {"mini", true},  {"inter", true},  {"intra", true},  {"socio", true},
    {"psycho", true}, {"arch", true},   {"un", true},     {"de", true},     {"trans", true},  {"ultra", true},  {"pseudo", true},
    {"quasi", true},  {"proto", true},  {"hyper", true},  {"super", true},  {"extra", true},  {"infra", true},  {"macro", true},
    {"mega", true},   {"meta", true},   {"tele", true},   {"bio", true},    {"geo", true},    {"uh", true},     {"mm", true},
    {"hm", true},     {"over", true},   {"dis", true},    {"mis", true},    {"bi", true},     {"tri", true},    {"sars", true}};
constexpr FrozenWords kPrefixes(kPrefixList);

constexpr FrozenWord<bool> kUnitList[] = {
    {"am", true},  {"pm", true},  {"mm", true},  {"cm", true},  {"m", true},    {"km", true},   {"ft", true},  {"kg", true},
    {"mg", true},  {"lb", true},  {"lbs", true}, {"oz", true},  {"ml", true},   {"mph", true},  {"kph", true}, {"bn", true},
    {"mn", true},  {"tn", true},  {"mln", true}, {"bln", true}, {"k", true},    {"x", true},    {"ghz", true}, {"mhz", true},
    {"khz", true}, {"hz", true},  {"kb", true},  {"mb", true},  {"gb", true},   {"tb", true},   {"min", true}, {"mins", true},
    {"hr", true},  {"hrs", true}, {"yr", true},  {"yrs", true}, {"kw", true},   {"mw", true},   {"gw", true},  {"kwh", true},
    {"mwh", true}, {"gwh", true}, {"ha", true},  {"cc", true},  {"sqft", true}, {"ppm", true},  {"bps", true}, {"pc", true},
    {"bbl", true}, {"bpd", true}, {"tcf", true}, {"bcf", true}};
constexpr FrozenWords kUnits(kUnitList);

constexpr FrozenWord<bool> kElisionList[] = {
    {"em", true},   {"cause", true}, {"cuz", true},  {"cos", true},  {"til", true},  {"till", true}, {"bout", true}, {"round", true},
    {"n", true},    {"neath", true}, {"s", true},    {"m", true},    {"re", true},   {"ve", true},   {"ll", true},   {"d", true}};
constexpr FrozenWords kElisions(kElisionList);

constexpr FrozenWord<bool> kHostEndingList[] = {
    {"com", true}, {"org", true},  {"net", true},  {"edu", true}, {"gov", true},  {"mil", true}, {"int", true}, {"info", true},
    {"biz", true}, {"co", true},   {"uk", true},   {"us", true},  {"ca", true},   {"au", true},  {"nz", true},  {"de", true},
    {"fr", true},  {"eu", true},   {"io", true},   {"tv", true},  {"me", true},   {"ai", true},  {"app", true}, {"dev", true},
    {"ru", true},  {"cn", true},   {"jp", true},   {"in", true},  {"it", true},   {"es", true},  {"nl", true},  {"se", true},
    {"ch", true},  {"ie", true},   {"br", true},   {"mx", true},  {"za", true},   {"il", true},  {"ua", true},  {"pl", true},
    {"htm", true}, {"html", true}, {"pdf", true},  {"doc", true}, {"docx", true}, {"xls", true}, {"xlsx", true}, {"ppt", true},
    {"txt", true}, {"jpg", true},  {"jpeg", true}, {"png", true}, {"gif", true},  {"zip", true}, {"exe", true}, {"php", true},
    {"asp", true}, {"js", true},   {"py", true},   {"csv", true}, {"xml", true},  {"mp3", true}, {"url", true}};
constexpr FrozenWords kHostEndings(kHostEndingList);

}  // namespace

uint8_t contraction_cut(uint32_t hash, std::string_view word) {
  const uint8_t* cut = kContractions.find(hash, word);
  return cut ? *cut : uint8_t{0};
}

bool is_prefix(std::string_view word) { return kPrefixes.find(word) != nullptr; }
bool is_unit(std::string_view word) {
  return kUnits.find(word) != nullptr;
}
bool is_elision(std::string_view word) { return kElisions.find(word) != nullptr; }
bool is_host_ending(std::string_view word) { return kHostEndings.find(word) != nullptr; }

}  // namespace claimsift
