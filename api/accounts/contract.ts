import { z } from 'zod';
import { type Role, roles } from '../access/rules.ts';
import { emailAddress } from '../http/email-address.ts';

const password = z.string().min(10).max(200);
const language = z.enum(['ja', 'en']);
const token = z.string().min(20).max(100);

/** Line breaks, control characters, and what turns the direction of the text around it (Unicode TR36, 2.5). */
// oxlint-disable-next-line no-control-regex -- these are what is looked for
const unprintable = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** What others see of a person. Not an address: that is nobody else's business, and could be somebody else's. */
const publicName = z
  .string()
  .transform((text) => text.toWellFormed().normalize('NFC').replaceAll(unprintable, ''))
  .pipe(z.string().trim().min(1).max(60))
  .refine((name) => !/\S@\S/.test(name), { params: { says: 'not-an-address' } });

/** What the first owner gives. The token comes from the one-time link that the first start prints. */
export const setupInput = z.strictObject({ token, name: publicName, email: emailAddress, password, language });
export type SetupInput = z.output<typeof setupInput>;

/** What somebody typed who says that it is their password: it may be older than the rules for new ones. */
const typedPassword = z.string().min(1).max(200);

export const signInInput = z.strictObject({ email: emailAddress, password: typedPassword });
export type SignInInput = z.output<typeof signInInput>;

/** One of the two; a recovery code stands in for the device that is lost. */
export const codeInput = z.union([
  z.strictObject({ code: z.string().min(6).max(20) }),
  z.strictObject({ recoveryCode: z.string().min(20).max(60) }),
]);
export type CodeInput = z.output<typeof codeInput>;

/** What comes of each first step: in, or what is still to be done. */
export type SignInStep = { signedIn: true } | { signedIn: false; next: 'code' | 'totp-set-up' };

export const addressInput = z.strictObject({ email: emailAddress });
export const tokenInput = z.strictObject({ token });
export const newPasswordInput = z.strictObject({ token, password });

/** What a person with an invitation or a confirmed registration adds. Without a password they sign in by mail link. */
export const newAccountInput = z.strictObject({ token, name: publicName, language, password: password.optional() });
export type NewAccountInput = z.output<typeof newAccountInput>;

/** A person with an account, as shown to themselves. */
export interface Account {
  id: string;
  email: string;
  name: string;
  language: 'ja' | 'en';
  role: Role;
}

/** The same with everything that they can change about it. Times are milliseconds since the epoch. */
export interface OwnAccount extends Account {
  hasPassword: boolean;
  createdAt: number;
  lastSignInAt: number | null;
  teams: string[];
  totp: { isOn: boolean; isRequired: boolean; recoveryCodesLeft: number };
}

export interface SessionOfDevice {
  id: string;
  /** `Firefox, Windows`; empty when the browser says nothing. */
  device: string;
  createdAt: number;
  /** To ten minutes. */
  lastUsedAt: number;
  isCurrent: boolean;
}

export const ownAccountInput = z.strictObject({ name: publicName, language });
export type OwnAccountInput = z.output<typeof ownAccountInput>;

/** The password that is asked for again; left out by those who have none. */
const again = { currentPassword: typedPassword.optional() };
export const againInput = z.strictObject(again);
export const passwordChange = z.strictObject({ ...again, password });
export const addressChange = z.strictObject({ ...again, email: emailAddress });

export const totpConfirmation = z.strictObject({ code: z.string().min(6).max(20) });

/** What an authenticator app is given, as text and as a picture. */
export interface TotpSetUp {
  secret: string;
  uri: string;
  qrSvg: string;
}

/** Shown once. */
export interface RecoveryCodes {
  recoveryCodes: string[];
}

const teamIds = z.array(z.string().min(1).max(50)).max(50);
const staffRole = z.enum(roles).exclude(['member']);

export const invitationInput = z.strictObject({
  email: emailAddress,
  role: staffRole,
  language,
  teams: teamIds.default([]),
});
export type InvitationInput = z.output<typeof invitationInput>;

/** An invitation that nobody has taken up. */
export interface Invitation {
  id: string;
  email: string;
  role: Role;
  teams: string[];
  createdAt: number;
  expiresAt: number;
}

/** What somebody sees of the invitation they hold. */
export interface InvitationOffer {
  email: string;
  role: Role;
  language: 'ja' | 'en';
}

export const personInput = z.strictObject({ role: z.enum(roles), teams: teamIds });
export type PersonInput = z.output<typeof personInput>;
export const suspensionInput = z.strictObject({ isSuspended: z.boolean() });

export const personViews = ['staff', 'members'] as const;
export type PersonView = (typeof personViews)[number];

/** Somebody with an account, as owners see them. */
export interface Person {
  id: string;
  email: string;
  name: string;
  role: Role;
  isSuspended: boolean;
  teams: string[];
  hasTotp: boolean;
  createdAt: number;
  lastSignInAt: number | null;
}

export interface PersonPage {
  people: Person[];
  /** Pass as `after` for the next page; `null` at the end. */
  next: string | null;
}

export const teamInput = z.strictObject({ name: z.string().trim().min(1).max(60) });

export interface Team {
  id: string;
  name: string;
  members: number;
}

export const staffRulesInput = z.strictObject({ isTotpRequired: z.boolean() });
export type StaffRules = z.output<typeof staffRulesInput>;
