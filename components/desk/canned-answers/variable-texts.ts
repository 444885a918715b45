import type { Variable } from '../../../api/canned-answers/contract.ts';

/** What each variable stands for. */
export const variableTexts: Record<'ja' | 'en', Record<Variable, string>> = {
  ja: {
    customer: 'お客様のお名前',
    reference: '受付番号',
    subject: '件名',
    agent: '担当者の名前',
    team: 'チーム名',
    organisation: '会社・店の名前',
  },
  en: {
    customer: 'the customer’s name',
    reference: 'the reference',
    subject: 'the subject',
    agent: 'your name',
    team: 'the team',
    organisation: 'the organisation',
  },
};
