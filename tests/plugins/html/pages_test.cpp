// SPDX-License-Identifier: Apache-2.0
// The pages of tests/data/html: the words of the main text that is found against those that a reader would
// take, and what each page says of itself (NAME.txt and NAME.json beside NAME.html).
#include <gmock/gmock.h>
#include <simdjson.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "plugins/html/article.hpp"
#include "stages/read/encoding.hpp"

namespace claimsift {
namespace {

namespace fs = std::filesystem;

const fs::path kPages = fs::path(CLAIMSIFT_SOURCE_DIR) / "tests/data/html";

std::string content(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream all;
  all << file.rdbuf();
  return all.str();
}

html::Article article(const fs::path& page) {
  const std::string bytes = content(page);
  Decoder::Text text;
  Decoder("auto").decode_page(bytes, {}, text);
  return html::article_of(text.utf8);
}

std::map<std::string, int> words_of(const std::string& text) {
  std::map<std::string, int> words;
  std::istringstream all(text);
  for (std::string word; all >> word;) ++words[word];
  return words;
}

struct Score {
  double precision, recall, f;
};
Score score(const std::string& found, const std::string& expected) {
  const auto a = words_of(found), b = words_of(expected);
  double common = 0, in_found = 0, in_expected = 0;
  for (const auto& [word, count] : a) {
    in_found += count;
    if (const auto it = b.find(word); it != b.end()) common += std::min(count, it->second);
  }
  for (const auto& [word, count] : b) in_expected += count;
  if (in_found + in_expected == 0) return {1, 1, 1};
  const double p = in_found ? common / in_found : 0, r = in_expected ? common / in_expected : 0;
  return {p, r, p + r > 0 ? 2 * p * r / (p + r) : 0};
}

std::vector<fs::path> pages() {
  std::vector<fs::path> all;
  for (const auto& entry : fs::directory_iterator(kPages))
    if (entry.path().extension() == ".html") all.push_back(entry.path());
  std::sort(all.begin(), all.end());
  return all;
}

TEST(HtmlPages, WordsOfTheMainTextAreFound) {
  double sum = 0;
  ASSERT_GE(pages().size(), 20u);
  for (const fs::path& page : pages()) {
    fs::path expected = page;
    const std::string found = article(page).text;
    const Score s = score(found, content(expected.replace_extension(".txt")));
    sum += s.f;
    EXPECT_GE(s.f, 0.87) << page.filename() << ": precision " << s.precision << ", recall " << s.recall
                         << "\n"
                         << found;
  }
  const double mean = sum / static_cast<double>(pages().size());
  RecordProperty("mean_f", std::to_string(mean));
  EXPECT_GE(mean, 0.98);
}

TEST(HtmlPages, FactsArePickedUp) {
  for (const fs::path& page : pages()) {
    const html::PageFacts facts = article(page).facts;
    const std::map<std::string, std::string> found = {{"title", facts.title},
                                                      {"published", facts.published},
                                                      {"byline", facts.byline},
                                                      {"source", facts.source},
                                                      {"url", facts.url}};
    fs::path expected = page;
    simdjson::dom::parser parser;
    simdjson::dom::object wanted = parser.parse(content(expected.replace_extension(".json")));
    for (const auto& [key, value] : wanted)
      EXPECT_EQ(found.at(std::string(key)), std::string_view(value)) << page.filename() << " " << key;
  }
}

}  // namespace
}  // namespace claimsift
