import { eq } from 'drizzle-orm';
import { teams } from '../../accounts/tables.ts';
import { greeting } from '../../mail/greeting.ts';
import type { MailKind } from '../../mail/mail.ts';
import { conversations } from '../../tickets/tables.ts';

export interface NewTicket {
  conversationId: string;
  /** What the gallery shows in place of a conversation. */
  example?: { reference: string; subject: string; team: string | null };
}

/**
 * Tells one of the staff of a new conversation: its reference and subject, nothing of what was written or by whom. None
 * if it is spam, was erased or went into another before the mail left.
 */
export const newTicketMail: MailKind<NewTicket> = {
  async write({ conversationId, example }, { services, language, to }) {
    const found = example ?? (await newTicketOf());
    if (!found) return null;
    const says = texts[language];
    const organisation = services.portal().organisation[language];
    const { reference, subject, team } = found;
    return {
      subject: says.subject(organisation, reference),
      blocks: [
        { text: greeting(to.name, language) },
        { text: says.arrived },
        {
          facts: [
            { name: says.reference, value: reference },
            { name: says.about, value: subject },
            ...(team === null ? [] : [{ name: says.team, value: team }]),
          ],
        },
        { button: says.open, url: `/desk/#/tickets/all/${reference}` },
      ],
      why: says.why,
    };

    async function newTicketOf() {
      const [row] = await services.db.read
        .select({ conversation: conversations, team: teams.name })
        .from(conversations)
        .leftJoin(teams, eq(teams.id, conversations.teamId))
        .where(eq(conversations.id, conversationId));
      if (!row) return null;
      const { state, erasedAt, mergedIntoId } = row.conversation;
      if (state === 'spam' || erasedAt !== null || mergedIntoId !== null) return null;
      return { ...row.conversation, team: row.team };
    }
  },

  examples: (language) => [
    {
      conversationId: 'example',
      example: {
        ja: { reference: 'M-2K7F', subject: '注文と違うサイズが届きました', team: '返品・交換' },
        en: { reference: 'M-2K7F', subject: 'You sent the wrong size', team: 'Returns' },
      }[language],
    },
  ],
};

const texts = {
  ja: {
    subject: (organisation: string, reference: string) =>
      `【${organisation}】新しいお問い合わせ（受付番号 ${reference}）`,
    arrived: '新しいお問い合わせが届きました。内容はデスクでご確認ください。',
    reference: '受付番号',
    about: '件名',
    team: 'チーム',
    open: 'デスクで開く',
    why: '新しいお問い合わせのお知らせを希望されているため、お送りしています。デスクの設定で、いつでも止められます。',
  },
  en: {
    subject: (organisation: string, reference: string) => `${organisation}: a new request (${reference})`,
    arrived: 'A new request has come in. What it says is on the desk.',
    reference: 'Reference',
    about: 'Subject',
    team: 'Team',
    open: 'Open it on the desk',
    why: 'You get this e-mail because you asked to be told of new requests. You can stop it at any time in the settings of the desk.',
  },
};
