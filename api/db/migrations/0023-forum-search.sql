-- Lists of ideas, and of talks. Most threads are questions: those are walked among all.
create index forum_threads_by_kind on forum_threads (language, kind, last_post_at desc, id desc)
  where visibility = 'visible' and merged_into_id is null and kind <> 'question';
create index forum_threads_of_board_by_kind on forum_threads (language, board, kind, last_post_at desc, id desc)
  where visibility = 'visible' and merged_into_id is null and kind <> 'question';

-- Threads that everybody finds: one entry for each, by its title and by what is said in it. Terms are made by the portal, as
-- those of conversations are; how often and where they stand is kept, so that the best come first.
create table searched_threads (
  id integer primary key autoincrement not null,
  thread_id text not null unique references forum_threads (id) on delete cascade
) strict;
create virtual table thread_terms using fts5 (title, said, content = '', contentless_delete = 1, prefix = '3', tokenize = 'ascii');
create trigger searched_threads_end after delete on searched_threads
  begin delete from thread_terms where rowid = old.id; end;
-- Threads whose entry is to be made anew. Every change of a post counts its thread's version up.
create table thread_search_queue (
  id integer primary key autoincrement not null,
  thread_id text not null unique
) strict;
insert into thread_search_queue (thread_id) select id from forum_threads order by last_post_at;
create trigger threads_searched_when_new after insert on forum_threads
  begin insert into thread_search_queue (thread_id) values (new.id); end;
create trigger threads_searched after update on forum_threads
  begin delete from thread_search_queue where thread_id = new.id; insert into thread_search_queue (thread_id) values (new.id); end;
-- Since when the index holds terms of what nobody is to find any more: they go when its parts are merged.
create table thread_search_purges (
  id integer primary key not null check (id = 1),
  asked_at integer not null
) strict;
-- An erasure changes what a post says, or takes its thread away.
create trigger posts_searched after update of html on forum_posts
  begin delete from thread_search_queue where thread_id = new.thread_id; insert into thread_search_queue (thread_id) values (new.thread_id); end;
create trigger erased_posts_purged after update of erased_at on forum_posts when new.erased_at is not null
  begin insert into thread_search_purges (id, asked_at) values (1, new.erased_at) on conflict (id) do update set asked_at = max(asked_at + 1, excluded.asked_at); end;
create trigger erased_threads_purged after delete on forum_threads
  begin insert into thread_search_purges (id, asked_at) values (1, old.last_post_at) on conflict (id) do update set asked_at = asked_at + 1; end;
