CREATE TABLE queued_job(
  job_id TEXT PRIMARY KEY CHECK(length(job_id) = 36),
  place INTEGER NOT NULL,
  standing TEXT NOT NULL CHECK(standing IN ('waiting', 'paused', 'blocked', 'failed', 'dropped')),
  created TEXT NOT NULL,
  job_order TEXT NOT NULL CHECK(json_type(job_order) = 'object'),
  payload_ids TEXT NOT NULL CHECK(json_type(payload_ids) = 'array')
) STRICT, WITHOUT ROWID;
CREATE TABLE job_checkpoint(
  job_id TEXT PRIMARY KEY CHECK(length(job_id) = 36),
  content BLOB NOT NULL CHECK(length(content) <= 67108864)
) STRICT;
