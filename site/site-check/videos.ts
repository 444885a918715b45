import type { BuiltSite } from './built.ts';
import type { Finding } from './finding.ts';

/** Films that would move the page, start by themselves, or say nothing to who does not hear them. */
export function checkVideos({ pages }: BuiltSite): Finding[] {
  return pages.flatMap(({ url, root }) =>
    root.querySelectorAll('video').flatMap((video) => {
      const name = video.getAttribute('aria-label') ?? '';
      const isMeasured = ['width', 'height'].every((side) => /^\d+$/.test(video.getAttribute(side) ?? ''));
      const language = root.querySelector('html')?.getAttribute('lang') ?? '';
      const captions = video.querySelectorAll('track[kind="captions"]').map((track) => track.getAttribute('srclang'));
      const reasons = [
        ...(name ? [] : ['has no name: aria-label.']),
        ...(isMeasured ? [] : ['has no width and height.']),
        ...(captions.includes(language) ? [] : [`has no captions in ${language}.`]),
        ...(video.hasAttribute('autoplay') ? ['starts by itself.'] : []),
        ...(['none', 'metadata'].includes(video.getAttribute('preload') ?? '')
          ? []
          : ['is loaded before it is asked for.']),
      ];
      return reasons.map((reason) => ({ page: url, reason: `The film ${name} ${reason}` }));
    }),
  );
}
