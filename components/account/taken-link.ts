export const linkKinds = ['setup', 'invitation', 'sign-in', 'password-reset', 'registration', 'address'] as const;
export type LinkKind = (typeof linkKinds)[number];

/** What a one-time link of a mail, or of the first start, leads to. */
export interface TakenLink {
  kind: LinkKind;
  token: string;
}

/** The link that the address holds. The token never reaches a server's log: it stands behind the #, and leaves at once. */
export function takeLink(): TakenLink | null {
  const [, named, token] = /^#([a-z-]+)=([\w-]+)$/.exec(location.hash) ?? [];
  const kind = linkKinds.find((known) => known === named);
  if (!kind || !token) return null;
  history.replaceState(null, '', location.pathname);
  return { kind, token };
}
