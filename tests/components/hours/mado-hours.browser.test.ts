import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import '../../../components/hours/mado-hours.ts';
import { type Calendar, weekdays } from '../../../content/calendar.ts';
import type { Language } from '../../../content/schema/languages.ts';
import { cast } from '../../support/cast.ts';
import { expectAccessible } from '../accessible.ts';
import { find, show } from '../fixtures.ts';

const care: Calendar = { timeZone: 'Asia/Tokyo', weekly: cast.careHours, daysOff: ['2026-11-23'], exceptions: [] };
const weekOf = (spans: readonly string[]): Calendar => ({
  ...care,
  daysOff: [],
  weekly: { ...care.weekly, ...Object.fromEntries(weekdays.map((day) => [day, spans])) },
});

/** The element on a page, at a wall-clock time in Japan. */
function tell(
  now: string,
  { calendar = care, language = 'ja' }: { calendar?: Calendar; language?: Language } = {},
): HTMLElement {
  vi.setSystemTime(Date.parse(`${now.replace(' ', 'T')}:00+09:00`));
  show('<mado-hours class="open-state"></mado-hours>', language);
  const element = document.createElement('mado-hours');
  element.className = 'open-state';
  element.dataset['calendar'] = JSON.stringify(calendar);
  find('main').replaceChildren(element);
  return element;
}

/** The element once it says by when a message is answered. */
function tellReply(now: string, language: Language, replyMinutes = '480'): HTMLElement {
  const element = tell(now, { language });
  element.dataset['replyMinutes'] = replyMinutes;
  vi.advanceTimersByTime(60_000);
  return element;
}

describe('whether somebody is there', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it.for([
    { now: '2026-11-16 10:30', ja: '受付中（18:00まで）', en: 'Open now, until 18:00', isOpen: true },
    { now: '2026-11-16 09:00', ja: '受付時間外・次は10:00から', en: 'Closed now, back 10:00', isOpen: false },
    {
      now: '2026-11-16 18:00',
      ja: '受付時間外・次は明日10:00から',
      en: 'Closed now, back tomorrow 10:00',
      isOpen: false,
    },
    {
      now: '2026-11-21 12:00',
      ja: '受付時間外・次は11月24日（火）10:00から',
      en: 'Closed now, back Tue 24 Nov, 10:00',
      isOpen: false,
    },
  ])('is told at $now: $ja', ({ now, ja, en, isOpen }) => {
    for (const [language, text] of [
      ['ja', ja],
      ['en', en],
    ] as const) {
      const element = tell(now, { language });
      expect(element.textContent).toBe(text);
      expect(element.hasAttribute('data-open')).toBe(isOpen);
    }
  });

  it('is told of what never closes, and of what never opens', () => {
    expect(tell('2026-11-16 10:30', { calendar: weekOf(['00:00-24:00']) }).textContent).toBe('受付中');
    expect(tell('2026-11-16 10:30', { calendar: weekOf([]) }).textContent).toBe('ただいま受付を休んでいます');
  });

  it('is told in the portal’s time, wherever the reader is', () => {
    const elsewhere = { ...care, timeZone: 'America/New_York' };
    expect(tell('2026-11-17 01:00', { calendar: elsewhere }).textContent).toBe('受付中（18:00（米国東部時間）まで）');
    expect(tell('2026-11-17 01:00', { calendar: elsewhere, language: 'en' }).textContent).toBe(
      'Open now, until 18:00 (Eastern Time)',
    );
    const sameClock = { ...care, timeZone: 'Asia/Seoul' };
    expect(tell('2026-11-16 10:30', { calendar: sameClock }).textContent).toBe('受付中（18:00まで）');
  });

  it('says by when a message sent now is answered', () => {
    // A minute later than is said here, when the element tells it next.
    expect(tellReply('2026-11-16 09:00', 'ja').textContent).toBe('いま送信されると、18:00までにお返事します。');
    expect(tellReply('2026-11-20 14:59', 'ja').textContent).toBe(
      'いま送信されると、11月24日（火）15:00までにお返事します。',
    );
    expect(tellReply('2026-11-20 14:59', 'en').textContent).toBe('Write now and we’ll answer by Tue 24 Nov, 15:00.');
    expect(tellReply('2026-11-16 10:29', 'en', '3').textContent).toBe('Write now and we’ll answer by 10:33.');
    expect(tellReply('2026-11-16 10:29', 'en').hasAttribute('data-open')).toBe(false);
  });

  it('promises no time where nobody is ever there', () => {
    const element = tell('2026-11-16 10:29', { calendar: weekOf([]) });
    element.dataset['replyMinutes'] = '480';
    vi.advanceTimersByTime(60_000);
    expect(element.textContent).toBe('');
  });

  it('changes as time passes, without a new page', () => {
    const element = tell('2026-11-16 17:59');
    expect(element.hasAttribute('data-open')).toBe(true);
    vi.advanceTimersByTime(60_000);
    expect(element.textContent).toBe('受付時間外・次は明日10:00から');
    expect(element.hasAttribute('data-open')).toBe(false);
  });

  it('is left as it was once it is no longer on the page', () => {
    const element = tell('2026-11-16 17:59');
    element.remove();
    vi.advanceTimersByTime(120_000);
    expect(element.textContent).toBe('受付中（18:00まで）');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is no claim without a calendar', () => {
    show('<mado-hours></mado-hours>');
    expect(find('mado-hours').textContent).toBe('');
    expect(find('mado-hours').hasAttribute('data-open')).toBe(false);
  });

  it.for(['2026-11-16 10:30', '2026-11-16 20:00'])('has no barriers at %s', async (now) => {
    tell(now);
    await expectAccessible(find('main'));
  });
});
