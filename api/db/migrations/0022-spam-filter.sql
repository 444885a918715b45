-- What was learnt of a post, so that exactly that is taken back when the verdict is.
alter table spam_verdicts add column pairs text not null default '[]';

-- What recent posts are recognised by when somebody sends nearly the same again: a few hashes each, kept for a week.
create table forum_fingerprints (
  post_id text not null references forum_posts (id) on delete cascade,
  hash integer not null,
  created_at integer not null,
  primary key (post_id, hash)
) strict;
create index forum_fingerprints_by_hash on forum_fingerprints (hash, created_at);
create index forum_fingerprints_by_time on forum_fingerprints (created_at);
