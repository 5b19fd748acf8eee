-- Ids are paths, such as library/pack/question, so that one column names a row and another refers to it; `name` is the
-- last part. `place` counts from 0 in the order of the source. A reference to something further down is checked at the end.

CREATE TABLE library (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, language TEXT NOT NULL,
  test_draw INTEGER NOT NULL, test_easy INTEGER NOT NULL, test_medium INTEGER NOT NULL, test_hard INTEGER NOT NULL,
  strong_from INTEGER NOT NULL, slow_words_per_minute INTEGER NOT NULL, fast_words_per_minute INTEGER NOT NULL
);
CREATE TABLE principle (
  id TEXT PRIMARY KEY, library TEXT NOT NULL REFERENCES library (id), place INTEGER NOT NULL,
  name TEXT NOT NULL, title TEXT NOT NULL, summary TEXT NOT NULL
);
CREATE TABLE level (
  id TEXT PRIMARY KEY, library TEXT NOT NULL REFERENCES library (id), place INTEGER NOT NULL,
  name TEXT NOT NULL, title TEXT NOT NULL
);
CREATE TABLE verdict (
  id TEXT PRIMARY KEY, library TEXT NOT NULL REFERENCES library (id), place INTEGER NOT NULL,
  name TEXT NOT NULL, title TEXT NOT NULL, starts_at INTEGER NOT NULL, ends_at INTEGER NOT NULL, passes INTEGER NOT NULL
);
CREATE TABLE rubric (
  id TEXT PRIMARY KEY, library TEXT NOT NULL REFERENCES library (id), place INTEGER NOT NULL, name TEXT NOT NULL
);
CREATE TABLE dimension (
  id TEXT PRIMARY KEY, rubric TEXT NOT NULL REFERENCES rubric (id), place INTEGER NOT NULL,
  name TEXT NOT NULL, title TEXT NOT NULL, weight INTEGER NOT NULL, looks_for TEXT NOT NULL, expects TEXT
);
CREATE TABLE marker (
  id TEXT PRIMARY KEY, library TEXT NOT NULL REFERENCES library (id), place INTEGER NOT NULL,
  name TEXT NOT NULL, title TEXT NOT NULL, dimension TEXT NOT NULL, cap INTEGER NOT NULL,
  verdict TEXT NOT NULL REFERENCES verdict (id) DEFERRABLE INITIALLY DEFERRED, why TEXT NOT NULL, changed_at TEXT
);
CREATE TABLE phrase (
  marker TEXT NOT NULL REFERENCES marker (id), place INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (marker, place)
) WITHOUT ROWID;
CREATE TABLE pack (
  id TEXT PRIMARY KEY, library TEXT NOT NULL REFERENCES library (id), place INTEGER NOT NULL,
  name TEXT NOT NULL, title TEXT NOT NULL, principle TEXT NOT NULL REFERENCES principle (id),
  level TEXT NOT NULL REFERENCES level (id), prompt TEXT NOT NULL,
  minutes INTEGER NOT NULL, setting TEXT NOT NULL, rubric TEXT NOT NULL REFERENCES rubric (id),
  guidance TEXT NOT NULL, model_candidate TEXT REFERENCES candidate (id) DEFERRABLE INITIALLY DEFERRED,
  required_first_person_sentences INTEGER, required_numbers INTEGER, hash TEXT NOT NULL, changed_at TEXT
);
CREATE TABLE tag (
  pack TEXT NOT NULL REFERENCES pack (id), place INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (pack, place)
) WITHOUT ROWID;
CREATE TABLE concept (
  id TEXT PRIMARY KEY, pack TEXT NOT NULL REFERENCES pack (id), place INTEGER NOT NULL,
  title TEXT NOT NULL, text TEXT NOT NULL
);
CREATE TABLE coaching (
  id TEXT PRIMARY KEY, pack TEXT NOT NULL REFERENCES pack (id), place INTEGER NOT NULL, text TEXT NOT NULL
);
CREATE TABLE score_first (
  pack TEXT NOT NULL REFERENCES pack (id), place INTEGER NOT NULL, dimension TEXT NOT NULL, PRIMARY KEY (pack, place)
) WITHOUT ROWID;
CREATE TABLE candidate (
  id TEXT PRIMARY KEY, pack TEXT NOT NULL REFERENCES pack (id), place INTEGER NOT NULL, name TEXT NOT NULL,
  answer TEXT NOT NULL, words INTEGER NOT NULL, fast_seconds INTEGER NOT NULL, slow_seconds INTEGER NOT NULL,
  delivery TEXT, total INTEGER NOT NULL,
  verdict TEXT NOT NULL REFERENCES verdict (id), notes TEXT, changed_at TEXT
);
CREATE TABLE score (
  candidate TEXT NOT NULL REFERENCES candidate (id), dimension TEXT NOT NULL REFERENCES dimension (id),
  points INTEGER NOT NULL, reason TEXT, PRIMARY KEY (candidate, dimension)
) WITHOUT ROWID;
CREATE TABLE auto_fail (
  candidate TEXT NOT NULL REFERENCES candidate (id), place INTEGER NOT NULL,
  marker TEXT NOT NULL REFERENCES marker (id), quote TEXT NOT NULL,
  quote_start INTEGER, quote_end INTEGER, why TEXT NOT NULL, PRIMARY KEY (candidate, place)
) WITHOUT ROWID;
CREATE TABLE probe (
  candidate TEXT NOT NULL REFERENCES candidate (id), place INTEGER NOT NULL,
  ask TEXT NOT NULL, reply TEXT NOT NULL, shows TEXT NOT NULL, PRIMARY KEY (candidate, place)
) WITHOUT ROWID;
CREATE TABLE calibration (
  pack TEXT NOT NULL REFERENCES pack (id), place INTEGER NOT NULL, candidate TEXT REFERENCES candidate (id),
  above INTEGER NOT NULL, message TEXT NOT NULL, PRIMARY KEY (pack, place)
) WITHOUT ROWID;
CREATE TABLE fix_it (
  id TEXT PRIMARY KEY, pack TEXT NOT NULL REFERENCES pack (id), place INTEGER NOT NULL, name TEXT NOT NULL,
  title TEXT NOT NULL, candidate TEXT REFERENCES candidate (id),
  before TEXT NOT NULL, after TEXT NOT NULL, why TEXT NOT NULL, changed_at TEXT
);
CREATE TABLE question (
  id TEXT PRIMARY KEY, pack TEXT NOT NULL REFERENCES pack (id), place INTEGER NOT NULL, name TEXT NOT NULL,
  pool TEXT NOT NULL, difficulty TEXT NOT NULL, stem TEXT NOT NULL, excerpt TEXT, answer TEXT NOT NULL,
  hint TEXT, hash TEXT NOT NULL, changed_at TEXT
);
CREATE TABLE option (
  question TEXT NOT NULL REFERENCES question (id), place INTEGER NOT NULL, name TEXT NOT NULL, shown INTEGER NOT NULL,
  text TEXT NOT NULL, why TEXT, correct INTEGER NOT NULL, pinned INTEGER NOT NULL, PRIMARY KEY (question, place),
  UNIQUE (question, name)
) WITHOUT ROWID;
CREATE TABLE step (
  question TEXT NOT NULL REFERENCES question (id), place INTEGER NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY (question, place)
) WITHOUT ROWID;
CREATE TABLE mistake (
  question TEXT NOT NULL REFERENCES question (id), place INTEGER NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY (question, place)
) WITHOUT ROWID;
CREATE TABLE retired (
  library TEXT NOT NULL REFERENCES library (id), pack TEXT REFERENCES pack (id), name TEXT NOT NULL,
  reason TEXT NOT NULL, replaced_by TEXT
);

CREATE INDEX pack_by_principle ON pack (principle);
CREATE INDEX question_by_pack ON question (pack, pool, difficulty);
CREATE INDEX candidate_by_pack ON candidate (pack);
CREATE INDEX fix_it_by_candidate ON fix_it (candidate);
CREATE INDEX auto_fail_by_marker ON auto_fail (marker);
CREATE INDEX score_by_dimension ON score (dimension);

CREATE VIRTUAL TABLE search USING fts5 (
  kind UNINDEXED, id UNINDEXED, pack UNINDEXED, title, text, tokenize = 'unicode61 remove_diacritics 2'
);

CREATE VIEW questions_by_principle_and_difficulty AS
SELECT principle.library, principle.title AS principle, question.pool, question.difficulty, count(*) AS questions
FROM question JOIN pack ON pack.id = question.pack JOIN principle ON principle.id = pack.principle
GROUP BY principle.id, question.pool, question.difficulty
ORDER BY principle.library, principle.place, question.pool,
  instr('easy medium hard', question.difficulty);

CREATE VIEW questions_with_key AS
SELECT question.id, principle.title AS principle, pack.title AS pack, question.pool, question.difficulty,
  question.stem, question.answer,
  (SELECT count(*) FROM option WHERE option.question = question.id) AS options,
  (SELECT shown FROM option WHERE option.question = question.id AND correct) AS key_shown_at
FROM question JOIN pack ON pack.id = question.pack JOIN principle ON principle.id = pack.principle
ORDER BY pack.library, pack.place, question.place;

CREATE VIEW answers_with_verdict AS
SELECT candidate.id, principle.title AS principle, pack.title AS pack, pack.prompt, candidate.answer, candidate.words,
  candidate.total, verdict.title AS verdict, verdict.passes,
  (SELECT count(*) FROM auto_fail WHERE auto_fail.candidate = candidate.id) AS auto_fails
FROM candidate JOIN pack ON pack.id = candidate.pack JOIN principle ON principle.id = pack.principle
JOIN verdict ON verdict.id = candidate.verdict
ORDER BY pack.library, pack.place, candidate.place;

CREATE VIEW points_by_dimension AS
SELECT dimension.id, dimension.title, dimension.weight, count(*) AS answers,
  min(score.points) AS lowest, round(avg(score.points), 1) AS mean, max(score.points) AS highest
FROM score JOIN dimension ON dimension.id = score.dimension
GROUP BY dimension.id ORDER BY dimension.rubric, dimension.place;

CREATE VIEW answers_by_marker AS
SELECT marker.id, marker.title, marker.cap, count(DISTINCT auto_fail.candidate) AS answers
FROM marker LEFT JOIN auto_fail ON auto_fail.marker = marker.id
GROUP BY marker.id ORDER BY marker.library, marker.place;
