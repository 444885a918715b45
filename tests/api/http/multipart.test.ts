import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundaryOf, MultipartError, MultipartTooLarge, partsOf } from '../../../api/http/multipart.ts';

async function readAll(body: AsyncIterable<Uint8Array>, boundary: string, mostBytes = 1_000_000) {
  const parts: { name: string; fileName: string | null; content: string }[] = [];
  for await (const { name, fileName, content } of partsOf(body, boundary, mostBytes)) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of content) chunks.push(Uint8Array.from(chunk));
    parts.push({ name, fileName, content: Buffer.concat(chunks).toString('latin1') });
  }
  return parts;
}

/** A body that arrives in pieces of these sizes, again and again. */
async function* inPieces(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  for (let from = 0, index = 0; from < bytes.length; index += 1) {
    const size = sizes[index % sizes.length] ?? 1;
    yield bytes.subarray(from, from + size);
    from += size;
  }
}

const content = fc.oneof(
  fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
  fc.array(fc.constantFrom('\r\n', '--', '\r', '\n', '-', 'x', '--x'), { maxLength: 40 }).map((some) => some.join('')),
);

describe('a form with files', () => {
  it('is read as the platform reads it, in whatever pieces it arrives', async () => {
    const entry = fc.record({
      name: fc.string({ minLength: 1 }),
      fileName: fc.option(fc.string({ minLength: 1 })),
      content,
    });
    const sizes = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 6 }), sizes, async (entries, sizes) => {
        const form = new FormData();
        for (const { name, fileName, content } of entries) {
          const file = new Blob([Buffer.from(content, 'latin1')]);
          form.append(name, file, fileName ?? 'blob');
        }
        const request = new Request('http://localhost', { method: 'POST', body: form });
        const boundary = boundaryOf(request.headers.get('Content-Type') ?? '') ?? '';
        const bytes = Buffer.from(await request.clone().arrayBuffer());
        const expected = await Promise.all(
          [...(await request.formData()).entries()].map(async ([name, value]) => ({
            name,
            fileName: value instanceof File ? value.name : null,
            content: Buffer.from(await new Response(value).arrayBuffer()).toString('latin1'),
          })),
        );
        expect(await readAll(inPieces(bytes, sizes), boundary)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('is refused or read, and never hangs, whatever it is', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '--x',
        '\r\n',
        '--',
        'Content-Disposition: form-data; name="a"',
        '\r\n\r\n',
        'a',
        '; filename="b',
      ),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
        const read = readAll(inPieces(Buffer.from(pieces.join('')), [7, 1, 3]), 'x');
        await read.catch((error: unknown) => expect(error).toBeInstanceOf(MultipartError));
      }),
      { numRuns: 500 },
    );
  });

  it('ends where it is too long', async () => {
    const head = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n';
    const body = Buffer.from(`${head}${'y'.repeat(5000)}\r\n--x--`);
    expect(await readAll(inPieces(body, [100]), 'x', 6000)).toHaveLength(1);
    await expect(readAll(inPieces(body, [100]), 'x', 3000)).rejects.toBeInstanceOf(MultipartTooLarge);
  });

  it.each([
    ['multipart/form-data; boundary=abc', 'abc'],
    ['multipart/form-data; charset=utf-8; boundary="a b"', 'a b'],
    ['multipart/form-data', null],
    [`multipart/form-data; boundary=${'a'.repeat(71)}`, null],
  ])('says its boundary: %s', (type, boundary) => {
    expect(boundaryOf(type)).toBe(boundary);
  });
});
