import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { MemberStanding } from '../../../../api/moderation/contract.ts';
import type { Forum } from '../../../../content/schema/forum.ts';
import { AccountForm } from '../../../account/account-form.ts';
import '../../accounts/mado-confirm.ts';
import { dayText } from '../../customers/customer-parts.ts';
import { timeText } from '../../time-text.ts';
import '../mado-sanction-dialog.ts';
import { messages as queueTexts } from '../messages.ts';
import { ruleTitle } from '../rules.ts';
import { messages } from './messages.ts';

/**
 * What moderators know of a member: their level, what they posted and flagged, what they were sanctioned for; and setting
 * the level, sanctioning and lifting. Fetched by `memberId`, unless `standing` came with it.
 * @fires member-changed - with what was done, and the id of a sanction that can be lifted again; bubbles
 */
export class MadoMemberStanding extends AccountForm {
  static override properties: PropertyDeclarations = {
    forum: { attribute: false },
    memberId: { attribute: false },
    standing: { attribute: false },
    spoken: { attribute: false },
    known: { state: true },
    isSanctioning: { state: true },
  };

  /** The forum's rules; `null` where the portal has none. */
  declare forum: Forum | null;
  declare memberId: string;
  declare standing: MemberStanding | null;
  /** The language in which they write; that of the desk where it is not known. */
  declare spoken: 'ja' | 'en' | null;
  /** As it is after what was done here. */
  declare known: MemberStanding | null;
  declare isSanctioning: boolean;

  constructor() {
    super();
    this.forum = null;
    this.memberId = '';
    this.standing = null;
    this.spoken = null;
    this.known = null;
    this.isSanctioning = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('standing')) this.known = this.standing;
    if (!changed.has('memberId') || !this.memberId || this.standing) return;
    this.known = null;
    void this.attempt(() => this.#load());
  }

  async #load(): Promise<void> {
    const id = this.memberId;
    const standing = await (await this.api().moderation.members[':id'].$get({ param: { id } })).json();
    if (id === this.memberId) this.known = standing;
  }

  /** Opens the dialog about a sanction; `false` where there is nobody to sanction. */
  sanction(): boolean {
    if (!this.known || this.known.author.isStaff) return false;
    this.isSanctioning = true;
    return true;
  }

  #changed(standing: MemberStanding, text: string, sanction: string | null = null): void {
    this.known = standing;
    this.done = text;
    this.dispatchEvent(new CustomEvent('member-changed', { detail: { text, sanction }, bubbles: true }));
  }

  async #setLevel(event: SubmitEvent): Promise<void> {
    const { known } = this;
    if (!known) return;
    await this.send(event, async (text) => {
      const level = Number(text('level'));
      const json = { version: known.version, level, isFixed: text('fixed') === 'yes' };
      const answer = await this.api().moderation.members[':id'].level.$put({ param: { id: known.author.id }, json });
      const says = messages[this.language];
      const standing = await answer.json();
      queueMicrotask(() => this.#changed(standing, says.setDone(says.levels[standing.author.level as 0] ?? '')));
    });
  }

  async #lift(id: string): Promise<void> {
    let lifted: MemberStanding | null = null;
    const isDone = await this.attempt(async () => {
      lifted = await (await this.api().moderation.sanctions[':id'].$delete({ param: { id } })).json();
    });
    if (isDone && lifted) this.#changed(lifted, messages[this.language].liftDone);
    await this.updateComplete;
    if (isDone) this.querySelector<HTMLElement>('.member-sanctions')?.focus();
  }

  protected override render(): TemplateResult {
    const says = messages[this.language];
    const { known } = this;
    return html`<section class="member" aria-labelledby="member-title">
      <h3 id="member-title">${says.title}</h3>
      ${this.outcome()} ${known ? this.#known(known) : nothing}
    </section>`;
  }

  #known(standing: MemberStanding) {
    const says = messages[this.language];
    const { author } = standing;
    return html`<p class="member-name">
        ${author.name || queueTexts[this.language].noName}
        <a href=${`/${this.language}/forum/members/${author.id}/`} target="_blank" rel="noopener">${says.page}</a>
      </p>
      ${this.#limits(standing)} ${this.#facts(standing)}
      ${
        author.isStaff
          ? html`<p class="history-quiet">${says.staff}</p>`
          : html`${this.#sanctions(standing)} ${this.#level(standing)}`
      }
      ${
        this.isSanctioning
          ? html`<mado-sanction-dialog
              .language=${this.language}
              .timeZone=${this.timeZone}
              .forum=${this.forum}
              .standing=${standing}
              .spoken=${this.spoken ?? this.language}
              .sanctioned=${(changed: MemberStanding, text: string) => this.#changed(changed, text, changed.sanctions[0]?.id ?? null)}
              @dialog-ended=${() => (this.isSanctioning = false)}
            ></mado-sanction-dialog>`
          : nothing
      }`;
  }

  #when(at: number): string {
    return timeText(at, this.language, this.timeZone);
  }

  #limits({ silencedUntil, suspendedUntil }: MemberStanding) {
    const says = messages[this.language];
    return html`${suspendedUntil ? html`<p class="member-limit">${says.suspended(this.#when(suspendedUntil))}</p>` : nothing}
    ${silencedUntil ? html`<p class="member-limit">${says.silenced(this.#when(silencedUntil))}</p>` : nothing}`;
  }

  #facts({
    author,
    since,
    posts,
    postsRefused,
    flagsAgreed,
    flagsDisagreed,
    daysVisited,
    isLevelFixed,
  }: MemberStanding) {
    const says = messages[this.language];
    const level = says.levels[author.level as 0] ?? String(author.level);
    const facts: [string, string][] = [
      [says.facts.level, isLevelFixed ? `${level}・${says.fixed}` : level],
      [says.facts.posts, says.posts(posts)],
      [says.facts.refused, says.posts(postsRefused)],
      [says.facts.flags, says.flags(flagsAgreed, flagsDisagreed)],
      [says.facts.days, says.days(daysVisited)],
      [says.facts.since, dayText(since, this.language, this.timeZone)],
    ];
    return html`<dl class="member-facts">
      ${facts.map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>`;
  }

  #sanctions({ sanctions }: MemberStanding) {
    const says = messages[this.language];
    return html`<div class="member-sanctions" tabindex="-1">
      <h4>${says.sanctions}</h4>
      ${sanctions.length === 0 ? html`<p class="history-quiet">${says.noSanctions}</p>` : nothing}
      <ul>
        ${sanctions.map((given) => this.#given(given))}
      </ul>
      <p><button class="button" type="button" @click=${() => this.sanction()}>${says.sanction}</button></p>
    </div>`;
  }

  #given({ id, kind, rule, reason, until, by, liftedAt, createdAt }: MemberStanding['sanctions'][number]) {
    const says = messages[this.language];
    const isOver = until !== null && until <= Date.now();
    return html`<li>
      <p>
        <strong>${says.kinds[kind]}</strong> ${until === null ? nothing : says.until(this.#when(until))}
        <span class="history-quiet">${says.by(by, this.#when(createdAt))}</span>
      </p>
      <p>
        ${rule ? html`<span class="line-tag">${ruleTitle(this.forum?.rules ?? [], rule, this.language)}</span>` : nothing}
        ${reason}
      </p>
      ${
        liftedAt === null
          ? isOver
            ? nothing
            : html`<mado-confirm
                .language=${this.language}
                .text=${says.lift}
                .question=${says.liftAsk}
                @confirm=${() => this.#lift(id)}
              ></mado-confirm>`
          : html`<p class="history-quiet">${says.lifted(this.#when(liftedAt))}</p>`
      }
    </li>`;
  }

  #level({ author, isLevelFixed }: MemberStanding) {
    const says = messages[this.language];
    return html`<details class="member-level">
      <summary>${says.set}</summary>
      <form class="form" @submit=${(event: SubmitEvent) => this.#setLevel(event)}>
        <div class="field">
          <label for="member-level">${says.level}</label>
          <select id="member-level" name="level">
            ${says.levels.map((text, level) => html`<option value=${level} .selected=${level === author.level}>${text}</option>`)}
          </select>
        </div>
        <label class="member-keep"
          ><input
            type="checkbox"
            name="fixed"
            value="yes"
            .checked=${isLevelFixed}
            aria-describedby="member-keep-hint"
          />
          ${says.keep}</label
        >
        <p class="field-hint" id="member-keep-hint">${says.keepHint}</p>
        ${this.submitButton(says.set)}
      </form>
    </details>`;
  }
}

customElements.define('mado-member-standing', MadoMemberStanding);

declare global {
  interface HTMLElementTagNameMap {
    'mado-member-standing': MadoMemberStanding;
  }
}
