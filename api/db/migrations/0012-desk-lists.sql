-- Each list of the desk is read in the order of an index, however long the history is. With the one
-- by state alone, all of a state would be sorted for each page.
drop index conversations_by_state;
create index conversations_to_answer on conversations (coalesce(waiting_since, last_message_at), id)
  where state in ('new', 'open') and erased_at is null;
create index conversations_waiting on conversations (last_message_at, id)
  where state in ('waiting', 'on-hold') and erased_at is null;
create index conversations_done on conversations (last_message_at, id)
  where state in ('solved', 'closed', 'spam') and erased_at is null;
