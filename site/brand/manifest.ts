import type { Language } from '../../content/schema/languages.ts';
import type { Portal } from '../../content/schema/portal.ts';
import { type IconName, icons } from './icons.ts';
import { rolesOf, tokensOf } from './tokens.ts';

/** The portal as a device keeps it on its home screen, in one language (W3C Web Application Manifest). */
export function manifestOf({ name, organisation, mission, brand }: Portal, language: Language) {
  const { paper } = tokensOf(rolesOf(brand.colours, 'light'), 'light');
  return {
    id: `/${language}/`,
    lang: language,
    name: name[language],
    short_name: organisation[language],
    description: mission[language],
    start_url: `/${language}/`,
    scope: '/',
    display: 'minimal-ui',
    background_color: paper,
    theme_color: paper,
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
      picture('icon-192', 'any'),
      picture('icon-512', 'any'),
      picture('icon-maskable-512', 'maskable'),
    ],
  };
}

function picture(file: IconName, purpose: 'any' | 'maskable') {
  const side = icons[file].side;
  return { src: `/${file}.png`, sizes: `${side}x${side}`, type: 'image/png', purpose };
}
