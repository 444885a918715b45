import { describe } from 'vitest';
import { type Fault, findsEach } from './faults.ts';

const faults: Fault[] = [
  {
    what: 'a script from elsewhere',
    instead: '</main>',
    write: '<script src="//cdn.example/x.js"></script></main>',
    says: 'loads //cdn.example/x.js from elsewhere',
  },
  {
    what: 'a connection to elsewhere',
    instead: 'rel="canonical"',
    write: 'rel="preconnect" href="https://cdn.example/"><link rel="canonical"',
    says: 'from elsewhere',
  },
  {
    what: 'a picture from elsewhere in another size',
    instead: ' alt="A heel"',
    write: ' alt="A heel" srcset="/_astro/heel.svg 1x, https://cdn.example/heel.svg 2x"',
    says: 'https://cdn.example/heel.svg from elsewhere',
  },
  {
    what: 'a font from elsewhere',
    file: '_astro/site.css',
    instead: 'url(/_astro/heel.svg)',
    write: 'url("https://cdn.example/font.woff2")',
    page: '/_astro/site.css',
    says: 'font.woff2 from elsewhere',
  },
  {
    what: 'a style sheet from elsewhere within another',
    file: '_astro/site.css',
    instead: 'body {',
    write: '@import "https://cdn.example/more.css"; body {',
    page: '/_astro/site.css',
    says: 'more.css from elsewhere',
  },
  {
    what: 'an icon from elsewhere',
    file: 'app.webmanifest',
    instead: '"/icon.svg"',
    write: '"https://cdn.example/icon.png"',
    page: '/app.webmanifest',
    says: 'icon.png from elsewhere',
  },
  {
    what: 'an inline script that is not the one every page has',
    instead: '</main>',
    write: '<script>let a = 1</script></main>',
    says: 'has an inline script',
  },
];

describe('the check of a built site: what comes from elsewhere', () => {
  findsEach(faults);
});
