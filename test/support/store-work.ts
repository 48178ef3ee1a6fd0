// What a process of store-process.ts does: write until it is killed, or claim events beside others.
import { writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { openStore, type StorePlace } from '../../src/store/open-store.ts';

/** How many events there are to claim. */
const events = 300;
/** How many it asks for at once. */
const batch = 20;

const [work, place, name = ''] = process.argv.slice(2);
const store = await openStore(JSON.parse(place ?? '') as StorePlace);
const now = Date.now();
const acknowledge = (line: string): number => writeSync(1, `${line}\n`);

if (work === 'write') {
  for (let number = 0; ; number += 1) {
    const id = `${name}-${number}`;
    if (await store.threads.write(id, 'U1', { memory: id, version: 0 }, now)) acknowledge(id);
  }
}
// Neither begins before the other is there.
await store.channels.write(name, 'ready', now);
for (const other of ['A', 'B']) while ((await store.channels.read(other)) === null) await wait(5);
for (let first = 0; first < events; first += batch) {
  const numbers = Array.from({ length: batch }, (_, index) => first + index);
  // From both ends of a batch, so that they meet in each.
  if (name === 'B') numbers.reverse();
  await Promise.all(
    numbers.map(async (number) => {
      const state = await store.claims.take(`e${number}`, name, { now, until: now + 60_000 });
      if (state === 'taken') acknowledge(`e${number}`);
    }),
  );
}
await store.close();
