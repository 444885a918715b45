import type { Query } from './engines.ts';
import { randomNumbers } from './random.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** Each query with one slip of a finger in one word of five letters or more; those without such a word are left out. */
export function withTypos(queries: readonly Query[]): Query[] {
  const next = randomNumbers(2);
  const pick = (count: number) => Math.floor(next() * count);
  return queries.flatMap(({ query, right }) => {
    const words = query.split(/(\s+)/);
    const long = [...words.keys()].filter((at) => /^[a-z]{5,}$/i.test(words[at] ?? ''));
    if (long.length === 0) return [];
    const chosen = long[pick(long.length)] ?? 0;
    const typed = words.map((word, at) => (at === chosen ? slip(word, pick) : word)).join('');
    return [{ kind: 'one typo', query: typed, right }];
  });
}

/** One letter left out, two swapped, one wrong or one too many; never the first. */
function slip(word: string, pick: (count: number) => number): string {
  const at = 1 + pick(word.length - 2);
  const letter = letters[pick(letters.length)] ?? 'a';
  const [before, own, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
  const swapped = before + after.charAt(0) + own + after.slice(1);
  const kinds = [before + after, swapped, before + letter + after, before + letter + own + after];
  const typed = kinds[pick(kinds.length)] ?? word;
  return typed === word ? before + after : typed;
}

/** Each query as somebody would put it who writes to a person. */
export function asSentences(queries: readonly Query[], language: 'ja' | 'en'): Query[] {
  return queries.map(({ query, right }, index) => {
    const frames = language === 'ja' ? japaneseFrames(query) : englishFrames(query);
    const words = language === 'ja' ? query.replace(/[？?。！!]+$/u, '') : lowered(query);
    return { kind: 'as a sentence', query: (frames[index % frames.length] ?? '…').replace('…', () => words), right };
  });
}

const verb =
  /^(add|build|change|check|configur|connect|creat|customi[sz]e|defin|deploy|disabl|display|enabl|extend|fetch|get|handl|import|includ|install|integrat|load|mak|migrat|pass|publish|query|remov|render|replac|return|run|set|shar|start|stor|styl|test|updat|upgrad|us|write)e?$/i;

function englishFrames(heading: string): string[] {
  const [first = ''] = heading.split(' ');
  if (/^(what|how|why|when|where|which|can|do|does|is|should)$/i.test(first)) return ['…?'];
  if (verb.test(first)) return ['how do I …?', 'I want to …', 'can you show me how to …?'];
  if (/ing$/i.test(first)) return ['can you help me with …?', 'I have a question about …'];
  return ['what is …?', 'tell me about …', 'where can I read about …?'];
}

/** Only a capital that begins an ordinary word goes. */
function lowered(heading: string): string {
  const text = heading.replace(/[?!.:]+$/, '');
  return /^[A-Z][a-z]+\b/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function japaneseFrames(heading: string): string[] {
  if (/[？?]$/u.test(heading)) return ['…？'];
  if (/[うくすつぶむる]$/u.test(heading)) return ['…にはどうすればいいですか', '…方法を教えてください'];
  if (
    /(?:作成|追加|設定|削除|変更|取得|更新|使用|利用|実行|構築|導入|移行|有効化|無効化|インストール|デプロイ)$/u.test(
      heading,
    )
  )
    return ['…のやり方を教えてください', '…はどうやるのですか'];
  return ['…について教えてください', '…について知りたいのですが', '…とは何ですか'];
}
