import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { roles } from '../access/rules.ts';

export const accountStates = ['active', 'suspended'] as const;
export type AccountState = (typeof accountStates)[number];

/** People with an account: staff, and customers as members. Times are milliseconds since the epoch. */
export const accounts = sqliteTable('accounts', {
  id: text('id').primaryKey(),
  /** In small letters; shown to its owner and to staff only. */
  email: text('email').notNull().unique(),
  /** What others see. */
  name: text('name').notNull(),
  language: text('language', { enum: ['ja', 'en'] }).notNull(),
  role: text('role', { enum: roles }).notNull().default('member'),
  state: text('state', { enum: accountStates }).notNull().default('active'),
  /** `null` for those who sign in by mail link only. */
  passwordHash: text('password_hash'),
  createdAt: integer('created_at').notNull(),
  lastSignInAt: integer('last_sign_in_at'),
});

/** One-time links that make the first owner account; only hashes of their tokens. */
export const setupLinks = sqliteTable('setup_links', {
  tokenHash: text('token_hash').primaryKey(),
  expiresAt: integer('expires_at').notNull(),
  usedAt: integer('used_at'),
});

/** The second step of signing in. Counts only once it is confirmed by a code. */
export const totpSecrets = sqliteTable('totp_secrets', {
  accountId: text('account_id').primaryKey(),
  /** Encrypted, see `totp/sealed-secret.ts`. */
  sealedSecret: text('sealed_secret').notNull(),
  confirmedAt: integer('confirmed_at'),
  /** The 30-second step of the latest code that was used: neither it nor an earlier one is taken again. */
  lastStep: integer('last_step').notNull(),
  createdAt: integer('created_at').notNull(),
});

export const recoveryCodes = sqliteTable('recovery_codes', {
  codeHash: text('code_hash').primaryKey(),
  accountId: text('account_id').notNull(),
  usedAt: integer('used_at'),
  createdAt: integer('created_at').notNull(),
});

/** Teams of staff, to whom requests are handed. Those who answer for pages stand in `content/portal.yaml`. */
export const teams = sqliteTable('teams', {
  id: text('id').primaryKey(),
  name: text('name').notNull().unique(),
  createdAt: integer('created_at').notNull(),
});

export const teamMembers = sqliteTable(
  'team_members',
  { teamId: text('team_id').notNull(), accountId: text('account_id').notNull() },
  (table) => [primaryKey({ columns: [table.teamId, table.accountId] })],
);

/** What holds for everybody who works here: a rule holds if it has a row. */
export const staffRules = sqliteTable('staff_rules', {
  name: text('name', { enum: ['totp-required'] }).primaryKey(),
  changedAt: integer('changed_at').notNull(),
});
