import * as z from 'zod';
import type { Corpus } from '../../proceedings/proceedings.ts';
import { createBoundedMap } from '../../store/bounded-map.ts';
import type { Channels } from '../../store/store.ts';

/** What one field holds that this version cannot read counts as not set: the others stand. */
const channelSettings = z
  .object({
    /** Whether the bot answers mentions only, or also messages that end with a question mark. */
    listens: z.enum(['mentions', 'questions']).catch('mentions'),
    /** Whether answers come in a thread for everybody, or to the asker alone. */
    answers: z.enum(['thread', 'ephemeral']).catch('thread'),
    /** Names of the only files that are searched, where `*` stands for any characters; null for all files. */
    files: z.array(z.string()).readonly().nullable().catch(null),
  })
  .readonly();

/** How the bot behaves in one channel. */
export type ChannelSettings = z.infer<typeof channelSettings>;

/** Those of a channel that nobody has set. */
export const usualSettings: ChannelSettings = { listens: 'mentions', answers: 'thread', files: null };

/**
 * In place of those that cannot be read and were never read by this process: a scope may be set, so nothing is consulted. Told
 * apart by identity.
 */
export const unreadSettings: ChannelSettings = { ...usualSettings, files: [] };

/** The settings of channels. */
export interface SettingsBook {
  /**
   * As they stand in the store at this moment; where it does not answer, as they were last read here. A channel that had none when
   * all were read at the start has the usual ones then. Where all could not be read: `unreadSettings`, unless the database was
   * never open since the start; without a store, channels are answered from all files.
   */
  of(channel: string): Promise<ChannelSettings>;
  /** @throws StoreError where they cannot be kept. */
  change(channel: string, settings: ChannelSettings): Promise<void>;
}

const day = 24 * 60 * 60 * 1000;
/** Channels whose settings are remembered for when the store is out of reach: a scope must not open because of that. */
const mostRemembered = 2_000;

/** Settings in the store's `channels`; `everOpen` says whether that has been open at any time since the start. */
export function createSettingsBook(channels: Channels, everOpen: () => boolean): SettingsBook {
  const last = createBoundedMap<ChannelSettings>({ most: mostRemembered, ttl: day, clock: Date.now });
  let known = false;
  const readAll = async (): Promise<void> => {
    for (const [channel, settings] of await channels.all()) last.set(channel, readSettings(settings));
    known = true;
  };
  readAll().catch(() => undefined); // the store says why
  return {
    async of(channel) {
      try {
        const settings = readSettings(await channels.read(channel));
        last.set(channel, settings);
        return settings;
      } catch {
        return last.get(channel) ?? (everOpen() && !known ? unreadSettings : usualSettings); // the store says why
      }
    },
    change: (channel, settings) => channels.write(channel, JSON.stringify(settings), Date.now()),
  };
}

function readSettings(json: string | null): ChannelSettings {
  if (json === null) return usualSettings;
  try {
    return channelSettings.parse(JSON.parse(json));
  } catch {
    return usualSettings;
  }
}

/** The files of a corpus that settings let through, in its order. */
export function filesWithin(corpus: Corpus, patterns: readonly string[]): readonly string[] {
  return corpus.proceedings.map(({ file }) => file).filter((file) => patterns.some((pattern) => fits(file, pattern)));
}

/** Whether a name is that of a pattern, in which `*` stands for any characters. */
export function fits(name: string, pattern: string): boolean {
  const [head = '', ...others] = pattern.split('*');
  const tail = others.pop();
  if (tail === undefined) return name === pattern;
  let at = head.length;
  for (const part of others) {
    const found = name.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return name.startsWith(head) && name.endsWith(tail) && name.length - tail.length >= at;
}
