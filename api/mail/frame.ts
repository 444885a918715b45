import type { Language } from '../../content/schema/languages.ts';
import type { ShownColours } from '../../content/schema/snapshot.ts';
import type { Services } from '../services.ts';

/** What stands around every mail: whose it is, in which language and colours. */
export interface MailFrame {
  language: Language;
  organisation: string;
  portalName: string;
  /** The help centre's own address, whole. */
  homeUrl: string;
  publicUrl: string;
  colours: Record<'light' | 'dark', ShownColours>;
}

export function frameOf({ portal, colours, publicUrl }: Services, language: Language): MailFrame {
  const { name, organisation } = portal();
  return {
    language,
    organisation: organisation[language],
    portalName: name[language],
    homeUrl: `${publicUrl}/${language}/`,
    publicUrl,
    colours: colours(),
  };
}

/** An address of this site as a whole one. Throws for anything that would lead a reader to what is no page. */
export function wholeUrl(url: string, { publicUrl }: Pick<MailFrame, 'publicUrl'>): string {
  const whole = new URL(url, `${publicUrl}/`);
  if (!/^https?:$/.test(whole.protocol)) throw new Error(`${whole.protocol} is no address for a mail`);
  return whole.href;
}
