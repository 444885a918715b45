import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import film from '../../../content/media/heel-lock.mp4?url';
import poster from '../../../content/media/heel-lock.png?url';
import captions from '../../../content/media/heel-lock.ja.vtt?url';
import '../../../components/video/mado-video.ts';
import { expectAccessible } from '../accessible.ts';
import { find, show } from '../fixtures.ts';

const second = (at: number) =>
  `<li id="t=${at}" data-cue><a class="video-time" data-second="${at}" aria-label="0:${at}から再生" href="${film}#t=${at}">0:${at}</a>
  <span>${at}秒に話すこと</span></li>`;
const chapter = (at: number) =>
  `<li><a data-second="${at}" href="${film}#t=${at}"><span class="video-time">0:${at}</span> 場面${at}</a></li>`;

/** A film as `Video.astro` draws it, at an address. */
function showFilm(hash = ''): HTMLVideoElement {
  history.replaceState(null, '', `${location.pathname}${location.search}${hash}`);
  show(`<mado-video class="video">
    <figure class="figure">
      <video controls preload="none" playsinline muted aria-label="結び方" width="960" height="540" poster="${poster}">
        <source src="${film}" type="video/mp4" />
        <track kind="captions" src="${captions}" srclang="ja" label="日本語" default />
      </video>
      <figcaption>結び方</figcaption>
    </figure>
    <div class="video-chapters"><p id="video-chapters">場面</p>
      <ol aria-labelledby="video-chapters">${[10, 20].map(chapter).join('')}</ol></div>
    <details class="details video-transcript" open><summary>文字起こし</summary>
      <ol class="details-body">${[10, 14.5, 20].map(second).join('')}</ol></details>
  </mado-video>`);
  return find('video') as HTMLVideoElement;
}

const marked = () => [...document.querySelectorAll('[aria-current]')].map((element) => element.textContent?.trim());

describe('a film', () => {
  it('stays as it is until somebody wants it', () => {
    const video = showFilm();
    expect([video.preload, video.paused, video.currentTime, video.autoplay]).toEqual(['none', true, 0, false]);
    expect(marked()).toEqual([]);
    expect(location.hash).toBe('');
  });

  it('plays from a line of its transcript, says so in the address, and marks what is said', async () => {
    const video = showFilm();
    await userEvent.click(page.getByRole('link', { name: '0:14.5から再生' }));
    expect(location.hash).toBe('#t=14.5');
    await expect.poll(() => video.currentTime).toBeGreaterThanOrEqual(14.5);
    await expect.poll(() => video.paused).toBe(false);
    await expect.poll(marked).toEqual(['0:10 場面10', '0:14.5']);
    video.currentTime = 21;
    await expect.poll(marked).toEqual(['0:20 場面20', '0:20']);
  });

  it('plays from a chapter, which is a button for hands and keys', async () => {
    const video = showFilm();
    const button = page.getByRole('button', { name: /場面20/ });
    button.element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => video.currentTime).toBeGreaterThanOrEqual(20);
    expect(location.hash).toBe('#t=20');
    await expect.element(button).toHaveFocus();
  });

  it('is at the second of its address when that is opened, and waits to be played', async () => {
    const video = showFilm('#t=14.5');
    await expect.poll(() => [video.currentTime, video.readyState > 0]).toEqual([14.5, true]);
    expect(video.paused).toBe(true);
    expect(marked()).toEqual(['0:10 場面10', '0:14.5']);
  });

  it('goes to a second between two lines, too, and when the address changes', async () => {
    const video = showFilm('#t=17');
    await expect.poll(() => video.currentTime).toBe(17);
    location.hash = '#t=20';
    await expect.poll(() => video.currentTime).toBe(20);
    await expect.poll(marked).toEqual(['0:20 場面20', '0:20']);
  });

  it.each([['#t='], ['#t=abc'], ['#t=-1'], ['#time=3'], ['#t=1e9'], ['#t=5,10']])(
    'leaves other addresses alone: %s',
    (hash) => {
      const video = showFilm(hash);
      expect([video.preload, video.currentTime]).toEqual(['none', 0]);
    },
  );

  it('leaves a line that is opened elsewhere to the browser: its address is one to share', () => {
    showFilm();
    const link = find('a[data-second="20"]') as HTMLAnchorElement;
    expect(link.hash).toBe('#t=20');
    const click = new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true });
    // Nothing is to be opened here.
    document.addEventListener('click', (event) => event.preventDefault(), { once: true });
    let wasTaken = true;
    find('main').addEventListener('click', (event) => (wasTaken = event.defaultPrevented), { once: true });
    link.dispatchEvent(click);
    expect(wasTaken).toBe(false);
    expect(location.hash).toBe('');
  });

  it('has no barriers, before and at a second, and targets that a thumb hits', async () => {
    showFilm('#t=14.5');
    await expect.poll(marked).toHaveLength(2);
    await expectAccessible(find('main'));
    for (const target of document.querySelectorAll('.video-chapters button, .video-transcript a, summary')) {
      expect(target.getBoundingClientRect().height, target.textContent ?? '').toBeGreaterThanOrEqual(44);
    }
  });
});
