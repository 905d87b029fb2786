CREATE TABLE job(
  job_id TEXT NOT NULL UNIQUE CHECK(length(job_id) = 36),
  kind TEXT NOT NULL,
  state TEXT NOT NULL CHECK(state IN ('running', 'done', 'failed', 'cancelled', 'abandoned')),
  created TEXT NOT NULL,
  intent_index INTEGER CHECK(intent_index >= 0),
  outcome_index INTEGER CHECK(outcome_index >= 0),
  result_draft TEXT CHECK(json_type(result_draft) = 'object'),
  payload_ids TEXT NOT NULL CHECK(json_type(payload_ids) = 'array')
) STRICT;
CREATE INDEX job_running ON job(state) WHERE state = 'running';
CREATE TABLE setting(
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK(json_valid(value))
) STRICT, WITHOUT ROWID;
