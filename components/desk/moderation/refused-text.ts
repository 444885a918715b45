import type { apiClient } from '../../../api/client.ts';
import type { DecisionResult } from '../../../api/moderation/contract.ts';
import { timeText } from '../time-text.ts';
import { eventText, titleOf } from './item-parts.ts';
import { messages } from './messages.ts';

type Api = ReturnType<typeof apiClient>['api'];
type Refused = DecisionResult['refused'];

interface Reader {
  language: 'ja' | 'en';
  timeZone: string;
}

/** Why something was not decided: of one thing, who was first and with what; of many, how many and why. */
export async function refusedText(api: Api, refused: Refused, { language, timeZone }: Reader): Promise<string> {
  const says = messages[language];
  const [only] = refused;
  if (refused.length !== 1 || !only || only.why === 'not-found' || only.why === 'state-refused') {
    const counts = Map.groupBy(refused, ({ why }) => why);
    return [...counts].map(([why, all]) => says.refused[why](all.length)).join(language === 'ja' ? '' : ' ');
  }
  const item = await (await api.moderation.reviewables[':id'].$get({ param: { id: only.id } })).json();
  const title = titleOf(item, language);
  if (only.why === 'claimed' && item.claimedBy) {
    return says.claimedMeanwhile(title, item.claimedBy.name, timeText(item.claimedBy.until, language, timeZone));
  }
  const latest = item.history.findLast(({ by }) => by !== null);
  return item.state === 'pending' || !latest?.by
    ? says.changedMeanwhile(title)
    : says.overtaken(title, latest.by, eventText(latest.action, language));
}
