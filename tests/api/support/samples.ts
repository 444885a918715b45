import type { OpenTicketInput } from '../../../api/tickets/opening-contract.ts';
import { cast } from '../../support/cast.ts';
import { mondayMorning } from '../../support/services.ts';

export const dayMs = 86_400_000;

/** What Hanako writes. */
export const lateParcel: OpenTicketInput = {
  ...cast.hanako,
  subject: '荷物が届きません',
  message: '先週の木曜に届く予定でした。',
  language: 'ja',
  trail: [{ kind: 'page', url: '/ja/faq/delivery-times/', title: 'いつ届きますか', at: mondayMorning - 60_000 }],
};

/** What Tom writes. */
export const wrongColour: OpenTicketInput = {
  ...cast.tom,
  subject: 'Wrong colour',
  message: 'I ordered brown, and these are black.',
  language: 'en',
  trail: [],
};
