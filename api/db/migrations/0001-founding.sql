create table accounts (
  id text primary key not null,
  email text not null unique,
  name text not null,
  language text not null check (language in ('ja', 'en')),
  role text not null check (role in ('owner')),
  password_hash text not null,
  created_at integer not null
) strict;

create table setup_links (
  token_hash text primary key not null,
  expires_at integer not null,
  used_at integer
) strict;

create table sessions (
  id text primary key not null,
  account_id text not null references accounts (id) on delete cascade,
  expires_at integer not null,
  created_at integer not null
) strict;
create index sessions_by_account on sessions (account_id);
create index sessions_by_expiry on sessions (expires_at);

create table customers (
  id text primary key not null,
  name text,
  language text not null check (language in ('ja', 'en')),
  created_at integer not null
) strict;

create table identities (
  id text primary key not null,
  customer_id text not null references customers (id),
  kind text not null,
  value text not null,
  verified_at integer,
  created_at integer not null,
  unique (kind, value)
) strict;
create index identities_by_customer on identities (customer_id);

create table conversations (
  id text primary key not null,
  reference text not null unique,
  customer_id text not null references customers (id),
  subject text not null,
  language text not null check (language in ('ja', 'en')),
  state text not null,
  version integer not null default 1,
  created_at integer not null,
  last_message_at integer not null,
  promised_by integer,
  waiting_since integer,
  first_reply_at integer
) strict;
create index conversations_by_customer on conversations (customer_id, last_message_at);
create index conversations_by_state on conversations (state, last_message_at);
create index conversations_by_activity on conversations (last_message_at);

create table messages (
  id text primary key not null,
  conversation_id text not null references conversations (id),
  channel text not null,
  direction text not null check (direction in ('in', 'out')),
  author_account_id text references accounts (id),
  author_name text,
  body text not null,
  trail text not null default '[]',
  created_at integer not null
) strict;
create index messages_by_conversation on messages (conversation_id, created_at);

create table conversation_events (
  id text primary key not null,
  conversation_id text not null references conversations (id),
  account_id text references accounts (id),
  kind text not null,
  detail text not null default '{}',
  created_at integer not null
) strict;
create index conversation_events_by_conversation on conversation_events (conversation_id, created_at);

create table private_links (
  id text primary key not null,
  conversation_id text not null references conversations (id),
  token_hash text not null unique,
  expires_at integer not null,
  created_at integer not null
) strict;
create index private_links_by_conversation on private_links (conversation_id);

create table idempotency_keys (
  scope text not null,
  key text not null,
  fingerprint text not null,
  result_id text not null,
  created_at integer not null,
  primary key (scope, key)
) strict;
create index idempotency_keys_by_age on idempotency_keys (created_at);

create table votes (
  id text primary key not null,
  language text not null,
  kind text not null,
  slug text not null,
  helpful integer not null check (helpful in (0, 1)),
  reason text,
  comment text,
  created_at integer not null
) strict;
create index votes_by_article on votes (kind, slug, language, created_at);
