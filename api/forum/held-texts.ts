import type { Language } from '../../content/schema/languages.ts';
import type { QueueReason } from '../moderation/contract.ts';

type Texts = Partial<Record<QueueReason, string>> & { other: string };

/* What authors read of a reviewer's objection: enough to understand it, and no instructions for getting around it. */

const held: Record<Language, Texts> = {
  ja: {
    'first-post': 'はじめての投稿は、担当者が確認してから掲載します。通常は数時間以内です。',
    links: 'リンクを含む投稿のため、担当者が確認してから掲載します。',
    'contact-data': '個人情報と思われる内容が含まれているため、担当者が確認してから掲載します。',
    rate: '短い時間に投稿が続いたため、担当者が確認してから掲載します。',
    duplicate: '同じ内容の投稿があるため、担当者が確認してから掲載します。',
    silenced: '現在、投稿はすべて担当者が確認してから掲載します。',
    revised: '修正していただいた内容を、担当者が確認してから掲載します。',
    other: '担当者が確認してから掲載します。',
  },
  en: {
    'first-post': 'We look at everybody’s first posts before they appear, usually within a few hours.',
    links: 'There are links in your post, so we look at it before it appears.',
    'contact-data': 'There seem to be personal details in your post, so we look at it before it appears.',
    rate: 'Those were many posts in a short time, so we look at this one before it appears.',
    duplicate: 'There is a post with the same text, so we look at this one before it appears.',
    silenced: 'For now, we look at all of your posts before they appear.',
    revised: 'We look at your revised post before it appears.',
    other: 'We look at your post before it appears.',
  },
};

const refused: Record<Language, Texts> = {
  ja: {
    'watched-word': 'この場で使えないことばが含まれています。書き直してお送りください。',
    links: 'このリンクは掲載できません。リンクを外してお送りください。',
    'contact-data':
      '個人情報が含まれています。消してからお送りください。個別のご用件は、お問い合わせフォームで承ります。',
    duplicate: '同じ内容がすでに投稿されています。',
    rate: '短い時間に投稿が続いています。しばらくしてからお試しください。',
    other: 'ガイドラインにより、この内容は掲載できません。',
  },
  en: {
    'watched-word': 'There is a word in it that isn’t used here. Please put it another way.',
    links: 'This link can’t be posted here. Please take it out.',
    'contact-data':
      'There are personal details in it. Please take them out; for your own case, there is the contact form.',
    duplicate: 'The same text has been posted already.',
    rate: 'Those were many posts in a short time. Please wait a little.',
    other: 'Our guidelines don’t allow this.',
  },
};

/** Why a post waits, as its author reads it. */
export function heldText(language: Language, reason: string | null): string {
  return textFor(held[language], reason);
}

/** Why a post was not taken. */
export function refusedText(language: Language, reason: string): string {
  return textFor(refused[language], reason);
}

/** Until when somebody may not post. */
export function suspendedText(language: Language, until: number, timeZone: string): string {
  const day = new Intl.DateTimeFormat(language === 'ja' ? 'ja' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone,
  }).format(until);
  return language === 'ja' ? `${day}まで、投稿できません。` : `You can post again after ${day}.`;
}

function textFor(texts: Texts, reason: string | null): string {
  return texts[(reason ?? 'other') as QueueReason] ?? texts.other;
}
