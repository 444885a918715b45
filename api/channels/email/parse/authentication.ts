import type { ParsedMail } from './parsed-mail.ts';

export type Authentication = 'pass' | 'fail' | 'none';

/**
 * What our own mail server found out about the sender by DMARC, as it wrote into Authentication-Results (RFC 8601) under
 * its id. Others' headers say nothing: anybody can write one. `none` is nothing known, also when the result is of another
 * domain than the sender's.
 */
export function authenticationOf(
  { authenticationResults, from, problems }: Pick<ParsedMail, 'authenticationResults' | 'from' | 'problems'>,
  trustedId: string,
): Authentication {
  if (trustedId === '') return 'none';
  const theirs = authenticationResults
    .map(clausesOf)
    .find(([id]) => id?.split(/\s/)[0]?.toLowerCase() === trustedId.toLowerCase());
  const clause = theirs?.find((each) => /^dmarc\s*=/i.test(each)) ?? '';
  const result = /^dmarc\s*=\s*([a-z]+)/i.exec(clause)?.[1]?.toLowerCase();
  const domain = /\bheader\.from\s*=\s*"?([^\s";]+)/i.exec(clause)?.[1]?.toLowerCase();
  if (result === 'fail') return 'fail';
  if (from === null || problems.includes('several-from')) return 'none';
  const isSender = domain === undefined || domain.replace(/^.*@/, '') === from.address.replace(/^.*@/, '');
  return result === 'pass' && isSender ? 'pass' : 'none';
}

/** Without comments, in which anything may stand. */
function clausesOf(header: string): string[] {
  let plain = '';
  let depth = 0;
  for (const character of header.slice(0, 10_000)) {
    if (character === '(') depth += 1;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0) plain += character;
  }
  return plain.split(';').map((clause) => clause.trim());
}
