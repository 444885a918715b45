import type { VoteReason } from '../../api/feedback/contract.ts';

interface Messages {
  thanks: string;
  why: string;
  reasons: Record<VoteReason, string>;
  send: string;
  sent: string;
  unreachable: string;
  ask: string;
}

export const messages: Record<'ja' | 'en', Messages> = {
  ja: {
    thanks: 'ご回答ありがとうございました。',
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
    ask: '解決しないときは、お客様窓口にお尋ねください。',
  },
  en: {
    thanks: 'Thank you for telling us.',
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
    ask: 'Still stuck? Ask customer care.',
  },
};
