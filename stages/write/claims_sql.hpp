// SPDX-License-Identifier: Apache-2.0
// claims_sql.hpp - the tables, indexes and views of a claims database. Constant data.
#pragma once

namespace claimsift::claims_sql {

inline constexpr const char* kTables = R"sql(
CREATE TABLE documents (
  doc INTEGER PRIMARY KEY,          -- in input order, from 1
  id TEXT NOT NULL, title TEXT, published TEXT, url TEXT, source TEXT, text TEXT);
CREATE TABLE speakers (
  speaker INTEGER PRIMARY KEY,
  name TEXT NOT NULL, role TEXT, first_doc INTEGER NOT NULL REFERENCES documents);
CREATE UNIQUE INDEX speakers_by_name ON speakers (name, coalesce(role, ''));
CREATE TABLE claims (
  claim INTEGER PRIMARY KEY,
  doc INTEGER NOT NULL REFERENCES documents,
  claim_id TEXT NOT NULL, begin_offset INTEGER, end_offset INTEGER, text TEXT, sentence TEXT, context TEXT,
  standalone TEXT, types TEXT, speaker INTEGER REFERENCES speakers, cue TEXT, attribution_kind TEXT,
  negated INTEGER, hedged INTEGER, checkable REAL, check_worthiness REAL,
  cluster TEXT);                    -- claim_id of the earliest claim that this one repeats
CREATE TABLE quantities (
  doc INTEGER NOT NULL REFERENCES documents, quantity INTEGER NOT NULL,
  begin_offset INTEGER, end_offset INTEGER, text TEXT, kind TEXT, value REAL, low REAL, high REAL, unit TEXT,
  modifier TEXT, change TEXT, si_value REAL, si_unit TEXT, concept TEXT, relative_to INTEGER,
  implied_value REAL, implied_unit TEXT, PRIMARY KEY (doc, quantity)) WITHOUT ROWID;
CREATE TABLE times (
  doc INTEGER NOT NULL REFERENCES documents, time INTEGER NOT NULL,
  begin_offset INTEGER, end_offset INTEGER, text TEXT, type TEXT, value TEXT, modifier TEXT,
  PRIMARY KEY (doc, time)) WITHOUT ROWID;
CREATE TABLE claim_quantities (
  claim INTEGER NOT NULL REFERENCES claims, quantity INTEGER NOT NULL, PRIMARY KEY (claim, quantity)) WITHOUT ROWID;
CREATE TABLE claim_times (
  claim INTEGER NOT NULL REFERENCES claims, time INTEGER NOT NULL, PRIMARY KEY (claim, time)) WITHOUT ROWID;
CREATE TABLE relations (
  claim INTEGER NOT NULL REFERENCES claims, type TEXT NOT NULL, other INTEGER NOT NULL REFERENCES claims,
  PRIMARY KEY (claim, type, other)) WITHOUT ROWID;
CREATE TABLE matches (              -- claims of the lists that were checked before
  claim INTEGER NOT NULL REFERENCES claims, rank INTEGER NOT NULL,  -- 1: the most alike
  id TEXT NOT NULL, score REAL NOT NULL, verdict TEXT, url TEXT, PRIMARY KEY (claim, rank)) WITHOUT ROWID;
)sql";

/// In the order of StoreTable.
inline constexpr const char* kInserts[] = {
    "INSERT INTO documents VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    "INSERT INTO claims VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, "
    "?18)",
    "INSERT INTO quantities VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, "
    "?17, ?18)",
    "INSERT INTO times VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    "INSERT OR IGNORE INTO claim_quantities VALUES (?1, ?2)",
    "INSERT OR IGNORE INTO claim_times VALUES (?1, ?2)",
    "INSERT OR IGNORE INTO relations VALUES (?1, ?2, ?3)",
    "INSERT INTO matches VALUES (?1, ?2, ?3, ?4, ?5, ?6)"};
inline constexpr const char* kFindSpeaker =
    "SELECT speaker FROM speakers WHERE name = ?1 AND coalesce(role, '') = coalesce(?2, '')";
inline constexpr const char* kInsertSpeaker = "INSERT INTO speakers VALUES (?1, ?2, ?3, ?4)";

/// What a database has when it is whole; kUnfinish takes it away again.
inline constexpr const char* kFinish = R"sql(
CREATE INDEX claims_by_doc ON claims (doc);
CREATE INDEX claims_by_speaker ON claims (speaker, check_worthiness);
CREATE INDEX claims_by_id ON claims (claim_id);
CREATE INDEX claims_by_cluster ON claims (cluster);
CREATE INDEX quantities_by_value ON quantities (kind, unit, value);
CREATE INDEX times_by_value ON times (value);
CREATE VIEW claim_numbers AS
  SELECT c.claim, c.claim_id, d.id AS doc_id, d.published, s.name AS speaker, s.role, q.text, q.kind, q.value, q.unit,
         q.modifier, q.change, c.standalone, c.check_worthiness
  FROM claim_quantities AS cq JOIN claims AS c ON c.claim = cq.claim
       JOIN quantities AS q ON q.doc = c.doc AND q.quantity = cq.quantity
       JOIN documents AS d ON d.doc = c.doc LEFT JOIN speakers AS s ON s.speaker = c.speaker;
CREATE VIEW speaker_numbers AS  -- who said which numbers most often
  SELECT speaker, kind, value, unit, count(*) AS claims, count(DISTINCT doc_id) AS documents
  FROM claim_numbers WHERE speaker IS NOT NULL AND value IS NOT NULL
  GROUP BY speaker, kind, value, unit ORDER BY claims DESC, speaker, kind, unit, value;
CREATE VIEW speaker_claims AS
  SELECT s.name AS speaker, s.role, count(*) AS claims, count(DISTINCT c.doc) AS documents,
         avg(c.check_worthiness) AS check_worthiness
  FROM claims AS c JOIN speakers AS s ON s.speaker = c.speaker GROUP BY s.speaker ORDER BY claims DESC, s.speaker;
CREATE VIEW repeated_claims AS  -- what is said again and again, under its first claim
  SELECT c.cluster, min(c.claim) AS claim, count(*) AS claims, count(DISTINCT c.doc) AS documents,
         count(DISTINCT c.speaker) AS speakers
  FROM claims AS c GROUP BY c.cluster HAVING count(*) > 1 ORDER BY claims DESC, claim;
CREATE VIEW checked_claims AS   -- the most alike of the claims that were checked before
  SELECT c.claim, c.claim_id, d.id AS doc_id, s.name AS speaker, c.standalone, m.id AS match, m.score, m.verdict, m.url
  FROM matches AS m JOIN claims AS c USING (claim) JOIN documents AS d USING (doc) LEFT JOIN speakers AS s USING (speaker)
  WHERE m.rank = 1 ORDER BY m.score DESC, c.claim;
CREATE VIRTUAL TABLE claims_fts USING fts5 (text, standalone, content = 'claims', content_rowid = 'claim');
INSERT INTO claims_fts (claims_fts) VALUES ('rebuild');
)sql";
inline constexpr const char* kUnfinish = R"sql(
DROP TABLE IF EXISTS claims_fts;
DROP VIEW IF EXISTS checked_claims;
DROP VIEW IF EXISTS repeated_claims;
DROP VIEW IF EXISTS speaker_claims;
DROP VIEW IF EXISTS speaker_numbers;
DROP VIEW IF EXISTS claim_numbers;
DROP INDEX IF EXISTS claims_by_doc;
DROP INDEX IF EXISTS claims_by_speaker;
DROP INDEX IF EXISTS claims_by_id;
DROP INDEX IF EXISTS claims_by_cluster;
DROP INDEX IF EXISTS quantities_by_value;
DROP INDEX IF EXISTS times_by_value;
)sql";

}  // namespace claimsift::claims_sql
