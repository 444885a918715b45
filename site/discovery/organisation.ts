import type { Language } from '../../content/schema/languages.ts';
import type { Channel, Portal } from '../../content/schema/portal.ts';
import { openingHours } from './opening-hours.ts';
import type { Thing } from './structured-data.ts';

/** Who answers here, by which ways and when; and the help centre itself. `today` leaves out what is over. */
export function organisation(
  portal: Portal,
  language: Language,
  absolute: (address: string) => string,
  today: string,
): Thing[] {
  const id = absolute('/#organisation');
  return [
    {
      '@type': 'Organization',
      '@id': id,
      name: portal.organisation[language],
      url: absolute(`/${language}/`),
      contactPoint: portal.channels.map((channel) => contactPoint(channel, portal, language, absolute, today)),
    },
    {
      '@type': 'WebSite',
      '@id': absolute(`/${language}/#site`),
      name: portal.name[language],
      url: absolute(`/${language}/`),
      description: portal.mission[language],
      inLanguage: language,
      publisher: { '@id': id },
    },
  ];
}

function contactPoint(
  channel: Channel,
  portal: Portal,
  language: Language,
  absolute: (address: string) => string,
  today: string,
): Thing {
  const hours = portal.hours[channel.hours];
  return {
    '@type': 'ContactPoint',
    contactType: 'customer support',
    name: channel.name[language],
    ...(channel.kind === 'phone' ? { telephone: channel.number } : {}),
    ...(channel.kind === 'email' ? { email: channel.address } : {}),
    url: absolute(`/${language}/contact/`),
    availableLanguage: portal.languages,
    ...(hours ? { hoursAvailable: openingHours(hours, today) } : {}),
  };
}
