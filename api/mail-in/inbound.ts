import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { Env } from '../http/env.ts';
import { mediaType } from '../http/media-type.ts';
import { Problem } from '../problem.ts';
import { digestIn, isSigned } from './signature.ts';
import { takeIn, type TakenIn } from './take-in.ts';

/**
 * Takes in the raw mail of a request, once it is certain who sends it and while it arrives.
 * Throws `not-found` where nobody may, `wrong-signature`, `unsupported-media-type`, `malformed-body`, `body-too-large`.
 */
export async function takeInFrom(c: Context<Env>): Promise<TakenIn> {
  const services = c.get('services');
  const { secret } = services.mailIn;
  if (secret === null) throw new Problem('not-found');
  const contentDigest = c.req.header('Content-Digest') ?? '';
  const digest = digestIn(contentDigest);
  const signature = c.req.header('Mado-Signature') ?? '';
  if (digest === null || !isSigned(secret, services.clock(), signature, contentDigest)) {
    throw new Problem('wrong-signature');
  }
  if (mediaType(c) !== 'message/rfc822') throw new Problem('unsupported-media-type');
  const { body } = c.req.raw;
  if (!body) throw new Problem('malformed-body');
  return takeIn(services, checked(body, digest));
}

/** What arrives. Throws `malformed-body` at its end when it is not what was signed. */
async function* checked(body: ReadableStream<Uint8Array>, digest: string): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of body) {
      hash.update(chunk);
      yield chunk;
    }
  } catch {
    throw new Problem('malformed-body');
  }
  if (hash.digest('hex') !== digest) throw new Problem('malformed-body');
}
