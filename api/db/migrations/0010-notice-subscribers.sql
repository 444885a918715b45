create table notice_subscribers (
  id text primary key not null,
  address text not null unique,
  language text not null check (language in ('ja', 'en')),
  category text,
  created_at integer not null
) strict;

create table notice_mailings (
  id text primary key not null,
  notice_id text not null references notices (id),
  update_id text references notice_updates (id),
  reached text not null,
  done_at integer,
  created_at integer not null
) strict;
create index notice_mailings_by_end on notice_mailings (done_at, created_at);
