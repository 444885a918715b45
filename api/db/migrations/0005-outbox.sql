create table outbox (
  id text primary key not null,
  channel text not null,
  kind text not null,
  recipient text not null,
  recipient_name text,
  language text not null check (language in ('ja', 'en')),
  payload text not null,
  conversation_id text references conversations (id),
  state text not null check (state in ('waiting', 'sent', 'dead', 'cancelled')),
  attempts integer not null,
  due_at integer not null,
  leased_until integer,
  lease text,
  unanswered integer not null,
  last_error text,
  sent_at integer,
  created_at integer not null
) strict;
create index outbox_by_due on outbox (state, due_at);
create index outbox_by_state on outbox (state, id);
create index outbox_by_conversation on outbox (conversation_id) where conversation_id is not null;
create index outbox_by_lease on outbox (lease) where lease is not null;
create index outbox_by_recipient on outbox (recipient, kind, created_at);
