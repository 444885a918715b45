/*
 * What the script on another site's page and the portal's page in its frame say to each other, by `postMessage`. The
 * frame tells its host nothing of what somebody reads or writes; what the host tells the frame, only the frame's own
 * form uses.
 */

/** Fields of the contact form that a host may fill in. */
export interface Prefill {
  subject?: string;
  message?: string;
  name?: string;
  email?: string;
  category?: string;
}

/** Who a host says is writing, signed by the host's own server: see `api/tickets/signed-identity.ts`. */
export interface SignedIdentity {
  email: string;
  name?: string;
  /** Milliseconds since the epoch. */
  at: number;
  /** HMAC-SHA256 in hexadecimal. */
  signature: string;
}

export type EmbedTheme = 'auto' | 'light' | 'dark';

/** What a host tells the page in the frame, each time one says that it is ready. */
export interface ToFrame {
  madoguchi: 1;
  theme: EmbedTheme;
  prefill: Prefill;
  identity: SignedIdentity | null;
}

/** What the page in the frame tells its host. */
export interface ToHost {
  madoguchi: 1;
  is: 'ready' | 'close' | 'sent';
}

export function isToHost(data: unknown): data is ToHost {
  return isOurs(data) && 'is' in data;
}

export function isToFrame(data: unknown): data is ToFrame {
  return isOurs(data) && 'prefill' in data;
}

function isOurs(data: unknown): data is object {
  return typeof data === 'object' && data !== null && 'madoguchi' in data && data.madoguchi === 1;
}
