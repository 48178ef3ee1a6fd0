import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { IntentError } from '../errors.ts';
import { compileIntent, type Intent } from './intent.ts';
import { type IntentFile, parseIntentFile } from './intent-file.ts';
import { createIntents } from './create-intents.ts';
import type { Intents } from './matcher.ts';

/** Largest intents file, in bytes. */
const largest = 256 * 1024;

/**
 * Loads and checks every `*.yaml` (or `.yml`) file of a folder; a file's name is the name of its intent.
 *
 * @throws IntentError naming file, line and remedy: an unreadable folder or file, a fault in one, an example in two.
 */
export function loadIntents(folder: string): Intents {
  const names = listFolder(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .toSorted();
  if (names.length === 0)
    throw new IntentError(`${folder}: no intents`, { hint: 'add the *.yaml files of the repository' });
  const files = names.map((name) => readIntentFile(folder, name));
  const intents = files.map(compileIntent);
  refuseDoubles(intents);
  return createIntents(intents);
}

function listFolder(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    throw new IntentError(`${folder}: cannot be read`, {
      cause: error,
      hint: 'give the folder that holds the intents',
    });
  }
}

function readIntentFile(folder: string, file: string): IntentFile {
  const path = `${basename(folder)}/${file}`;
  const name = file.replace(/\.ya?ml$/, '');
  if (!/^[a-z][a-z0-9_]*$/.test(name))
    throw new IntentError(`${path}: the file's name is the intent's name`, {
      hint: 'use a-z, 0-9 and _, starting with a letter',
    });
  return parseIntentFile(path, name, readText(join(folder, file), path));
}

function readText(file: string, path: string): string {
  try {
    if (statSync(file).size > largest)
      throw new IntentError(`${path}: larger than ${largest / 1024} kB`, { hint: 'keep intents short' });
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    if (error instanceof IntentError) throw error;
    throw new IntentError(`${path}: cannot be read as UTF-8 text`, { cause: error, hint: 'save it as UTF-8' });
  }
}

/** The same message in two intents would leave the choice to chance. */
function refuseDoubles(intents: readonly Intent[]): void {
  const seen = new Map<string, string>();
  for (const { name, examples } of intents) {
    for (const { words, whole, fault } of examples) {
      const key = words.join(' ');
      const owner = seen.get(key);
      if (whole && owner !== undefined && owner !== name)
        throw fault(`the example "${key}" is also in ${owner}.yaml`, 'keep it in one of them');
      if (whole) seen.set(key, name);
    }
  }
}
