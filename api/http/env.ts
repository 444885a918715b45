import type { Language } from '../../content/schema/languages.ts';
import type { Received } from '../attachments/received.ts';
import type { Services } from '../services.ts';

/** What travels with a request through the app. */
export interface Env {
  Bindings: { incoming?: { socket?: { remoteAddress?: string } } };
  Variables: {
    services: Services;
    requestId: string;
    language: Language;
    /** Set where a form was sent without JavaScript: its id, and the page it stands on, to be shown again. */
    form?: {
      id: string;
      page: () => Promise<string | null>;
      /** Makes a body of its fields, where they are not one as they are. */
      asBody?: (fields: Record<string, unknown>) => Record<string, unknown>;
    };
    /** What such a form sent, to be kept when it has to be shown again. */
    typed?: Record<string, string>;
    /** The proof of work that came in such a form. */
    proof?: string;
    /** Set where a form with files was sent to a route that takes them. */
    received?: Received;
  };
}
