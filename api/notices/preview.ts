import type { Language } from '../../content/schema/languages.ts';
import type { Services } from '../services.ts';
import type { Notice, NoticeInput, NoticePreview } from './contract.ts';
import { noticeItem, noticePlace } from './render.ts';

/** A notice that is still being written, as readers of each language would see it. */
export async function previewOf({ clock, timeZone }: Services, input: NoticeInput): Promise<NoticePreview> {
  const startsAt = input.startsAt ?? clock();
  const notice: Notice = { ...input, startsAt, id: 'preview', view: 'current', version: 1, updates: [] };
  const place = async (language: Language) => noticePlace([await noticeItem(notice, language, timeZone())], language);
  return { ja: await place('ja'), en: await place('en') };
}
