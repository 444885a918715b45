import type { ParsedMail } from './parse/parsed-mail.ts';

/**
 * Whether our own mail server says that the sender is not who the mail says (DMARC, RFC 7489). Only the results that it
 * wrote itself count (RFC 8601, 5): anybody may write others into a mail. `false` when it says nothing.
 */
export function isRefuted({ authenticationResults }: Pick<ParsedMail, 'authenticationResults'>, server: string | null) {
  if (server === null) return false;
  const ours = authenticationResults.find((header) => authorOf(header) === server.toLowerCase());
  return ours !== undefined && /;\s*dmarc\s*=\s*fail\b/i.test(withoutComments(ours));
}

function authorOf(header: string): string {
  return /^\s*"?([^\s;"]+)/.exec(withoutComments(header))?.[1]?.toLowerCase() ?? '';
}

function withoutComments(header: string): string {
  return header.replaceAll(/\([^()]*\)/g, ' ');
}
