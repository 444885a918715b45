import type { VoteReason } from '../../api/feedback/contract.ts';

interface Messages {
  why: string;
  reasons: Record<VoteReason, string>;
  send: string;
  sent: string;
  unreachable: string;
}

export const messages: Record<'ja' | 'en', Messages> = {
  ja: {
    why: 'よろしければ、理由をお聞かせください。',
    reasons: {
      incomplete: '知りたいことが書かれていない',
      unclear: '説明がわかりにくい',
      inaccurate: '内容が間違っている',
      outdated: '情報が古い',
      other: 'そのほか',
    },
    send: '理由を送る',
    sent: 'お聞かせくださり、ありがとうございました。',
    unreachable: 'ただいま送信できません。時間をおいてもう一度お試しください。',
  },
  en: {
    why: 'If you like, tell us why.',
    reasons: {
      incomplete: 'It doesn’t say what I need',
      unclear: 'It’s hard to follow',
      inaccurate: 'It’s wrong',
      outdated: 'It’s out of date',
      other: 'Something else',
    },
    send: 'Send the reason',
    sent: 'Thank you. That helps.',
    unreachable: 'It can’t be sent just now. Please try again in a little while.',
  },
};
