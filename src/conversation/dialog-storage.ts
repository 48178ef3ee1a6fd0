import type { Storage, StoreItems } from 'botbuilder-core';
import { type Bounds, createBoundedMap } from '../store/bounded-map.ts';

/** Botkit's memory of open dialogs, with an expiry and a bound (its own MemoryStorage has neither). Copies in and out. */
export function createDialogStorage(bounds: Bounds): Storage {
  const items = createBoundedMap<string>(bounds);
  return {
    async read(keys) {
      const found: StoreItems = {};
      for (const key of keys) {
        const item = items.get(key);
        if (item !== undefined) found[key] = JSON.parse(item);
      }
      return found;
    },
    async write(changes) {
      for (const [key, item] of Object.entries(changes)) items.set(key, JSON.stringify(item));
    },
    async delete(keys) {
      for (const key of keys) items.delete(key);
    },
  };
}
