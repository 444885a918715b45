import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { TokenizerBuilder } from '@patdx/kuromoji';
import NodeDictionaryLoader from '@patdx/kuromoji/node';
import { foldKana, normalise } from '../../components/search/core/normalise.ts';

/** How many other spellings of one sound go into the index, the most common first. */
const mostHomophones = 4;
/** Dictionary words rarer than this are nobody's slip of the input method. */
const rarest = 9000;
const kanji = /[一-龠々]/;

/**
 * How the words of some Japanese texts are read, in hiragana, and with them the common words that sound the same: who
 * writes 補償 for 保証 or 領収所 for 領収書 is understood. From the IPADIC dictionary, at build time only.
 */
export async function readingsOf(texts: readonly string[]): Promise<Record<string, string>> {
  if (texts.length === 0) return {};
  const tokenizer = await openDictionary();
  const words = new Map<string, { sound: string; isNoun: boolean }>();
  for (const text of texts) {
    for (const { surface_form: word, reading, pos } of tokenizer.tokenize(normalise(text))) {
      if (reading && reading !== '*' && kanji.test(word)) words.set(word, { sound: reading, isNoun: pos === '名詞' });
    }
  }
  const readings = new Map([...words].map(([word, { sound }]) => [word, foldKana(sound)]));
  const nounSounds = new Set([...words.values()].filter(({ isNoun }) => isNoun).map(({ sound }) => sound));
  for (const [sound, homophones] of homophonesOf(tokenizer.token_info_dictionary, nounSounds)) {
    for (const word of homophones) if (!readings.has(word)) readings.set(word, foldKana(sound));
  }
  // By sound: what repeats is compressed the better, the nearer it stands.
  return Object.fromEntries(
    [...readings].sort((one, other) => (`${one[1]} ${one[0]}` < `${other[1]} ${other[0]}` ? -1 : 1)),
  );
}

type Tokenizer = Awaited<ReturnType<TokenizerBuilder['build']>>;

let opened: Promise<Tokenizer> | null = null;

/** Unpacks the dictionary, once: 100 MB, and most of the work when there are few texts. */
export function openDictionary(): Promise<Tokenizer> {
  const folder = join(dirname(createRequire(import.meta.url).resolve('@patdx/kuromoji')), '../dict/');
  opened ??= new TokenizerBuilder({ loader: new NodeDictionaryLoader({ dic_path: folder }) }).build();
  return opened;
}

type Dictionary = Tokenizer['token_info_dictionary'];

/** For each sound, the common nouns with kanji that have it. */
function homophonesOf(dictionary: Dictionary, sounds: ReadonlySet<string>): Map<string, string[]> {
  const found = new Map<string, { word: string; cost: number }[]>();
  const featuresAt = featureReader(dictionary);
  for (const ids of Object.values(dictionary.target_map)) {
    for (const id of ids) {
      const cost = dictionary.dictionary.getShort(id + 4);
      if (cost >= rarest) continue;
      const [word = '', pos, kind, , , , , , sound = ''] = featuresAt(id).split(',');
      if (pos !== '名詞' || kind === '固有名詞' || !sounds.has(sound) || !kanji.test(word)) continue;
      const words = found.get(sound) ?? [];
      words.push({ word, cost });
      found.set(sound, words);
    }
  }
  return new Map(
    [...found].map(([sound, words]) => [
      sound,
      words
        .sort((one, other) => one.cost - other.cost)
        .slice(0, mostHomophones)
        .map(({ word }) => word),
    ]),
  );
}

/** What the dictionary says of a word, read at once: its own reader takes each letter apart, for 400,000 words. */
function featureReader({ dictionary, pos_buffer: features }: Dictionary): (id: number) => string {
  const { buffer, byteOffset, byteLength } = features.buffer;
  const bytes = Buffer.from(buffer, byteOffset, byteLength);
  return (id) => {
    const start = dictionary.getInt(id + 6);
    return bytes.toString('utf8', start, bytes.indexOf(0, start));
  };
}
