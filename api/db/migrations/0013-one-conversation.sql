-- A conversation has a category, a priority, somebody who answers it, and tags; any channel can continue it.
alter table conversations add column channel text not null default 'web';
alter table conversations add column identity_id text references identities (id) on delete set null;
alter table conversations add column category text;
alter table conversations add column answers text not null default '[]';
alter table conversations add column priority text not null default 'normal'
  check (priority in ('low', 'normal', 'high', 'urgent'));
alter table conversations add column team_id text references teams (id) on delete set null;
alter table conversations add column assignee_id text references accounts (id) on delete set null;
alter table conversations add column snoozed_until integer;
alter table conversations add column due_at integer;
alter table conversations add column solved_at integer;
alter table conversations add column continues_id text references conversations (id);
alter table conversations add column merged_into_id text references conversations (id);
-- Whom of the customer's identities the earlier ones were opened with, and since when they are solved, as far as it is known.
update conversations set identity_id = (select id from identities where customer_id = conversations.customer_id
  and kind = 'email' order by verified_at is null, created_at limit 1) where erased_at is null;
update conversations set solved_at = last_message_at where state = 'solved';
create index conversations_by_assignee on conversations (assignee_id) where assignee_id is not null;
create index conversations_by_team on conversations (team_id) where team_id is not null;
create index conversations_by_identity on conversations (identity_id) where identity_id is not null;
create index conversations_continuing on conversations (continues_id) where continues_id is not null;
create index conversations_merged on conversations (merged_into_id) where merged_into_id is not null;
create index conversations_solved on conversations (solved_at) where state = 'solved';
create index conversations_snoozed on conversations (snoozed_until) where snoozed_until is not null;

-- How a message came in, and how it left.
alter table messages add column identity_id text references identities (id) on delete set null;
alter table messages add column is_sender_proven integer check (is_sender_proven in (0, 1));
alter table messages add column quoted text;
alter table messages add column outbox_id text;
alter table messages add column bounced_at integer;
alter table messages add column taken_back_at integer;
create index messages_by_identity on messages (identity_id) where identity_id is not null;
create index messages_by_outbox on messages (outbox_id) where outbox_id is not null;
create index messages_by_author on messages (author_account_id) where author_account_id is not null;

-- What staff say among themselves. A table of its own, so that nothing that reads messages can let one out.
create table notes (
  id text primary key not null,
  conversation_id text not null references conversations (id),
  account_id text not null references accounts (id),
  body text not null,
  created_at integer not null
) strict;
create index notes_by_conversation on notes (conversation_id, created_at);

-- `active_at` is the conversation's last message, so that the list of a tag has its order from the index.
create table conversation_tags (
  conversation_id text not null references conversations (id),
  tag text not null,
  active_at integer not null,
  primary key (conversation_id, tag)
) strict;
create index conversation_tags_by_tag on conversation_tags (tag, active_at, conversation_id);
create trigger conversation_tags_follow after update of last_message_at on conversations
  when new.last_message_at <> old.last_message_at
  begin update conversation_tags set active_at = new.last_message_at where conversation_id = new.id; end;

create table conversation_articles (
  conversation_id text not null references conversations (id),
  url text not null,
  account_id text references accounts (id),
  created_at integer not null,
  primary key (conversation_id, url)
) strict;
create index conversation_articles_by_url on conversation_articles (url);

-- What can be undone: a change of several conversations at once, a merge, a split. `before` is what undoing restores.
create table conversation_changes (
  id text primary key not null,
  kind text not null check (kind in ('bulk', 'merge', 'split')),
  account_id text not null references accounts (id),
  before text not null,
  undone_at integer,
  created_at integer not null
) strict;
create index conversation_changes_by_age on conversation_changes (created_at);

-- One person who was known as two.
create table customer_merges (
  id text primary key not null,
  from_id text not null references customers (id),
  into_id text not null references customers (id),
  account_id text references accounts (id),
  moved text not null,
  undone_at integer,
  created_at integer not null
) strict;
create index customer_merges_by_from on customer_merges (from_id);
create index customer_merges_by_into on customer_merges (into_id);
alter table customers add column merged_into_id text references customers (id);
create index customers_merged on customers (merged_into_id) where merged_into_id is not null;

-- `value` is an address, or a whole domain as `@example.com`.
create table blocked_senders (
  id text primary key not null,
  kind text not null,
  value text not null,
  reason text not null,
  account_id text references accounts (id),
  created_at integer not null,
  unique (kind, value)
) strict;

create table ratings (
  conversation_id text primary key not null references conversations (id),
  score text not null check (score in ('good', 'bad')),
  comment text,
  created_at integer not null,
  changed_at integer not null
) strict;
create index ratings_by_age on ratings (created_at);

create table canned_answers (
  id text primary key not null,
  name text not null unique,
  ja text not null,
  en text not null,
  uses integer not null default 0,
  account_id text references accounts (id),
  created_at integer not null,
  changed_at integer not null
) strict;

create table saved_views (
  id text primary key not null,
  account_id text not null references accounts (id) on delete cascade,
  name text not null,
  is_shared integer not null default 0 check (is_shared in (0, 1)),
  filter text not null,
  created_at integer not null
) strict;
create index saved_views_by_account on saved_views (account_id);

-- Who looks at a conversation just now, and whether they write.
create table presences (
  conversation_id text not null references conversations (id) on delete cascade,
  account_id text not null references accounts (id) on delete cascade,
  is_writing integer not null check (is_writing in (0, 1)),
  seen_at integer not null,
  primary key (conversation_id, account_id)
) strict;
create index presences_by_time on presences (seen_at);

-- Every mail that came in, whatever became of it. The mail itself is a file by the row's id.
create table received_mails (
  id text primary key not null,
  message_id text,
  sender text,
  subject text,
  bytes integer not null,
  outcome text not null check (outcome in ('waiting', 'message', 'conversation', 'bounce', 'auto-reply', 'blocked', 'quarantined', 'dismissed')),
  reason text,
  attempts integer not null default 0,
  conversation_id text references conversations (id),
  entry_id text,
  received_at integer not null,
  handled_at integer
) strict;
create index received_mails_by_outcome on received_mails (outcome, received_at);
create index received_mails_by_message_id on received_mails (message_id) where message_id is not null;
create index received_mails_by_conversation on received_mails (conversation_id) where conversation_id is not null;
create index received_mails_by_sender on received_mails (sender) where sender is not null;

-- Conversations by pairs of characters, in either language: Japanese words have no spaces between them.
create table searchable_texts (
  id integer primary key,
  conversation_id text not null references conversations (id),
  source_id text not null unique,
  created_at integer not null
) strict;
create index searchable_texts_by_conversation on searchable_texts (conversation_id);
create virtual table search_pairs using fts5 (pairs, content = '', contentless_delete = 1, detail = none, tokenize = "unicode61 remove_diacritics 0");
