import { z } from 'zod';
import { roles } from '../access/rules.ts';
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

export const signInStep = z
  .union([
    z.strictObject({ signedIn: z.literal(true) }),
    z.strictObject({ signedIn: z.literal(false), next: z.enum(['code', 'totp-set-up']) }),
  ])
  .meta({ id: 'SignInStep', description: 'What comes of each first step: in, or what is still to be done.' });
export type SignInStep = z.output<typeof signInStep>;

const time = z.int().describe('Milliseconds since the epoch');
const role = z.enum(roles);

export const addressInput = z.strictObject({ email: emailAddress });
export const tokenInput = z.strictObject({ token });
export const newPasswordInput = z.strictObject({ token, password });

/** What a person with an invitation or a confirmed registration adds. Without a password they sign in by mail link. */
export const newAccountInput = z.strictObject({ token, name: publicName, language, password: password.optional() });
export type NewAccountInput = z.output<typeof newAccountInput>;

export const account = z
  .strictObject({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    language,
    role,
  })
  .meta({ id: 'Account', description: 'A person with an account, as shown to themselves.' });
export type Account = z.output<typeof account>;

export const ownAccount = account
  .extend({
    hasPassword: z.boolean(),
    createdAt: time,
    lastSignInAt: time.nullable(),
    teams: z.array(z.string()),
    totp: z.strictObject({ isOn: z.boolean(), isRequired: z.boolean(), recoveryCodesLeft: z.int() }),
  })
  .meta({ id: 'OwnAccount', description: 'The same with everything that they can change about it.' });
export type OwnAccount = z.output<typeof ownAccount>;

export const sessionOfDevice = z
  .strictObject({
    id: z.string(),
    device: z.string().describe('`Firefox, Windows`; empty when the browser says nothing'),
    createdAt: time,
    lastUsedAt: time.describe('To ten minutes'),
    isCurrent: z.boolean(),
  })
  .meta({ id: 'SessionOfDevice' });
export type SessionOfDevice = z.output<typeof sessionOfDevice>;

export const ownAccountInput = z.strictObject({ name: publicName, language });
export type OwnAccountInput = z.output<typeof ownAccountInput>;

/** The password that is asked for again; left out by those who have none. */
const again = { currentPassword: typedPassword.optional() };
export const againInput = z.strictObject(again);
export const passwordChange = z.strictObject({ ...again, password });
export const addressChange = z.strictObject({ ...again, email: emailAddress });

export const totpConfirmation = z.strictObject({ code: z.string().min(6).max(20) });

export const totpSetUp = z
  .strictObject({
    secret: z.string(),
    uri: z.string(),
    qrSvg: z.string(),
  })
  .meta({ id: 'TotpSetUp', description: 'What an authenticator app is given, as text and as a picture.' });
export type TotpSetUp = z.output<typeof totpSetUp>;

export const recoveryCodes = z
  .strictObject({
    recoveryCodes: z.array(z.string()).describe('Shown once'),
  })
  .meta({ id: 'RecoveryCodes' });
export type RecoveryCodes = z.output<typeof recoveryCodes>;

const teamIds = z.array(z.string().min(1).max(50)).max(50);
const staffRole = z.enum(roles).exclude(['member']);

export const invitationInput = z.strictObject({
  email: emailAddress,
  role: staffRole,
  language,
  teams: teamIds.default([]),
});
export type InvitationInput = z.output<typeof invitationInput>;

export const invitation = z
  .strictObject({
    id: z.string(),
    email: z.string(),
    role,
    teams: z.array(z.string()),
    createdAt: time,
    expiresAt: time,
  })
  .meta({ id: 'Invitation', description: 'An invitation that nobody has taken up.' });
export type Invitation = z.output<typeof invitation>;

export const invitationOffer = z
  .strictObject({
    email: z.string(),
    role,
    language,
  })
  .meta({ id: 'InvitationOffer', description: 'What somebody sees of the invitation they hold.' });
export type InvitationOffer = z.output<typeof invitationOffer>;

export const personInput = z.strictObject({ role: z.enum(roles), teams: teamIds });
export type PersonInput = z.output<typeof personInput>;
export const suspensionInput = z.strictObject({ isSuspended: z.boolean() });

export const personViews = ['staff', 'members'] as const;
export type PersonView = (typeof personViews)[number];

export const person = z
  .strictObject({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    role,
    isSuspended: z.boolean(),
    teams: z.array(z.string()),
    hasTotp: z.boolean(),
    createdAt: time,
    lastSignInAt: time.nullable(),
  })
  .meta({ id: 'Person', description: 'Somebody with an account, as owners see them.' });
export type Person = z.output<typeof person>;

export const personPage = z
  .strictObject({
    people: z.array(person),
    next: z.string().nullable().describe('Pass as `after` for the next page; null at the end'),
  })
  .meta({ id: 'PersonPage' });
export type PersonPage = z.output<typeof personPage>;

export const teamInput = z.strictObject({ name: z.string().trim().min(1).max(60) });

export const team = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    members: z.int(),
  })
  .meta({ id: 'Team' });
export type Team = z.output<typeof team>;

export const staffRulesInput = z.strictObject({ isTotpRequired: z.boolean() });
export type StaffRules = z.output<typeof staffRulesInput>;
