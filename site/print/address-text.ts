/**
 * How the address of a link is written after its text on paper: the path for the site's own pages, the whole address for
 * others, readable rather than percent-encoded. Empty where the text already is the address, and for places of the page.
 */
export function addressText(href: string, text: string, origin: string): string {
  if (href === '' || href.startsWith('#')) return '';
  const own = href.startsWith(`${origin}/`) ? href.slice(origin.length) : href;
  const address = readable(own.replace(/^(mailto|tel):/, ''));
  return plain(text) === plain(address) || plain(text) === plain(href) ? '' : address;
}

function readable(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** What the eye takes for the same: without scheme, closing slash, hyphens of a phone number, or case. */
function plain(address: string): string {
  return readable(address.trim())
    .replace(/^(https?:\/\/|mailto:|tel:)/, '')
    .replace(/\/$/, '')
    .replaceAll('-', '')
    .toLowerCase();
}
