import type { Participant, Span } from '../proceedings/proceedings.ts';
import { longestList, participantsIn } from './people.ts';

/** "Animateur :", "**Animatrice(s)** :", "Intervenant(e)s:", "Intervenant·e·s :". */
const label =
  /^[ \t]*(?:\*\*|__)?(animat(?:eur|rice)|intervenant)(?:\(?[·.-]?(?:rice|es?|s)\)?){0,3}(?:\*\*|__)?\s*:(?:\*\*|__)?/i;

/** Whether a line opens with the label of a list of chairs or panellists. */
export function isParticipantsLabel(line: string): boolean {
  return label.test(line.slice(0, 80));
}

/** Whether the label stands alone, so that the people follow on the next lines. */
export function isBareParticipantsLabel(line: string): boolean {
  return isParticipantsLabel(line) && line.slice(0, 80).replace(label, '').trim() === '' && line.length <= 80;
}

/** The people of a labelled slice of a file's text; empty where it lists nobody, and is prose after all. */
export function labelledParticipants(text: string, span: Span): Participant[] {
  const slice = text.slice(span.start, Math.min(span.end, span.start + longestList + 1));
  const match = label.exec(slice.slice(0, 80));
  if (!match || slice.length > longestList) return [];
  const part = match[1]?.toLowerCase() === 'intervenant' ? 'panellist' : 'chair';
  return participantsIn(text, { start: span.start + match[0].length, end: span.end }, part);
}
