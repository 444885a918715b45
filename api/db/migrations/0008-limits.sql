create table rate_limits (
  key text primary key not null,
  points integer not null,
  expires_at integer not null
) strict;
create index rate_limits_by_expiry on rate_limits (expires_at);
create table used_proofs (
  id text primary key not null,
  used_for text not null,
  expires_at integer not null
) strict;
create index used_proofs_by_expiry on used_proofs (expires_at);
