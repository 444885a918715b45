-- Pictures that members upload for a post. Only what was drawn of them is ever shown. One that is in no post after a day goes.
create table forum_pictures (
  id text primary key not null,
  account_id text not null references accounts (id),
  post_id text references forum_posts (id),
  position integer not null default 0,
  name text not null,
  type text not null,
  bytes integer not null,
  sha256 text not null,
  preview text not null check (preview in ('waiting', 'ready', 'none')),
  width integer,
  height integer,
  created_at integer not null
) strict;
create index forum_pictures_by_post on forum_pictures (post_id, position) where post_id is not null;
create index forum_pictures_by_account on forum_pictures (account_id);
create index forum_pictures_unused on forum_pictures (created_at) where post_id is null;
create index forum_pictures_waiting on forum_pictures (created_at) where preview = 'waiting';
