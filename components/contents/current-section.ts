/** Marks in the list of contents the section that is being read: the last whose heading has passed the upper third. */
export function markCurrentSection(nav: Element): void {
  const links = [...nav.querySelectorAll<HTMLAnchorElement>('.contents-beside a')];
  const headings = links.map(({ hash }) => document.getElementById(decodeURIComponent(hash.slice(1))));
  const mark = () => {
    const current = headings.findLastIndex(
      (heading) => heading && heading.getBoundingClientRect().top < innerHeight / 3,
    );
    for (const [index, link] of links.entries()) {
      if (index === current) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  };
  addEventListener('scroll', mark, { passive: true });
  mark();
}
