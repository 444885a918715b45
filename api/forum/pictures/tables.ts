import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Pictures for posts: in none of them yet, or in one. They lie in the uploads folder, as attachments do. */
export const forumPictures = sqliteTable('forum_pictures', {
  id: text('id').primaryKey(),
  /** Who uploaded it: nobody else can put it into a post. */
  accountId: text('account_id').notNull(),
  postId: text('post_id'),
  position: integer('position').notNull().default(0),
  name: text('name').notNull(),
  type: text('type').notNull(),
  bytes: integer('bytes').notNull(),
  sha256: text('sha256').notNull(),
  preview: text('preview', { enum: ['waiting', 'ready', 'none'] }).notNull(),
  width: integer('width'),
  height: integer('height'),
  createdAt: integer('created_at').notNull(),
});
