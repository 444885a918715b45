-- A mail that came in is kept once, however often its source gives it, and is handled by one process at a time.
alter table received_mails add column content_hash text;
alter table received_mails add column due_at integer not null default 0;
alter table received_mails add column lease text;
alter table received_mails add column leased_until integer;
create unique index received_mails_by_content on received_mails (content_hash) where content_hash is not null;
create index received_mails_due on received_mails (due_at) where outcome = 'waiting';

-- How far a mailbox was read, and which process reads it just now.
create table mail_sources (
  id text primary key not null,
  uid_validity text,
  last_uid integer not null default 0,
  lease text,
  leased_until integer,
  connected_at integer,
  last_error text
) strict;
