// SPDX-License-Identifier: Apache-2.0
#include "tools/word_form_table.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <memory>

#include "tests/temporary_folder.hpp"

namespace claimsift {
namespace {

using namespace word_form;

/// Index files of a few words; the licence's lines in front begin with a blank.
class WordFormTableTest : public testing::Test {
 protected:
  void write(const char* name, const std::string& content) const {
    std::ofstream(folder_.path(name)) << content;
  }
  WordFormTableTest() {
    write("index.noun", "  1 A licence\nstop n 1 0\ncity n 1 0\nbox n 1 0\nicecap n 1 0\nice_cap n 1 0\n");
    write("index.verb", "stop v 1 0\ncarry v 1 0\nclose v 1 0\nbox v 1 0\n");
    write("index.adj", "close a 1 0\n");
    write("index.adv", "close r 1 0\n");
    write("index.sense",
          "stop%1:04:00:: 00000001 1 3\nstop%2:38:00:: 00000002 1 9\n"
          "close%3:00:01:: 00000003 1 5\nclose%5:00:01:near:00 00000004 2 3\nclose%2:35:00:: 00000005 1 1\n"
          "city%1:15:00:: 00000006 1 0\n");
  }
  uint32_t forms_of(std::string_view word) {
    fill_word_forms(folder_.folder(), *forms_);
    return forms_->find(word_hash(word));
  }
  TemporaryFolder folder_;
  std::unique_ptr<WordForms> forms_ = std::make_unique<WordForms>();
};

TEST_F(WordFormTableTest, SaysWhatAWordCanBe) {
  EXPECT_EQ(forms_of("stop") & 0xff, noun | verb);
  EXPECT_EQ(forms_of("Stops") & 0xff, plural | third_person) << "in any case";
  EXPECT_EQ(forms_of("stopped"), past) << "the last consonant doubled";
  EXPECT_EQ(forms_of("stopping"), gerund);
  EXPECT_EQ(forms_of("carries"), third_person);
  EXPECT_EQ(forms_of("carried"), past);
  EXPECT_EQ(forms_of("carrying"), gerund);
  EXPECT_EQ(forms_of("closing"), gerund);
  EXPECT_EQ(forms_of("closed"), past);
  EXPECT_EQ(forms_of("cities"), plural);
  EXPECT_EQ(forms_of("boxes"), plural | third_person);
  EXPECT_EQ(forms_of("close") & 0xff, verb | adjective | adverb);
  EXPECT_EQ(forms_of("boxxed"), 0u) << "an x stays alone";
  EXPECT_EQ(forms_of("unheard"), 0u);
  EXPECT_EQ(forms_of("ice_cap"), 0u) << "single words only";
}

TEST_F(WordFormTableTest, SaysWhatAWordMostlyIs) {
  EXPECT_EQ(forms_of("stop") >> kMostly, 2u) << "a verb in three of four uses";
  EXPECT_EQ(forms_of("close") >> kMostly, 3u + 4u) << "an adjective in eight of nine";
  EXPECT_EQ(forms_of("city") >> kMostly, 0u) << "never seen";
}

TEST_F(WordFormTableTest, AMissingFileIsNamed) {
  std::filesystem::remove(folder_.path("index.adv"));
  try {
    fill_word_forms(folder_.folder(), *forms_);
    FAIL() << "no error";
  } catch (const std::runtime_error& e) {
    EXPECT_NE(std::string(e.what()).find("index.adv"), std::string::npos);
  }
}

}  // namespace
}  // namespace claimsift
