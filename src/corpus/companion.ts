import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Finding } from '../proceedings/finding.ts';
import { decodeText } from './decode.ts';
import { unreadable } from './files.ts';
import { leadsOut, outsideLink } from './outside.ts';

/**
 * The text of a file that may stand beside the proceedings (lexicon, questions), or why it cannot be read; null where
 * there is none. `file` names it in the finding.
 */
export async function readCompanion(
  path: string,
  file: string,
): Promise<{ readonly text: string } | { readonly fault: Finding } | null> {
  try {
    if (await leadsOut(path, dirname(path))) return { fault: outsideLink(file) };
    const decoded = decodeText(await readFile(path));
    return 'text' in decoded ? decoded : { fault: { file, severity: 'error', ...decoded.fault } };
  } catch (error) {
    return isMissing(error) ? null : { fault: unreadable(file, error) };
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
