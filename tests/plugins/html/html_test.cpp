// SPDX-License-Identifier: Apache-2.0
// Pages that try to break the reading of HTML, and single rules of it.
#include <gmock/gmock.h>

#include <chrono>

#include "plugins/html/article.hpp"
#include "plugins/html/text.hpp"

namespace claimsift::html {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::string kProse =
    "The harbour board said on Monday that 14 ships had waited for a berth for more than two days, the "
    "longest "
    "queue since the strike of 2011.";

double seconds(const std::string& page) {
  const auto start = std::chrono::steady_clock::now();
  try {
    article_of(page);
  } catch (const std::runtime_error&) {}
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

std::string repeated(const std::string& part, size_t times) {
  std::string all;
  for (size_t i = 0; i < times; ++i) all += part;
  return all;
}

TEST(Html, PagesNestedTooDeepAreRefusedAtOnce) {
  try {
    article_of("<body>" + repeated("<div>", 20000) + kProse);
    FAIL() << "it was read";
  } catch (const std::runtime_error& problem) {
    EXPECT_THAT(problem.what(), HasSubstr("nested deeper than 256"));
  }
  EXPECT_LT(seconds("<body>" + repeated("<div>", 20000) + kProse), 1);
  EXPECT_LT(seconds("<body>" + repeated("<table><tr><td>", 5000) + kProse), 1);
}

TEST(Html, TimeIsLinearInWhatAPageRepeats) {
  EXPECT_LT(seconds("<p>" + repeated("<b>", 100) + repeated("x ", 500000)), 2);
  EXPECT_LT(seconds(repeated("<p>short", 100000)), 2);
  EXPECT_LT(seconds(repeated("<h2>Related</h2><p>" + kProse + "</p>", 5000)), 2);
  EXPECT_LT(seconds("<table>" + repeated("<tr><td>a<td>b", 50000)), 2);
  std::string attributes;
  for (int i = 0; i < 20000; ++i) attributes += " a" + std::to_string(i) + "=1";
  EXPECT_LT(seconds("<p" + attributes + ">" + kProse), 2);
}

TEST(Html, EmptyAndBrokenPagesHaveNoText) {
  for (const std::string page : {"", " ", "<", "<html>", "<!-- ", "<p>", "<script>", "&#0;&#xFFFFFFFF;"})
    EXPECT_EQ(article_of(page).text, "") << page;
}

TEST(Html, PagesNeedNoBody) {
  const std::string text = "<article><p>" + kProse + "</p><p>" + kProse + "</p></article>";
  for (const std::string before : {"<meta charset=utf-8><nav><a href='/'>Home</a></nav>",
                                   "<title>x</title><header>y</header>", "", "<link rel=x>"})
    EXPECT_EQ(article_of(before + text).text, kProse + "\n\n" + kProse) << before;
}

TEST(Html, NulInsideATagEndsNothing) {
  const std::string page = std::string("<p\0x>", 5) + kProse + std::string("\0", 1) + "</p>";
  EXPECT_THAT(article_of(page).text, HasSubstr("14 ships"));
}

TEST(Html, HiddenPartsAreLeftOut) {
  const std::string text = article_of("<p>" + kProse + "</p><p>" + kProse +
                                      "</p><div style='display: none'><p>Secret: " + kProse + "</p></div>")
                               .text;
  EXPECT_THAT(text, HasSubstr("14 ships"));
  EXPECT_THAT(text, Not(HasSubstr("Secret")));
}

TEST(Html, BlanksAndInvisibleCharactersBecomeOneBlankOrNone) {
  EXPECT_EQ(tidy("  a\n\t b\xC2\xA0\xC2\xA0"
                 "c\xC2\xAD"
                 "d\xE2\x80\x8B"
                 "e\x01 "),
            "a b cde");
}

TEST(Html, ClassesThatToolsMadeUpOrThatNameATopicAreNoNoise) {
  for (const std::string name :
       {"css-ad", "sc-eNavXy sc-ad", "x1ad2f", "type-post category-cookies", "comments-open", "topic-social"})
    for (const std::string tag : {"article", "div"})
      EXPECT_NE(article_of("<p>" + kProse + "</p><" + tag + " class='" + name + "'><p>Inside, " + kProse +
                           "</p></" + tag + ">")
                    .text.find("Inside"),
                std::string::npos)
          << name;
}

TEST(Html, AHeadingInFrontOfEverythingIsTheArticlesOwn) {
  EXPECT_NE(article_of("<div><h2>More on ships</h2><p>" + kProse + "</p></div>").text.find(kProse),
            std::string::npos);
}

TEST(Html, TextInManyWidgetsIsStillText) {
  std::string page;
  for (int i = 0; i < 6; ++i)
    page += "<div class='elementor-widget'><p>" + std::to_string(i) + ": " + kProse + " " + kProse + " " +
            kProse + " " + kProse + " " + kProse + "</p></div>";
  const std::string text = article_of("<nav class=menu><a href=/>Home</a></nav>" + page).text;
  for (int i = 0; i < 6; ++i)
    EXPECT_NE(text.find(std::to_string(i) + ": The harbour"), std::string::npos) << i;
}

TEST(Html, NamesOfClassesAreCutIntoWords) {
  EXPECT_EQ(name_words("Article-bodyText_2 x"), (std::vector<std::string>{"article", "body", "text", "x"}));
}

}  // namespace
}  // namespace claimsift::html
