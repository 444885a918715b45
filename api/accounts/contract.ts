import { z } from 'zod';
import type { Role } from '../access/rules.ts';
import { emailAddress } from '../http/email-address.ts';

const password = z.string().min(10).max(200);

/** What the first owner gives. The token comes from the one-time link that the first start prints. */
export const setupInput = z.strictObject({
  token: z.string().min(20).max(100),
  name: z.string().trim().min(1).max(60),
  email: emailAddress,
  password,
  language: z.enum(['ja', 'en']),
});
export type SetupInput = z.infer<typeof setupInput>;

export const signInInput = z.strictObject({ email: emailAddress, password: z.string().min(1).max(200) });
export type SignInInput = z.infer<typeof signInInput>;

/** A person who works at the portal, as shown to themselves. */
export interface Account {
  id: string;
  email: string;
  name: string;
  language: 'ja' | 'en';
  role: Role;
}
