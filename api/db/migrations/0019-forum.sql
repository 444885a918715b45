-- Threads of the forum. A board is a category in one language. `visibility` is that of the opening post, `accepted_post_id`
-- the answer that was accepted if everybody sees it: kept here for lists, with the counts. `reopened_at` puts off that a
-- thread is archived.
create table forum_threads (
  id text primary key not null,
  number integer not null unique,
  language text not null check (language in ('ja', 'en')),
  board text not null,
  kind text not null check (kind in ('question', 'idea', 'talk')),
  title text not null,
  author_id text not null references accounts (id),
  opening_post_id text not null,
  visibility text not null check (visibility in ('pending', 'visible', 'returned', 'hidden', 'removed')),
  accepted_post_id text,
  is_locked integer not null default 0 check (is_locked in (0, 1)),
  is_pinned integer not null default 0 check (is_pinned in (0, 1)),
  archived_at integer,
  reopened_at integer,
  replies integer not null default 0,
  me_toos integer not null default 0,
  merged_into_id text references forum_threads (id),
  article_url text,
  version integer not null default 1,
  created_at integer not null,
  last_post_at integer not null
) strict;
create index forum_threads_by_board on forum_threads (language, board, is_pinned desc, last_post_at desc, id desc)
  where visibility = 'visible' and merged_into_id is null;
create index forum_threads_by_language on forum_threads (language, last_post_at desc, id desc)
  where visibility = 'visible' and merged_into_id is null;
create index forum_questions_by_lane on forum_threads (language, (case when archived_at is not null then 'archived' when accepted_post_id is not null then 'solved' when replies > 0 then 'answered' else 'unanswered' end), last_post_at desc, id desc)
  where visibility = 'visible' and merged_into_id is null and kind = 'question';
create index forum_questions_of_board_by_lane on forum_threads (language, board, (case when archived_at is not null then 'archived' when accepted_post_id is not null then 'solved' when replies > 0 then 'answered' else 'unanswered' end), last_post_at desc, id desc)
  where visibility = 'visible' and merged_into_id is null and kind = 'question';
create index forum_threads_by_author on forum_threads (author_id, created_at);
create index forum_threads_merged on forum_threads (merged_into_id) where merged_into_id is not null;
create index forum_threads_to_archive on forum_threads (max(last_post_at, coalesce(reopened_at, 0))) where archived_at is null;

-- `html` is what the Markdown in `body` became, sanitised, by the rules of `rendered_as`. An answer stays accepted while it
-- is out of sight; whether the thread is solved by it follows.
create table forum_posts (
  id text primary key not null,
  thread_id text not null references forum_threads (id),
  author_id text not null references accounts (id),
  body text not null,
  html text not null,
  rendered_as integer not null,
  visibility text not null check (visibility in ('pending', 'visible', 'returned', 'hidden', 'removed')),
  is_official integer not null default 0 check (is_official in (0, 1)),
  quotes_id text references forum_posts (id) on delete set null,
  seconds_typing integer,
  version integer not null default 1,
  accepted_at integer,
  edited_at integer,
  erased_at integer,
  created_at integer not null
) strict;
create index forum_posts_by_thread on forum_posts (thread_id, created_at, id, visibility, author_id);
create index forum_posts_accepted on forum_posts (thread_id, accepted_at) where accepted_at is not null;
create index forum_posts_accepted_by_author on forum_posts (author_id) where accepted_at is not null;
create index forum_posts_by_author on forum_posts (author_id, created_at, visibility);
create index forum_posts_by_quoted on forum_posts (quotes_id) where quotes_id is not null;

-- What a post said before it was edited, and why.
create table forum_revisions (
  id text primary key not null,
  post_id text not null references forum_posts (id),
  account_id text not null references accounts (id),
  title text,
  body text not null,
  reason text,
  created_at integer not null
) strict;
create index forum_revisions_by_post on forum_revisions (post_id, created_at);
create index forum_revisions_by_account on forum_revisions (account_id);

-- Who has the same question, perhaps in other words: those words help others to find the answer.
create table forum_me_toos (
  thread_id text not null references forum_threads (id),
  account_id text not null references accounts (id),
  wording text,
  created_at integer not null,
  primary key (thread_id, account_id)
) strict;
create index forum_me_toos_by_account on forum_me_toos (account_id);

-- Who wants to hear of a thread, or of everything new on a board: of each post, or once a day.
create table forum_subscriptions (
  id text primary key not null,
  account_id text not null references accounts (id) on delete cascade,
  thread_id text references forum_threads (id) on delete cascade,
  language text check (language in ('ja', 'en')),
  board text,
  every text not null check (every in ('post', 'day')),
  told_until integer not null,
  created_at integer not null,
  check ((thread_id is null) <> (board is null) and (board is null) = (language is null))
) strict;
create unique index forum_subscriptions_to_threads on forum_subscriptions (thread_id, account_id) where thread_id is not null;
create unique index forum_subscriptions_to_boards on forum_subscriptions (language, board, account_id) where board is not null;
create index forum_subscriptions_by_account on forum_subscriptions (account_id);

-- What a member has done here, and may: one row for each account that has posted, voted or read as a member.
create table forum_members (
  account_id text primary key not null references accounts (id),
  level integer not null default 0 check (level between 0 and 3),
  is_level_fixed integer not null default 0 check (is_level_fixed in (0, 1)),
  days_visited integer not null default 0,
  last_day text,
  threads_read integer not null default 0,
  posts integer not null default 0,
  accepted integer not null default 0,
  flags_agreed integer not null default 0,
  flags_disagreed integer not null default 0,
  posts_refused integer not null default 0,
  silenced_until integer,
  suspended_until integer,
  version integer not null default 1,
  created_at integer not null
) strict;

create table forum_reads (
  account_id text not null references accounts (id) on delete cascade,
  thread_id text not null references forum_threads (id) on delete cascade,
  read_at integer not null,
  primary key (account_id, thread_id)
) strict;
create index forum_reads_by_thread on forum_reads (thread_id);

-- Articles that came from threads: a draft lies under `data/drafts` until an editor takes it into the content.
create table forum_article_drafts (
  id text primary key not null,
  thread_id text not null unique references forum_threads (id),
  account_id text not null references accounts (id),
  kind text not null,
  slug text not null,
  created_at integer not null,
  published_at integer
) strict;
create unique index forum_article_drafts_by_slug on forum_article_drafts (kind, slug);
create index forum_article_drafts_by_account on forum_article_drafts (account_id);
