create table notices (
  id text primary key not null,
  kind text not null check (kind in ('outage', 'delay', 'shortage', 'holiday')),
  severity text not null check (severity in ('information', 'minor', 'major')),
  title_ja text not null,
  title_en text not null,
  text_ja text not null,
  text_en text not null,
  starts_at integer not null,
  ends_at integer check (ends_at >= starts_at),
  categories text not null default '[]',
  withdrawn_at integer,
  version integer not null default 1,
  changed_at integer not null,
  created_at integer not null
) strict;
create index notices_by_start on notices (starts_at) where withdrawn_at is null;
create index notices_by_end on notices (ends_at) where withdrawn_at is null;
create index notices_by_withdrawal on notices (withdrawn_at) where withdrawn_at is not null;

create table notice_updates (
  id text primary key not null,
  notice_id text not null references notices (id),
  text_ja text not null,
  text_en text not null,
  solved integer not null check (solved in (0, 1)),
  created_at integer not null
) strict;
create index notice_updates_by_notice on notice_updates (notice_id, created_at);

create table notice_events (
  id text primary key not null,
  notice_id text not null references notices (id),
  account_id text not null references accounts (id),
  kind text not null,
  detail text not null default '{}',
  created_at integer not null
) strict;
create index notice_events_by_notice on notice_events (notice_id, created_at);
