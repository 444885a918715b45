alter table customers add column erased_at integer;
alter table conversations add column erased_at integer;
create index customers_by_erasure on customers (erased_at) where erased_at is not null;
create index conversations_by_erasure on conversations (erased_at) where erased_at is not null;
create index outbox_by_small_recipient on outbox (lower(recipient));
create index votes_with_comments on votes (created_at) where comment is not null;

create table legal_holds (
  id text primary key not null,
  customer_id text not null references customers (id),
  conversation_id text references conversations (id),
  reason text not null,
  until_at integer not null,
  account_id text not null,
  lifted_at integer,
  created_at integer not null
) strict;
create index legal_holds_by_customer on legal_holds (customer_id);
create index legal_holds_by_conversation on legal_holds (conversation_id) where conversation_id is not null;

create table erasures (
  id text primary key not null,
  subject_hash text not null unique,
  way text not null check (way in ('customer', 'staff', 'restored')),
  counts text not null,
  created_at integer not null
) strict;
