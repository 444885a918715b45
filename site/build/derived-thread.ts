import { parentPort, workerData } from 'node:worker_threads';
import { type Derivation, DerivedFiles, type PageOfText } from './derived.ts';
import { readAhead } from './kept-readings.ts';

/*
 * The thread of `DerivingThread`: takes pages one after the other, in the order they come, until there are no more. An
 * error ends it and is thrown over there.
 */

const derivation = workerData as Derivation;
const port = parentPort;
if (!port) throw new Error('This is no thread');

/** What it is told: the next page, that there are no more, or to leave everything as it is. */
export type Order = PageOfText | 'finish' | 'stop';

const waiting: Order[] = [];
let wake: () => void = () => undefined;
port.on('message', (order: Order) => {
  if (order === 'stop') waiting.unshift(order);
  else waiting.push(order);
  wake();
});

await readAhead(derivation.root);
const files = await DerivedFiles.open(derivation);
try {
  let order = await next();
  for (; typeof order !== 'string'; order = await next()) await files.add(order);
  if (order === 'finish') await files.finish();
} finally {
  await files.close();
  port.close();
}

async function next(): Promise<Order> {
  for (;;) {
    const order = waiting.shift();
    if (order !== undefined) return order;
    await new Promise<void>((resolve) => (wake = resolve));
  }
}
