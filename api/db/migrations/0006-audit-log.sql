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
