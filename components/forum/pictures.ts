import type { PostPicture } from '../../api/forum/contract.ts';
import type { Language } from '../../content/schema/languages.ts';
import { newKey } from '../base/new-key.ts';
import { messages } from './editor-messages.ts';

/** What the API takes with a post. */
export const mostPictures = 4;
const mostBytes = 10_485_760;

export type Picture = Pick<PostPicture, 'id' | 'url' | 'name'>;

/** A picture that is on its way. */
export interface Sending {
  name: string;
  bytes: number;
  sent: number;
}

interface Host {
  language: Language;
  onChange: () => void;
  announce: (text: string) => void;
}

/** The pictures of a post that is being written: each is uploaded as soon as it is chosen. */
export class Pictures {
  all: readonly Picture[] = [];
  sending: readonly Sending[] = [];
  /** Why some are not there. */
  problems: readonly string[] = [];
  #host: Host;

  constructor(host: Host) {
    this.#host = host;
  }

  get isSending(): boolean {
    return this.sending.length > 0;
  }

  async add(files: readonly File[]): Promise<void> {
    const says = messages[this.#host.language];
    const pictures = files.filter(({ type, size }) => type.startsWith('image/') && size <= mostBytes);
    const free = mostPictures - this.all.length - this.sending.length;
    this.#set({
      problems: [
        ...files.filter(({ type }) => !type.startsWith('image/')).map(({ name }) => says.notPicture(name)),
        ...files
          .filter(({ type, size }) => type.startsWith('image/') && size > mostBytes)
          .map(({ name }) => says.tooLarge(name)),
        ...(pictures.length > free ? [says.tooMany] : []),
      ],
    });
    await Promise.all(pictures.slice(0, Math.max(free, 0)).map(async (file) => this.#send(file)));
  }

  remove(picture: Picture): void {
    this.#set({ all: this.all.filter(({ id }) => id !== picture.id), problems: [] });
    this.#host.announce(messages[this.#host.language].removed(picture.name));
  }

  /** Leaves out what the API does not know any more, by the places that it names. */
  drop(places: readonly number[]): void {
    const left = this.all.filter((_, place) => !places.includes(place));
    this.#set({ all: left, problems: [messages[this.#host.language].gone] });
  }

  clear(): void {
    this.#set({ all: [], problems: [] });
  }

  /** Takes up those of a draft, or of a post that is edited: nothing has been done to them yet. */
  take(pictures: readonly Picture[]): void {
    this.all = pictures;
  }

  async #send(file: File): Promise<void> {
    const says = messages[this.#host.language];
    const mine: Sending = { name: file.name, bytes: file.size, sent: 0 };
    this.#set({ sending: [...this.sending, mine] });
    this.#host.announce(says.uploading(file.name));
    try {
      const { upload } = await import('../attachments/upload.ts');
      const picture = await upload<PostPicture>('/api/forum/pictures', {
        json: {},
        files: [file],
        key: newKey(),
        language: this.#host.language,
        onProgress: (sent) => {
          mine.sent = sent;
          this.#host.onChange();
        },
      });
      const { id, url, name } = picture;
      this.#set({ all: [...this.all, { id, url, name }] });
      this.#host.announce(says.added(file.name));
    } catch (error) {
      this.#set({ problems: [...this.problems, detailOf(error) ?? says.uploadFailed(file.name)] });
    } finally {
      this.#set({ sending: this.sending.filter((other) => other !== mine) });
    }
  }

  #set(changes: Partial<Pick<Pictures, 'all' | 'sending' | 'problems'>>): void {
    Object.assign(this, changes);
    this.#host.onChange();
  }
}

/** What the API has against a file, in its words. */
function detailOf(error: unknown): string | undefined {
  const { problem } = error as { problem?: { title: string; errors?: { detail: string }[] } };
  return problem?.errors?.[0]?.detail ?? problem?.title;
}
