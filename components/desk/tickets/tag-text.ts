const longest = 40;
/** Letters, digits and hyphens, as `tag` of api/tickets/contract.ts has them. */
const isTag = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}ー・_-]*$/u;

/** What somebody typed as the API keeps it; `null` when it is no tag. */
export function asTag(typed: string): string | null {
  const text = typed.normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/g, '-');
  return text.length <= longest && isTag.test(text) ? text : null;
}
