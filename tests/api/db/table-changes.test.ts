import { describe, expect, it } from 'vitest';
import { countTableChanges } from '../../../api/db/table-changes.ts';

describe('what was written to', () => {
  it.each([
    'insert into forum_posts (id) values (1)',
    'insert or ignore into "forum_posts" values (1)',
    'UPDATE `forum_posts` set id = 2',
    '  update forum_posts set id = 2 where id in (select id from accounts)',
    'delete from "forum_posts" where id = 1',
    'with old as (select 1) delete from forum_posts',
    'something that is not known',
  ])('is known of `%s`', (sql) => {
    const changes = countTableChanges();
    changes.count([{ sql }]);
    expect(changes.of(['accounts', 'forum_posts'])).toBe(1);
  });

  it('is nothing to those who read other tables', () => {
    const changes = countTableChanges();
    changes.count([{ sql: 'insert into forum_posts_old (id) select id from forum_posts' }]);
    changes.count([{ sql: 'update sessions set id = 1 where exists (select 1 from forum_posts)' }]);
    expect(changes.of(['forum_posts'])).toBe(0);
    expect(changes.of(['sessions'])).toBe(1);
  });
});
