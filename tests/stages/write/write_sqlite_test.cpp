// SPDX-License-Identifier: Apache-2.0
// The database through real runs, and the store on its own.
#include <gmock/gmock.h>
#include <sqlite3.h>

#include "stages/write/claims_store.hpp"
#include "stages/write/row_blob.hpp"
#include "tests/pipeline_fixture.hpp"

namespace claimsift {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

using Rows = std::vector<std::string>;

/// The rows of a query, values joined by "|".
Rows query(const std::string& path, const std::string& sql) {
  sqlite3* db = nullptr;
  EXPECT_EQ(sqlite3_open_v2(path.c_str(), &db, SQLITE_OPEN_READONLY, nullptr), SQLITE_OK);
  sqlite3_stmt* statement = nullptr;
  EXPECT_EQ(sqlite3_prepare_v2(db, sql.c_str(), -1, &statement, nullptr), SQLITE_OK) << sqlite3_errmsg(db);
  Rows rows;
  while (sqlite3_step(statement) == SQLITE_ROW) {
    rows.emplace_back();
    for (int c = 0; c < sqlite3_column_count(statement); ++c) {
      const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, c));
      rows.back() += (c ? "|" : "") + std::string(text ? text : "null");
    }
  }
  sqlite3_finalize(statement);
  sqlite3_close(db);
  return rows;
}

class WriteSqliteTest : public PipelineTest {
 protected:
  TestRun run_on(const std::string& lines, const std::string& more = "") {
    write("in.jsonl", lines);
    return run(
        "claimsift: 1\ninput: {use: read, paths: [\"@/in.jsonl\"]}\nstages:\n  sentences:\n  tokens:\n  "
        "quantities:\n  times:\n"
        "  quotes:\n  attribution:\n  entities:\n  people:\n  speakers:\n  claims:\n  claim_relations:\n  "
        "db: {use: write_sqlite, "
        "path: \"@/out.db\"" +
            more + "}\n",
        {}, overwrite());
  }
  Rows ask(const std::string& sql) const { return query(path("out.db"), sql); }
};

constexpr const char* kTwoArticles =
    "{\"id\":\"a\",\"title\":\"Robert'); DROP TABLE claims;--\",\"text\":\"\\\"Exports fell by 5%,\\\" Anna "
    "Berg said. "
    "\\\"We sold 40 ships,\\\" Anna Berg said.\"}\n"
    "{\"id\":\"b\",\"text\":\"\\\"Exports fell by 5%,\\\" Anna Berg said.\"}\n";

TEST_F(WriteSqliteTest, AnswersWhoSaidWhichNumbersMostOften) {
  const TestRun r = run_on(kTwoArticles);
  ASSERT_EQ(r.summary.end, RunEnd::done) << r.report();
  EXPECT_THAT(ask("PRAGMA integrity_check"), ElementsAre("ok"));
  EXPECT_THAT(ask("PRAGMA foreign_key_check"), ElementsAre());
  EXPECT_THAT(ask("SELECT doc, id, title, text FROM documents"),
              ElementsAre("1|a|Robert'); DROP TABLE claims;--|null", "2|b|null|null"));
  EXPECT_THAT(ask("SELECT name FROM speakers"), ElementsAre("Anna Berg"));
  EXPECT_THAT(ask("SELECT speaker, kind, value, claims, documents FROM speaker_numbers LIMIT 1"),
              ElementsAre("Anna Berg|percent|5.0|2|2"));
}

TEST_F(WriteSqliteTest, AnswersWhatIsRepeatedAndWhatWasChecked) {
  write("known.jsonl",
        "{\"id\":1,\"text\":\"Exports fell by 5%\",\"verdict\":\"False\",\"url\":\"https://x.example/1\"}\n"
        "{\"id\":2,\"text\":\"Exports fell by 5% in Norland\"}\n");
  const TestRun r = run_on(
      kTwoArticles, "}\n  claim_clusters:\n  known_claims: {lists: [\"@/known.jsonl\"], min_score: 0.05");
  ASSERT_EQ(r.summary.end, RunEnd::done) << r.report();
  EXPECT_THAT(ask("PRAGMA foreign_key_check"), ElementsAre());
  EXPECT_THAT(
      ask("SELECT c.text, r.claims, r.documents, r.speakers FROM repeated_claims AS r JOIN claims AS c "
          "USING (claim)"),
      ElementsAre("Exports fell by 5%|2|2|1"));
  EXPECT_THAT(
      ask("SELECT doc_id, speaker, match, verdict, url FROM checked_claims WHERE standalone LIKE 'Exports%' ORDER BY claim"),
      ElementsAre("a|Anna Berg|1|False|https://x.example/1", "b|Anna Berg|1|False|https://x.example/1"));
  EXPECT_THAT(ask("SELECT rank, id, verdict FROM matches JOIN claims USING (claim) WHERE doc = 2"),
              ElementsAre("1|1|False", "2|2|null"));
}

TEST_F(WriteSqliteTest, FindsClaimsByTheirWords) {
  run_on(kTwoArticles);
  EXPECT_THAT(ask("SELECT c.doc FROM claims_fts JOIN claims AS c ON c.claim = claims_fts.rowid WHERE "
                  "claims_fts MATCH "
                  "'exports' ORDER BY c.doc"),
              ElementsAre("1", "2"));
}

TEST_F(WriteSqliteTest, KeepsTextsWhenAsked) {
  run_on("{\"id\":\"a\",\"text\":\"It cost $5.\"}\n", ", text: true");
  EXPECT_THAT(ask("SELECT text FROM documents"), ElementsAre("It cost $5."));
}

TEST_F(WriteSqliteTest, AnEmptyRunLeavesAWholeDatabase) {
  ASSERT_EQ(run_on("").summary.end, RunEnd::done);
  EXPECT_THAT(ask("SELECT count(*) FROM claim_numbers"), ElementsAre("0"));
}

TEST_F(WriteSqliteTest, CannotGoToStandardOutput) {
  write("in.jsonl", "");
  const TestRun r =
      run("claimsift: 1\ninput: {use: read, paths: [\"@/in.jsonl\"]}\nstages:\n  sentences:\n  db: {use: "
          "write_sqlite, path: \"-\"}\n");
  EXPECT_EQ(r.summary.end, RunEnd::nothing);
  EXPECT_THAT(r.report(), HasSubstr("cannot write to standard output"));
}

class ClaimsStoreTest : public testing::Test {
 protected:
  /// A document with one claim of a speaker.
  static std::string document(const std::string& id, const std::string& speaker) {
    std::string rows;
    RowBlob(rows, 0).text(id).null().null().null().null().null();
    RowBlob(rows, 1)
        .text("c" + id)
        .integer(0)
        .integer(5)
        .text("claim")
        .null()
        .null()
        .null()
        .null()
        .text(speaker)
        .null()
        .null()
        .null()
        .integer(0)
        .integer(0)
        .number(0.5)
        .number(0.5)
        .text("c" + id);
    return rows;
  }
  static constexpr const char* kAll =
      "SELECT d.doc, d.id, c.claim, s.speaker, s.name FROM documents AS d JOIN claims AS c USING (doc) JOIN "
      "speakers AS s USING (speaker)";
  TemporaryFolder folder_;
};

TEST_F(ClaimsStoreTest, GoesBackToWhatItSaved) {
  const std::string path = folder_.write("s.db", "");
  std::string state;
  {
    ClaimsStore store(path, {});
    store.append(document("a", "Anna"));
    state = store.save();
    store.append(document("b", "Berta"));
    store.save();  // committed, but no checkpoint was written behind it
    store.append(document("lost", "Carla"));
  }
  {
    ClaimsStore store(path, state);
    store.append(document("c", "Dora"));
    store.append(document("d", "Anna"));
    store.finish();
  }
  const Rows expected{"1|a|1|1|Anna", "2|c|2|2|Dora", "3|d|3|1|Anna"};
  EXPECT_EQ(query(path, kAll), expected);
  {  // a whole store goes back too, as after a kill behind finish()
    ClaimsStore store(path, state);
    store.append(document("c", "Dora"));
    store.append(document("d", "Anna"));
    store.finish();
  }
  EXPECT_EQ(query(path, kAll), expected);
  EXPECT_EQ(query(path, "SELECT count(*) FROM claims_fts WHERE claims_fts MATCH 'claim'"), Rows{"3"});
}

TEST_F(ClaimsStoreTest, ADatabaseOfAnotherVersionIsNotGoneOnWith) {
  const std::string path = folder_.write("s.db", "");
  std::string state;
  {
    ClaimsStore store(path, {});
    state = store.save();
  }
  sqlite3* db = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &db), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(db, "PRAGMA user_version = 1", nullptr, nullptr, nullptr), SQLITE_OK);
  sqlite3_close(db);
  EXPECT_THROW(ClaimsStore(path, state), std::runtime_error);
}

TEST_F(ClaimsStoreTest, AForeignFileOrStateIsAProblem) {
  EXPECT_THROW(ClaimsStore(folder_.write("text.db", std::string(5000, 'x')), "1 1 1"), std::runtime_error);
  { ClaimsStore(folder_.write("s.db", ""), {}).save(); }
  EXPECT_THROW(ClaimsStore(folder_.path("s.db"), "nonsense"), std::runtime_error);
}

}  // namespace
}  // namespace claimsift
