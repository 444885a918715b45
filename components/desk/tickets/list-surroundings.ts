import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { apiClient } from '../../../api/client.ts';
import type { Colleagues, SavedView, SavedViewInput, ViewCounts } from '../../../api/desk/contract.ts';

type Api = ReturnType<typeof apiClient>['api'];

/**
 * What stands around the list: how many tickets each view holds, who they can be given to, which views are saved. The
 * list does without what does not arrive; it comes with the next fetch.
 */
export class ListSurroundings implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #api: () => Api;
  counts: ViewCounts | null = null;
  colleagues: Colleagues | null = null;
  saved: readonly SavedView[] = [];
  #isComplete = false;

  constructor(host: ReactiveControllerHost, api: () => Api) {
    this.#host = host;
    this.#api = api;
    host.addController(this);
  }

  hostConnected(): void {
    this.#isComplete = false;
  }

  /** Fetches the numbers anew, and what has not arrived yet. */
  async fetch(): Promise<void> {
    const { desk } = this.#api();
    const isFirst = !this.#isComplete;
    const answers = await Promise.allSettled([
      desk.counts.$get().then(async (answer) => (this.counts = await answer.json())),
      isFirst && desk.colleagues.$get().then(async (answer) => (this.colleagues = await answer.json())),
      isFirst && desk.views.$get().then(async (answer) => (this.saved = (await answer.json()).views)),
    ]);
    this.#isComplete ||= answers.every(({ status }) => status === 'fulfilled');
    this.#host.requestUpdate();
  }

  /** Tags and people may be others after a change. */
  forget(): void {
    this.#isComplete = false;
  }

  async save(view: SavedViewInput): Promise<void> {
    const saved = await (await this.#api().desk.views.$post({ json: view })).json();
    this.saved = [...this.saved, saved];
    this.#host.requestUpdate();
  }

  async change(id: string, view: SavedViewInput): Promise<void> {
    const json = view;
    const changed = await (await this.#api().desk.views[':id'].$put({ param: { id }, json })).json();
    this.saved = this.saved.map((each) => (each.id === id ? changed : each));
    this.#host.requestUpdate();
  }

  async remove({ id }: SavedView): Promise<void> {
    await this.#api().desk.views[':id'].$delete({ param: { id } });
    this.saved = this.saved.filter((view) => view.id !== id);
    this.#host.requestUpdate();
  }
}
