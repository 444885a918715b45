create table audit_log (
  id text primary key not null,
  account_id text,
  action text not null,
  target_kind text not null,
  target_id text not null,
  detail text not null,
  request_id text,
  created_at integer not null
) strict;
create index audit_log_by_time on audit_log (created_at);
create index audit_log_by_account on audit_log (account_id, created_at);
create index audit_log_by_target on audit_log (target_kind, target_id, created_at);

create trigger audit_log_is_never_changed before update on audit_log begin select raise(abort, 'the audit log is append-only'); end;

create index audit_log_by_action on audit_log (action, created_at);

create trigger audit_log_forgets_only_what_is_old before delete on audit_log
when not exists (
  select 1 from audit_log as forgotten
  where forgotten.action = 'audit-log:forget'
    and old.created_at < forgotten.detail ->> 'before'
    and forgotten.detail ->> 'before' <= forgotten.created_at - 2592000000
)
and not (
  instr(old.target_id || old.detail, '@') > 0
  and exists (select 1 from audit_log as erased where erased.action = 'customers:erase')
)
begin select raise(abort, 'the audit log forgets only what a recorded audit-log:forget names, and nothing of the last 30 days'); end;

create trigger audit_log_is_never_replaced before insert on audit_log when exists (select 1 from audit_log where id = new.id) begin select raise(abort, 'the audit log is append-only'); end;
