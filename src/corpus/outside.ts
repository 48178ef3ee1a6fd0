import { lstat, realpath } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';
import type { Finding } from '../proceedings/finding.ts';

/**
 * Whether a path is a link to something outside a folder. Who may write into the folder could otherwise have any text of
 * the machine read out as an answer.
 *
 * @throws where the link leads nowhere, or back to itself.
 */
export async function leadsOut(path: string, folder: string): Promise<boolean> {
  if (!(await lstat(path)).isSymbolicLink()) return false;
  const way = relative(await realpath(folder), await realpath(path));
  return way.split(sep, 1)[0] === '..' || isAbsolute(way);
}

/** The finding for such a link. */
export function outsideLink(file: string): Finding {
  const remedy = 'copy what it leads to into the folder, or remove the link';
  return { file, line: 1, severity: 'error', message: 'is a link that leads out of the corpus folder', remedy };
}
