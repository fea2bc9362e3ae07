// SPDX-License-Identifier: Apache-2.0
#include "stages/language/language.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>

#include "claimsift/test_host.hpp"

namespace claimsift {
namespace {

/// The code of a text, "-" for none, "skipped: why" or "failed: why".
std::string language(const std::string& text, const TestOptions& options = {}) {
  TestDocument doc(text);
  const TestResult r = run_stage<LanguageStage>(doc, options);
  if (r.status == CS_SKIP) return "skipped: " + r.message;
  if (r.status != CS_OK) return "failed: " + r.message;
  const auto rows = doc.layer<layers::Language>();
  return rows.empty() ? "-" : std::string(rows.get<"code">(0));
}

const std::string kEnglish =
    "The council decided on Monday that the old bridge over the river will be closed for repairs until the "
    "end of May.";
const std::string kGerman =
    "Der Rat hat am Montag beschlossen, dass die alte Brücke über den Fluss bis Ende Mai wegen Bauarbeiten "
    "gesperrt wird.";

TEST(LanguageStage, TellsLanguagesApart) {
  EXPECT_EQ(language(kEnglish), "en");
  EXPECT_EQ(language(kGerman), "de");
  EXPECT_EQ(
      language(
          "Le conseil a décidé lundi que le vieux pont sur la rivière sera fermé jusqu'à la fin du mois."),
      "fr");
  EXPECT_EQ(
      language(
          "El consejo decidió el lunes que el puente viejo sobre el río se cerrará hasta finales de mayo."),
      "es");
  EXPECT_EQ(language("De raad besloot maandag dat de oude brug over de rivier tot eind mei gesloten blijft."),
            "nl");
  EXPECT_EQ(language("В понедельник совет решил, что старый мост через реку будет закрыт до конца мая."),
            "ru");
  EXPECT_EQ(language("У понеділок рада вирішила, що старий міст через річку буде закрито до кінця травня."),
            "uk");
  EXPECT_EQ(language("市议会星期一决定,河上的旧桥将关闭维修,直到五月底为止,"
                     "居民对此表示不满。附近的商店担心顾客会减少。"),
            "zh");
}

TEST(LanguageStage, CapitalsAreNoOtherLanguage) {
  std::string loud = kEnglish;
  for (char& c : loud) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  EXPECT_EQ(language(loud), "en");
}

TEST(LanguageStage, KeepSkipsTheOthersByTheirCode) {
  EXPECT_EQ(language(kEnglish, {{"keep", "[en]"}}), "en");
  EXPECT_EQ(language(kGerman, {{"keep", "[en]"}}), "skipped: de");
  EXPECT_EQ(language(kGerman, {{"keep", "[en, de]"}}), "de");
}

TEST(LanguageStage, TooLittleTextIsKept) {
  EXPECT_EQ(language("", {{"keep", "[en]"}}), "-");
  EXPECT_EQ(language("Ja.", {{"keep", "[en]"}}), "-");
  EXPECT_EQ(language("2024-05-01 17:00 +49 30 1234567", {{"keep", "[en]"}}), "-");
}

TEST(LanguageStage, UnknownCodesAreErrors) {
  const std::string failed = language(kEnglish, {{"keep", "[english]"}});
  EXPECT_NE(failed.find("failed"), std::string::npos);
  EXPECT_NE(failed.find("english"), std::string::npos) << failed;
}

TEST(LanguageStage, HostileTextAndLengthCostNothing) {
  for (const std::string unit : {"\xF0\x9F\x98\x80", "a", " ", "\n", "é", "語", "A. B. "}) {
    std::string text;
    for (int i = 0; i < 100000; ++i) text += unit;
    EXPECT_EQ(language(text).find("failed"), std::string::npos);
  }
  std::string book;
  for (int i = 0; i < 50000; ++i) book += kEnglish + '\n';
  TestDocument doc(book);
  const std::clock_t begin = std::clock();
  ASSERT_EQ(run_stage<LanguageStage>(doc).status, CS_OK);
  EXPECT_LT(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC, 0.2);
}

TEST(LanguageStage, ADamagedOrMissingModelIsAnErrorThatNamesIt) {
  EXPECT_NE(language(kEnglish, {{"model", "no/such.model"}}).find("no/such.model"), std::string::npos);
  std::ifstream whole(find_model("", "language.model"), std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(whole), {}};
  ASSERT_GT(bytes.size(), 5000u);
  bytes[5000] = static_cast<char>(bytes[5000] ^ 1);
  const std::string path = testing::TempDir() + "damaged_language_" + std::to_string(getpid()) + ".model";
  std::ofstream(path, std::ios::binary) << bytes;
  EXPECT_NE(language(kEnglish, {{"model", path}}).find(path), std::string::npos);
  std::remove(path.c_str());
}

}  // namespace
}  // namespace claimsift
