-- Documents a unit handed in, as they were read: the text in which every place is named, its tables, and what was found. The
-- file itself is not kept here. Figures in the log name a document by the hash of its text, so what stands here can always be
-- checked against it; a later reading of the same text replaces what was found, never the text.
create schema intake;

create table intake.document (
  evaluation_id text not null,
  sha256 text not null check (sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex')),
  name text not null check (char_length(name) between 1 and 255),
  format text not null check (format in ('docx', 'doc', 'xlsx', 'xls', 'pdf', 'txt')),
  file_sha256 text not null check (file_sha256 ~ '^[0-9a-f]{64}$'),
  text text not null,
  tables jsonb not null check (jsonb_typeof(tables) = 'array'),
  -- {changes, conflicts, notUnderstood}
  found jsonb not null check (jsonb_typeof(found) = 'object'),
  read_by text not null,
  read_at timestamptz not null default now(),
  primary key (evaluation_id, sha256)
);

grant usage on schema intake to shuangshen_app;
grant select, insert, update (name, format, file_sha256, tables, found, read_by, read_at) on intake.document to shuangshen_app;
