-- How soon first answers come, as it was measured last: one row, a figure and nobody's words.
create table reply_times (
  id text primary key not null check (id = 'first-reply'),
  median_minutes integer,
  conversations integer not null,
  measured_at integer not null
) strict;

-- What was answered of late, without looking at everything that ever was.
create index conversations_by_first_reply on conversations (first_reply_at) where first_reply_at is not null;
