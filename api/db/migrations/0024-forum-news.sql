-- Posts in the order in which everybody could see them, each once, however often it is hidden and shown again.
-- `told_until` of a subscription is a line of this; `told_at` is when those had their mail who want one for each post.
create table forum_news (
  id integer primary key not null,
  post_id text not null unique references forum_posts (id) on delete cascade,
  told_at integer
) strict;
create index forum_news_untold on forum_news (id) where told_at is null;
create trigger forum_posts_sent after insert on forum_posts when new.visibility = 'visible' begin insert into forum_news (post_id) select new.id where not exists (select 1 from forum_news where post_id = new.id); end;
create trigger forum_posts_shown after update of visibility on forum_posts when new.visibility = 'visible' begin insert into forum_news (post_id) select new.id where not exists (select 1 from forum_news where post_id = new.id); end;

-- The mails about single posts that a subscription has had since the last summary: beyond a few, the rest waits for that.
alter table forum_subscriptions add column mails integer not null default 0;

-- One summary of each day: what it is about, and how far it has come.
create table forum_digests (
  day text primary key not null,
  news_after integer not null,
  news_until integer not null,
  reached text not null,
  done_at integer
) strict;
