import { writeFile } from 'node:fs/promises';
import type { Objection, Submission } from '../../../api/moderation/reviewer.ts';
import { firstObjection } from '../../../api/moderation/reviewers.ts';
import { startModelFile } from '../../../api/moderation/reviewers/start-model.ts';
import { type Language, languages } from '../../../content/schema/languages.ts';
import { type BenchPost, halvesOf } from './halves.ts';
import { kindOf } from './kinds.ts';
import { makeStartModel } from './make-start-model.ts';
import { sampleServices } from './sample-services.ts';

/*
 * What becomes of spam and of honest posts on a new portal, of the half that nothing was learnt or chosen on. With `make`,
 * the start model is made anew of the other half.
 */

const wanted = { refused: 0, first: 0.7, established: 0.95, spam: 0.95 };
const { services, close } = await sampleServices();
if (process.argv.includes('make')) await writeFile(startModelFile, await makeStartModel(services));
else await measure();
await close();

interface Outcome {
  post: BenchPost;
  objection: Objection | null;
}

async function measure(): Promise<void> {
  const reached: boolean[] = [];
  for (const language of languages) {
    const spam = (await halvesOf(language, 'spam')).held;
    const honest = (await halvesOf(language, 'honest')).held;
    for (const isTimed of [true, false]) {
      say(`\n${language}, ${isTimed ? 'as typed' : 'typing time ignored'}`);
      const outcomes = {
        spam: await outcomesOf(spam, language, isTimed),
        honest: await outcomesOf(honest, language, isTimed),
      };
      const good = sayFigures(outcomes);
      if (isTimed) reached.push(good);
      if (isTimed) sayKinds(outcomes);
    }
  }
  await saySpeed();
  say(reached.every(Boolean) ? '\nEvery aim is reached.' : '\nNot every aim is reached.');
}

function sayFigures({ spam, honest }: Record<'spam' | 'honest', Outcome[]>): boolean {
  const refused = honest.filter(({ objection }) => objection?.verdict === 'refuse').length;
  const by = (author: BenchPost['author']) => honest.filter(({ post }) => post.author === author);
  const figures = { first: appeared(by('first')), established: appeared(by('established')), spam: 1 - appeared(spam) };
  say(`  honest posts refused                    ${refused} of ${honest.length}`);
  say(`  honest first posts that appear          ${percent(figures.first)} of ${by('first').length}`);
  say(`  honest posts of members that appear     ${percent(figures.established)} of ${by('established').length}`);
  say(`  spam that is stopped                    ${percent(figures.spam)} of ${spam.length}`);
  say(
    `    of it, spam of members                ${percent(1 - appeared(spam.filter(({ post }) => post.author === 'established')))}`,
  );
  say(`  spam stopped by                         ${tally(spam, reasonOf)}`);
  say(
    `  honest first posts queued by            ${tally(
      by('first').filter(({ objection }) => objection),
      reasonOf,
    )}`,
  );
  say(
    `  honest posts of members queued by       ${tally(
      by('established').filter(({ objection }) => objection),
      reasonOf,
    )}`,
  );
  return (
    refused <= wanted.refused &&
    figures.first >= wanted.first &&
    figures.established >= wanted.established &&
    figures.spam >= wanted.spam
  );
}

function sayKinds({ spam, honest }: Record<'spam' | 'honest', Outcome[]>): void {
  for (const [name, outcomes] of [
    ['spam stopped', spam],
    ['honest posts that appear', honest],
  ] as const) {
    say(`  ${name}, by kind of case`);
    for (const [kind, of] of Map.groupBy(outcomes, ({ post }) => kindOf(post))) {
      const done = of.filter(({ objection }) => (objection === null) === (outcomes === honest)).length;
      say(`    ${kind.padEnd(36)}  ${done} of ${of.length}`);
    }
  }
}

function appeared(outcomes: Outcome[]): number {
  return outcomes.filter(({ objection }) => objection === null).length / outcomes.length;
}

function reasonOf({ objection }: Outcome): string {
  return objection?.reason ?? 'nothing';
}

function tally(outcomes: Outcome[], of: (outcome: Outcome) => string): string {
  const groups = [...Map.groupBy(outcomes, of)].map(([name, all]) => `${name} ${all.length}`);
  return groups.join(', ') || 'nothing';
}

async function outcomesOf(posts: BenchPost[], language: Language, isTimed: boolean): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const post of posts) {
    outcomes.push({ post, objection: await firstObjection(services, submissionOf(post, language, isTimed)) });
  }
  return outcomes;
}

/** A newcomer with their first post, or the least that counts as known. */
function submissionOf(post: BenchPost, language: Language, isTimed: boolean): Submission {
  const isKnown = post.author === 'established';
  return {
    postId: post.id,
    language,
    board: 'shoes',
    kind: post.kind,
    title: post.title,
    body: post.body,
    secondsTyping: isTimed ? post.secondsTyping : null,
    isEdit: false,
    author: {
      accountId: post.id,
      isStaff: false,
      level: isKnown ? 1 : 0,
      posts: isKnown ? 12 : 0,
      postsRefused: 0,
      ageMs: isKnown ? 90 * 86_400_000 : 600_000,
      silencedUntil: null,
    },
  };
}

/** How long all reviewers take together, for posts as they are and for the longest that there may be. */
async function saySpeed(): Promise<void> {
  say('');
  for (const language of languages) {
    const { held } = await halvesOf(language, 'honest');
    const longest = held.map((post) => ({ ...post, body: `${post.body}\n`.repeat(200).slice(0, 20_000) }));
    for (const [name, posts] of [
      ['posts', held],
      ['posts of 20,000 characters', longest],
    ] as const) {
      const times: number[] = [];
      for (const post of posts) {
        const started = performance.now();
        await firstObjection(services, submissionOf({ ...post, author: 'established' }, language, true));
        times.push(performance.now() - started);
      }
      times.sort((one, other) => one - other);
      const at = (share: number) => `${(times[Math.floor(times.length * share)] ?? 0).toFixed(1)} ms`;
      say(`${language}, ${name}: p50 ${at(0.5)}, p95 ${at(0.95)}`);
    }
  }
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
