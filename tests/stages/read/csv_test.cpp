// SPDX-License-Identifier: Apache-2.0
#include "stages/read/csv.hpp"

#include <gmock/gmock.h>

#include "tests/temporary_folder.hpp"

namespace claimsift {
namespace {

using testing::ElementsAre;

class CsvTest : public testing::Test {
 protected:
  /// Rows as "line: fields joined by |", or "line! problem".
  std::vector<std::string> rows(const std::string& content, char delimiter = ',', uint64_t longest = 1000) {
    CsvFile file(open_bytes(folder_.write("in.csv", content), 200, Unpack::here), delimiter, longest);
    std::vector<std::string> all;
    for (CsvFile::Row row; file.next(row);) {
      all.push_back(std::to_string(row.line));
      if (!row.problem.empty()) {
        all.back() += "! " + row.problem;
        continue;
      }
      std::vector<std::string_view> fields;
      std::string arena;
      csv_fields(row.text, delimiter, fields, arena);
      all.back() += ":";
      for (size_t i = 0; i < fields.size(); ++i) all.back() += (i ? "|" : " ") + std::string(fields[i]);
    }
    return all;
  }
  TemporaryFolder folder_;
};

TEST_F(CsvTest, CutsRowsAndFields) {
  EXPECT_THAT(rows("a,b,c\n1,,3\r\n\n,,\n"), ElementsAre("1: a|b|c", "2: 1||3", "4: ||"));
  EXPECT_THAT(rows("a;b\tc\n", ';'), ElementsAre("1: a|b\tc"));
  EXPECT_THAT(rows("a\tb\n", '\t'), ElementsAre("1: a|b"));
  EXPECT_THAT(rows("no end"), ElementsAre("1: no end"));
  EXPECT_THAT(rows(""), ElementsAre());
}

TEST_F(CsvTest, QuotedFieldsHoldDelimitersQuotesAndLineBreaks) {
  EXPECT_THAT(rows("\"a,b\",\"say \"\"hi\"\"\",\"\"\n\"two\nlines\",x\nlast,\"\"\"\"\n"),
              ElementsAre("1: a,b|say \"hi\"|", "2: two\nlines|x", "4: last|\""));
  EXPECT_THAT(rows("\"a\"\r\n\"b\""), ElementsAre("1: a", "2: b"));
}

TEST_F(CsvTest, AQuoteAmidAFieldIsACharacter) {
  EXPECT_THAT(rows("5\" pipe,x\n"), ElementsAre("1: 5\" pipe|x"));
}

TEST_F(CsvTest, AQuoteThatIsNeverClosedCostsItsLine) {
  EXPECT_THAT(rows("a,b\nc,\"d\ne,f\ng,h\n"),
              ElementsAre("1: a|b", "2! the quote opened in line 2 is never closed", "3: e|f", "4: g|h"));
  EXPECT_THAT(rows("\"x\ny\",\"z\nlast\n"),
              ElementsAre("1! the quote opened in line 2 is never closed", "3: last"))
      << "the row began a line before";
}

TEST_F(CsvTest, AQuoteThatIsClosedAmidTextCostsItsLine) {
  EXPECT_THAT(rows("\"a\" b,c\nd,e\n"),
              ElementsAre("1! text follows the quote that closes the one opened in line 1", "2: d|e"));
}

TEST_F(CsvTest, TheRecordLimitStopsASwallow) {
  const std::string line(99, 'x');
  std::string many = "a,\"b\n";
  for (int i = 0; i < 50; ++i) many += line + "\n";
  const std::vector<std::string> got = rows(many + "\"end\"\n");
  EXPECT_EQ(got[0], "1! text follows the quote that closes the one opened in line 1")
      << "closed by a later quote";
  const std::vector<std::string> swallowed =
      rows("a,\"b\n" + std::string(3'000'000, 'y') + "\nend\n", ',', 1000);
  EXPECT_THAT(
      swallowed,
      ElementsAre("1! the quote opened in line 1 is not closed within `run.limits.record_bytes` (1000)",
                  "2! the row has 3000000 bytes, more than `run.limits.record_bytes` (1000)", "3: end"));
}

TEST_F(CsvTest, ARowBeyondTheLimitIsPassedOverToItsEnd) {
  const std::string cell = "\"one\ntwo, three\nfour\"";
  std::string row = cell;
  while (row.size() < 3'000'000) row += "," + cell;
  EXPECT_THAT(rows("a,b\n" + row + "\nc,d\n"),
              ElementsAre("1: a|b", testing::HasSubstr("2! the row has 30"), testing::HasSubstr(": c|d")));
}

TEST_F(CsvTest, ManyBadQuotesEndTheFile) {
  std::string many;
  for (int i = 0; i < 300; ++i) many += "\"a\" b\n";
  CsvFile file(open_bytes(folder_.write("in.csv", many), 200, Unpack::here), ',', 1000);
  CsvFile::Row row;
  int count = 0;
  EXPECT_THROW(
      while (file.next(row)) { ++count; }, std::runtime_error);
  EXPECT_EQ(count, 100);
}

TEST_F(CsvTest, GoesOnBehindARow) {
  const std::string content = "a,b\n\"x\ny\",1\nlast,2\n";
  CsvFile first(open_bytes(folder_.write("in.csv", content), 200, Unpack::here), ',', 1000);
  CsvFile::Row row;
  first.next(row);
  first.next(row);
  CsvFile second(open_bytes(folder_.path("in.csv"), 200, Unpack::here), ',', 1000);
  second.skip_to(first.offset(), first.lines());
  ASSERT_TRUE(second.next(row));
  EXPECT_EQ(row.text, "last,2");
  EXPECT_EQ(row.line, 4u);
}

TEST_F(CsvTest, RowsMayCrossTheBuffer) {
  const std::string field(700'000, 'f');
  const std::string row = "\"" + field + "\n" + field + "\",x\n";
  EXPECT_THAT(rows(row + "a,b\n", ',', 3'000'000),
              ElementsAre("1: " + field + "\n" + field + "|x", "3: a|b"));
}

}  // namespace
}  // namespace claimsift
