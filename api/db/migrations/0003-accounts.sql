alter table accounts add column rights text not null default 'member' check (rights in ('owner', 'editor', 'moderator', 'agent', 'member'));
update accounts set rights = role;
alter table accounts drop column role;
alter table accounts rename column rights to role;

alter table accounts add column phc text;
update accounts set phc = password_hash;
alter table accounts drop column password_hash;
alter table accounts rename column phc to password_hash;
alter table accounts add column state text not null default 'active' check (state in ('active', 'suspended'));
alter table accounts add column last_sign_in_at integer;
create index accounts_by_role on accounts (role, id);

alter table sessions add column stage text not null default 'signed-in' check (stage in ('signed-in', 'code', 'totp-set-up'));
alter table sessions add column device text not null default '';
alter table sessions add column last_used_at integer not null default 0;
update sessions set last_used_at = created_at;

create table totp_secrets (
  account_id text primary key not null references accounts (id) on delete cascade,
  sealed_secret text not null,
  confirmed_at integer,
  last_step integer not null,
  created_at integer not null
) strict;

create table recovery_codes (
  code_hash text primary key not null,
  account_id text not null references accounts (id) on delete cascade,
  used_at integer,
  created_at integer not null
) strict;
create index recovery_codes_by_account on recovery_codes (account_id);

create table teams (
  id text primary key not null,
  name text not null unique,
  created_at integer not null
) strict;

create table team_members (
  team_id text not null references teams (id) on delete cascade,
  account_id text not null references accounts (id) on delete cascade,
  primary key (team_id, account_id)
) strict;
create index team_members_by_account on team_members (account_id);

create table staff_rules (
  name text primary key not null check (name in ('totp-required')),
  changed_at integer not null
) strict;
