-- One queue: a post that waits or was flagged, or a member. `subject_id` is the post or the account; `verdict` is what a
-- moderator said last, whatever has come since.
create table reviewables (
  id text primary key not null,
  kind text not null check (kind in ('post', 'member')),
  subject_id text not null,
  author_id text not null references accounts (id),
  thread_id text references forum_threads (id),
  language text not null check (language in ('ja', 'en')),
  board text,
  state text not null check (state in ('pending', 'approved', 'rejected', 'ignored', 'removed')),
  verdict text check (verdict in ('approved', 'rejected', 'ignored', 'removed')),
  is_urgent integer not null default 0 check (is_urgent in (0, 1)),
  score real not null default 0,
  claimed_by text references accounts (id) on delete set null,
  claimed_until integer,
  version integer not null default 1,
  created_at integer not null,
  changed_at integer not null,
  unique (kind, subject_id)
) strict;
create index reviewables_pending on reviewables (is_urgent desc, score desc, created_at, id) where state = 'pending';
create index reviewables_decided on reviewables (state, changed_at desc, id desc) where state <> 'pending';
create index reviewables_by_author on reviewables (author_id, created_at);
create index reviewables_by_thread on reviewables (thread_id) where thread_id is not null;
create index reviewables_by_claimer on reviewables (claimed_by) where claimed_by is not null;

-- Why something is in the queue: a rule of ours, or a flag of somebody's. What came of it counts for the flagger's record.
create table review_reasons (
  id text primary key not null,
  reviewable_id text not null references reviewables (id),
  kind text not null check (kind in ('queue', 'flag')),
  reason text not null,
  account_id text references accounts (id),
  detail text,
  weight real not null,
  outcome text check (outcome in ('agreed', 'disagreed', 'ignored')),
  created_at integer not null
) strict;
create index review_reasons_by_reviewable on review_reasons (reviewable_id, created_at);
create unique index review_reasons_one_flag on review_reasons (reviewable_id, account_id) where kind = 'flag' and outcome is null;
create index review_reasons_by_account on review_reasons (account_id, created_at) where account_id is not null;

-- One act of a moderator, on one thing or on many; `before` is what undoing restores.
create table moderation_decisions (
  id text primary key not null,
  account_id text not null references accounts (id),
  action text not null,
  rule text,
  note text,
  before text not null,
  undone_at integer,
  undone_by text references accounts (id),
  created_at integer not null
) strict;
create index moderation_decisions_by_account on moderation_decisions (account_id, created_at);
create index moderation_decisions_undone on moderation_decisions (undone_by) where undone_by is not null;

-- The history of a reviewable, line by line: whatever happened to it, and by whose role.
create table review_events (
  id text primary key not null,
  reviewable_id text not null references reviewables (id),
  decision_id text references moderation_decisions (id),
  account_id text references accounts (id),
  role text,
  action text not null,
  from_state text,
  to_state text not null,
  rule text,
  note text,
  created_at integer not null
) strict;
create index review_events_by_reviewable on review_events (reviewable_id, created_at);
create index review_events_by_decision on review_events (decision_id) where decision_id is not null;
create index review_events_by_account on review_events (account_id) where account_id is not null;

-- What a member was told or may not do for a while.
create table sanctions (
  id text primary key not null,
  account_id text not null references accounts (id),
  kind text not null check (kind in ('warning', 'silence', 'suspension')),
  rule text,
  reason text not null,
  until integer,
  by_account_id text not null references accounts (id),
  decision_id text references moderation_decisions (id),
  lifted_at integer,
  created_at integer not null
) strict;
create index sanctions_by_account on sanctions (account_id, created_at);
create index sanctions_by_moderator on sanctions (by_account_id);
create index sanctions_by_decision on sanctions (decision_id) where decision_id is not null;

-- What the author says to a decision on a post of theirs, once for each.
create table appeals (
  id text primary key not null,
  reviewable_id text not null references reviewables (id),
  decision_id text not null references moderation_decisions (id),
  account_id text not null references accounts (id),
  body text not null,
  state text not null check (state in ('open', 'upheld', 'reversed')),
  answer text,
  answered_by text references accounts (id),
  answered_at integer,
  created_at integer not null,
  unique (decision_id, reviewable_id)
) strict;
create index appeals_open on appeals (created_at) where state = 'open';
create index appeals_by_reviewable on appeals (reviewable_id);
create index appeals_by_account on appeals (account_id);
create index appeals_by_answerer on appeals (answered_by) where answered_by is not null;

-- Words and patterns (`*` stands for anything within a word) that send a post to the queue, or refuse it.
create table watched_words (
  id text primary key not null,
  language text check (language in ('ja', 'en')),
  pattern text not null,
  action text not null check (action in ('queue', 'refuse')),
  note text,
  hits integer not null default 0,
  account_id text not null references accounts (id),
  created_at integer not null
) strict;
create unique index watched_words_once on watched_words (coalesce(language, ''), pattern);
create index watched_words_by_account on watched_words (account_id);

-- What the filter has learnt of moderators' verdicts: how often each pair of characters stood in what was spam, and in what was not.
create table spam_verdicts (
  post_id text primary key not null references forum_posts (id),
  language text not null check (language in ('ja', 'en')),
  is_spam integer not null check (is_spam in (0, 1)),
  learnt_at integer not null
) strict;
create table spam_pairs (
  language text not null check (language in ('ja', 'en')),
  pair text not null,
  spam integer not null,
  honest integer not null,
  primary key (language, pair)
) strict;
