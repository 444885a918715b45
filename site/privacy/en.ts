import type { PrivacyTexts } from './texts.ts';

/** What the page about privacy says, in English. */
export const en: PrivacyTexts = {
  title: 'Privacy',
  lead: (organisation) =>
    `What ${organisation} stores in this help centre, what for, and for how long. The periods on this page are the ones the system is set to.`,
  shop: 'What the rest of our business keeps:',
  kinds: {
    title: 'What we store',
    why: 'What for',
    kept: 'How long',
    asked: (questions) => `Depending on the topic, we also ask for: ${questions}.`,
    rows: (periods) => [
      {
        id: 'requests',
        name: 'Your requests',
        what: 'Your e-mail address, your name if you give it, what you write and the files you send along, and what we answer. If you leave them in, the pages you had just read and what you searched for.',
        why: 'To answer you, and not to ask you the same thing twice.',
        kept: `As long as we are dealing with it. Once it is solved or closed, ${periods.closedConversations} from the last message; spam, ${periods.spam}. Then texts, files, names and addresses are erased, and only numbers and dates stay.`,
      },
      {
        id: 'links',
        name: 'Private links',
        what: 'A value to check the link by (not the link itself), and when it ends.',
        why: 'So that you can come back without an account.',
        kept: `A link works for ${periods.privateLinks} from the last message.`,
      },
      {
        id: 'mails',
        name: 'Mails to you',
        what: 'The address and the name, what the mail says (your own words and our answers among it), and whether it went out. If you subscribe to notices by e-mail, the address they go to.',
        why: 'To reach you, and to try again if a mail doesn’t arrive.',
        kept: `${periods.mails} from when a mail was written, sent or not. A subscription, until you stop it.`,
      },
      {
        id: 'received-mails',
        name: 'Mails you send us',
        what: 'The whole mail as it came: your address, the subject, what you wrote and the files with it.',
        why: 'To take it in as a request, and to look again when it could not be read.',
        kept: `${periods.receivedMails} from when it was taken in, and never longer than the request it belongs to.`,
      },
      {
        id: 'forum',
        name: 'What you do in the forum',
        what: 'The name you chose, your posts and pictures, and what they said before you edited them; questions you share, what you follow, which threads you have read and on which days you came by. If a post was flagged or taken down: why, and what you answered.',
        why: 'So that customers can help each other, and to keep the forum friendly.',
        kept: 'Posts stay in public until you or we take them down. When you have your data erased, your name and what you wrote go, and only the place in the conversation stays.',
      },
      {
        id: 'votes',
        name: 'Votes on pages',
        what: 'Whether a page helped, and your comment. Nothing says who you are.',
        why: 'To make the pages better.',
        kept: `What you wrote, ${periods.voteComments}. The vote itself stays.`,
      },
      {
        id: 'marks',
        name: 'Checks',
        what: 'Values that tell whether something was sent twice, and values to check the links in our mails by.',
        why: 'So that nothing is received twice and nobody acts in your name.',
        kept: `What was sent, ${periods.idempotencyKeys}. Links in mails, ${periods.oneTimeTokens} after they end.`,
      },
      {
        id: 'audit',
        name: 'What our staff do',
        what: 'Who did what, and when. Not what your requests say.',
        why: 'To prevent misuse, and to find it.',
        kept: `${periods.auditLog}.`,
      },
      {
        id: 'logs',
        name: 'Server logs',
        what: 'The addresses that were opened, and when. Network addresses are shortened.',
        why: 'To deal with faults and attacks.',
        kept: `${periods.logs}.`,
      },
      {
        id: 'backups',
        name: 'Backups',
        what: 'Copies of all of the above.',
        why: 'To recover from a failure.',
        kept: `${periods.backups}. When one is restored, whatever has been erased since is erased again from a log.`,
      },
    ],
  },
  seen: {
    title: 'Who sees it',
    lead: 'What our own people can see depends on their role.',
    roles: [
      { name: 'Agents', text: 'Read requests and answer them. They can give you a copy of your data.' },
      { name: 'Owners', text: 'Also erase data, place legal holds, and read the log of what staff did.' },
      { name: 'Moderators', text: 'Read requests, and don’t answer them.' },
      { name: 'Editors', text: 'Don’t see requests.' },
    ],
    nobody: 'Nobody else gets it, and we sell it to no one, unless the law requires us to hand something over.',
  },
  cookies: {
    title: 'Cookies',
    readers: 'We set no cookie when you read these pages, and none when you write to us.',
    staff: (period) =>
      `People who sign in get one cookie, which keeps them signed in. It ends when they sign out, or after ${period} at the latest.`,
  },
  device: {
    title: 'What is stored on this device',
    lead: 'These stay on your own device. Except for a message waiting to be sent, they aren’t sent to us.',
    items: [
      { name: 'Recent searches', text: 'Suggested again in the search box.' },
      { name: 'A message you are writing', text: 'Until you send or clear it, 7 days at most.' },
      {
        name: 'A message waiting to be sent',
        text: 'With its files, for 7 days at most. It goes by itself once there is a connection; you can erase it before.',
      },
      { name: 'Pages you read', text: 'In this tab only. You decide whether they go along with a message.' },
      { name: 'Appearance, your device’s tab, notices you folded', text: 'So that pages look the same next time.' },
      { name: 'Copies of pages you opened', text: 'So that you can read them offline.', isOffline: true },
    ],
    withoutScript: 'Without JavaScript, nothing is stored.',
  },
  others: {
    title: 'Other companies',
    text: 'Our pages load nothing from other sites. There are no analytics, no advertisements and no tracking, and we tell your browser to allow none (Content-Security-Policy).',
    mail: 'Where we send you mail, it passes through the mail server we use.',
  },
  rights: {
    title: 'What you can do',
    copy: 'Get a copy: everything we hold about you, to read and as a file (JSON).',
    erase: 'Have it erased: your name, your address, everything you wrote and the files you sent. It can’t be undone.',
    correct: 'Have it corrected: just tell us.',
    hold: 'What we have to keep because of the law or a dispute can’t be erased before its day. We’ll tell you which day, and why.',
    form: 'Ask for a copy or erasure',
    backups: 'You can also ask from the private page of any of your requests.',
  },
  contact: {
    title: 'Who to ask',
    text: (organisation) =>
      `This help centre is run by ${organisation}. If you have a question, this is how to reach us.`,
  },
  day: (count) => `${count} day${count === 1 ? '' : 's'}`,
  month: (count) =>
    count % 12 === 0 ? `${count / 12} year${count === 12 ? '' : 's'}` : `${count} month${count === 1 ? '' : 's'}`,
};
