-- Each list of the desk is read in the order of an index that holds it alone. What lists are narrowed down by stands in
-- the index, too: whatever a filter leaves out is passed over without its row being looked at.
drop index conversations_to_answer;
drop index conversations_waiting;
create index desk_to_answer on conversations
  (coalesce(waiting_since, last_message_at), id, assignee_id, team_id, category, priority, language, channel)
  where state in ('new', 'open') and snoozed_until is null and merged_into_id is null and erased_at is null;
create index desk_breaching on conversations
  (due_at, id, assignee_id, team_id, category, priority, language, channel)
  where due_at is not null and state in ('new', 'open') and snoozed_until is null and merged_into_id is null and erased_at is null;
create index desk_waiting on conversations
  (last_message_at, id, assignee_id, team_id, category, priority, language, channel)
  where state in ('waiting', 'on-hold') and snoozed_until is null and merged_into_id is null and erased_at is null;
create index desk_snoozed on conversations
  (snoozed_until, id, assignee_id, team_id, category, priority, language, channel)
  where snoozed_until is not null and state in ('new', 'open', 'waiting', 'on-hold') and merged_into_id is null and erased_at is null;
create index desk_done on conversations
  (last_message_at, id, assignee_id, team_id, category, priority, language, channel)
  where state in ('solved', 'closed') and merged_into_id is null and erased_at is null;
create index desk_spam on conversations
  (last_message_at, id, assignee_id, team_id, category, priority, language, channel)
  where state = 'spam' and merged_into_id is null and erased_at is null;
create index desk_all on conversations
  (last_message_at, id, assignee_id, team_id, category, priority, language, channel)
  where state <> 'spam' and merged_into_id is null and erased_at is null;

-- What is searched: one entry for each conversation, by all that was ever said in it. A later entry is a later change.
-- Terms are made by the portal (pairs of Japanese characters, words of other scripts), so they are only split at spaces.
drop table search_pairs;
drop table searchable_texts;
create table searched_conversations (
  id integer primary key autoincrement not null,
  conversation_id text not null unique references conversations (id)
) strict;
create virtual table search_terms using fts5 (terms, content = '', contentless_delete = 1, detail = none, prefix = '3', tokenize = 'ascii');
create trigger searched_conversations_end after delete on searched_conversations
  begin delete from search_terms where rowid = old.id; end;
-- Conversations whose entry is to be made anew. Whatever changes one takes a new number.
create table search_queue (
  id integer primary key autoincrement not null,
  conversation_id text not null unique
) strict;
insert into search_queue (conversation_id) select id from conversations order by last_message_at;
-- Since when the index holds terms of entries that were erased: they go when its parts are merged.
create table search_purges (
  id integer primary key not null check (id = 1),
  asked_at integer not null
) strict;

-- What changed, in order: for desks that look on, and for what is told to others. Kept for an hour.
create table live_changes (
  seq integer primary key autoincrement not null,
  kind text not null check (kind in ('opened', 'moved', 'changed', 'replied', 'noted', 'presence')),
  conversation_id text not null,
  state_before text,
  state_after text,
  at integer not null default (unixepoch() * 1000)
) strict;
create index live_changes_by_time on live_changes (at);
create trigger conversations_opened after insert on conversations
  begin insert into live_changes (kind, conversation_id) values ('opened', new.id); insert into search_queue (conversation_id) values (new.id); end;
create trigger conversations_moved after update on conversations when new.state <> old.state
  begin insert into live_changes (kind, conversation_id, state_before, state_after) values ('moved', new.id, old.state, new.state); end;
create trigger conversations_changed after update on conversations when new.state = old.state
  begin insert into live_changes (kind, conversation_id) values ('changed', new.id); end;
create trigger conversations_searched after update on conversations
  begin delete from search_queue where conversation_id = new.id; insert into search_queue (conversation_id) values (new.id); end;
create trigger messages_replied after insert on messages
  when new.direction = 'in' and new.created_at > (select created_at from conversations where id = new.conversation_id)
  begin insert into live_changes (kind, conversation_id) values ('replied', new.conversation_id); end;
create trigger notes_noted after insert on notes
  begin insert into live_changes (kind, conversation_id) values ('noted', new.conversation_id); delete from search_queue where conversation_id = new.conversation_id; insert into search_queue (conversation_id) values (new.conversation_id); end;
create trigger customers_searched after update of name on customers when new.name is not old.name
  begin delete from search_queue where conversation_id in (select id from conversations where customer_id = new.id); insert into search_queue (conversation_id) select id from conversations where customer_id = new.id; end;
create trigger identities_searched after insert on identities
  begin delete from search_queue where conversation_id in (select id from conversations where customer_id = new.customer_id); insert into search_queue (conversation_id) select id from conversations where customer_id = new.customer_id; end;
create trigger presences_come after insert on presences
  begin insert into live_changes (kind, conversation_id) values ('presence', new.conversation_id); end;
create trigger presences_change after update on presences when new.is_writing <> old.is_writing
  begin insert into live_changes (kind, conversation_id) values ('presence', new.conversation_id); end;
create trigger presences_go after delete on presences
  begin insert into live_changes (kind, conversation_id) values ('presence', old.conversation_id); end;

-- How far what is told to others has come in what changed.
create table news_cursor (
  id integer primary key not null check (id = 1),
  seq integer not null
) strict;
-- Staff who want a mail for each new conversation.
create table new_ticket_mails (
  account_id text primary key not null references accounts (id) on delete cascade,
  wanted text not null check (wanted in ('all', 'team'))
) strict;
insert into news_cursor (id, seq) values (1, 0);
