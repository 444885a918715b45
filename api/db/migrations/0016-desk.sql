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
