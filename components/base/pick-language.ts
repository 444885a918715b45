/* On a host that cannot read Accept-Language, the page that links every language moves on to the reader's own. */
const offered = [...document.querySelectorAll<HTMLAnchorElement>('a[hreflang]')];
const wished = navigator.languages.map((language) => language.slice(0, 2));
const link = wished.map((language) => offered.find(({ hreflang }) => hreflang === language)).find(Boolean);
if (link) location.replace(link.href);
