create table one_time_tokens (
  id text primary key not null,
  purpose text not null,
  subject text not null,
  token_hash text not null unique,
  detail text not null,
  expires_at integer not null,
  used_at integer,
  created_at integer not null
) strict;
create index one_time_tokens_by_subject on one_time_tokens (purpose, subject);
create index one_time_tokens_by_expiry on one_time_tokens (expires_at);
