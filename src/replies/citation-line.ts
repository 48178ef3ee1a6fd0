import type { Citation } from '../proceedings/answer.ts';
import type { Language } from '../proceedings/proceedings.ts';
import { longDate } from './long-date.ts';

/**
 * Where an excerpt stands, on one line: speaker and role (only where the file says that they speak), title, date,
 * section, file and line, address of the original.
 */
export function citationLine(citation: Citation, language: Language): string {
  const { speaker, role, title, date, section, file, line, url } = citation;
  const parts = [
    speaker === null || role === null ? speaker : `${speaker}, ${role}`,
    title,
    date === null ? null : longDate(date, language),
    section.length === 0 ? null : section.join(' › '),
    `${file}:${line}`,
    url,
  ];
  return parts.filter((part) => part !== null).join(' · ');
}
