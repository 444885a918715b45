/** What the build puts into the script of the portal: it runs where nothing of the portal is. */
export interface EmbeddedPortal {
  name: Readonly<Record<string, string>>;
  languages: readonly string[];
  colours: Readonly<Record<'light' | 'dark', Readonly<Record<string, string>>>>;
}

declare const EMBEDDED_PORTAL: EmbeddedPortal;

export const portal = EMBEDDED_PORTAL;
