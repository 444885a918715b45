import { z } from 'zod';
import { emailAddress } from '../http/email-address.ts';

/** The form “my requests”. */
export const ownRequestsInput = z.strictObject({ email: emailAddress, language: z.enum(['ja', 'en']) });
