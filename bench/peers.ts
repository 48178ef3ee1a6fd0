import { createRequire } from 'node:module';
import { join } from 'node:path';

/**
 * A package of bench/node_modules, loaded by name: Greffier's own packages do without them. `bench`: the folder.
 */
export function requirePeer(bench: string, name: string): unknown {
  return createRequire(join(bench, 'package.json'))(name);
}

/** The version of an installed package. */
export function peerVersion(bench: string, name: string): string {
  const { dependencies } = requirePeer(bench, './package.json') as { dependencies: Record<string, string> };
  return dependencies[name] ?? '';
}

/** Why a peer cannot be loaded, or null where it can. */
export function missingPeer(bench: string, ...names: readonly string[]): string | null {
  try {
    for (const name of names) requirePeer(bench, name);
    return null;
  } catch (error) {
    return `${names.join(', ')} cannot be loaded (npm ci --prefix bench): ${firstLine(error)}`;
  }
}

/** The first line of what went wrong. */
export function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message || error.name : String(error);
  return message.split('\n')[0] ?? '';
}
