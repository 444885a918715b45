create table attachments (
  id text primary key not null,
  message_id text not null references messages (id) on delete cascade,
  position integer not null,
  name text not null,
  type text not null,
  bytes integer not null,
  sha256 text not null,
  preview text not null check (preview in ('waiting', 'ready', 'none')),
  width integer,
  height integer,
  created_at integer not null
) strict;

create index attachments_by_message on attachments (message_id, position);
create index attachments_without_preview on attachments (created_at) where preview = 'waiting';
