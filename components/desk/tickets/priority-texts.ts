import type { Priority } from '../../../api/tickets/contract.ts';

export const priorityTexts: Record<'ja' | 'en', Record<Priority, string>> = {
  ja: { low: '低', normal: '通常', high: '高', urgent: '至急' },
  en: { low: 'Low', normal: 'Normal', high: 'High', urgent: 'Urgent' },
};
