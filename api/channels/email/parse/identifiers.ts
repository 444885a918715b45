const mostIds = 50;
const mostCharacters = 20_000;
const mostIdCharacters = 250;

/** The Message-IDs of a header in their order, with angle brackets; a bare one is one, too. */
export function messageIds(header: string | null): string[] {
  const given = (header ?? '').slice(0, mostCharacters);
  const bracketed = given.match(/<[^<>\s]{1,250}>/g);
  if (bracketed) return shortened([...new Set(bracketed)]);
  return shortened(
    given
      .split(/\s+/)
      .filter((id) => /^[^<>\s]{3,}$/.test(id) && id.includes('@'))
      .map((id) => `<${id}>`),
  );
}

/** The first and the newest are those that matter. */
function shortened(ids: string[]): string[] {
  const usable = ids.filter((id) => id.length <= mostIdCharacters && /^[\x21-\x7e]+$/.test(id));
  return usable.length > mostIds ? [...usable.slice(0, 1), ...usable.slice(1 - mostIds)] : usable;
}
