create table jobs (
  name text primary key not null,
  due_at integer not null,
  leased_until integer,
  last_run_at integer,
  last_error text
) strict;
