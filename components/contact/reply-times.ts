import { apiClient } from '../../api/client.ts';
import { pageLanguage } from '../base/page.ts';

/**
 * After how many minutes of opening time a first answer usually came of late; `null` where too few are known, where it
 * would be no better than what is promised, and where nobody answers.
 */
export async function readUsualReply(): Promise<number | null> {
  try {
    const answer = await apiClient(pageLanguage()).api['reply-times'].$get();
    return (await answer.json()).medianMinutes;
  } catch {
    return null;
  }
}
