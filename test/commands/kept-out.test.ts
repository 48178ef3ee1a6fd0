import { expect, it } from 'vitest';
import { createFindingsTeller } from '../../src/commands/kept-out.ts';
import type { Finding } from '../../src/proceedings/finding.ts';

const finding = (file: string, severity: Finding['severity'] = 'error'): Finding => ({
  file,
  line: 2,
  severity,
  message: 'is wrong',
  remedy: 'mend it',
});

it('counts files at the start, and tells only what is new after a change', () => {
  const told: string[] = [];
  const tell = createFindingsTeller('actes', (line) => told.push(line));
  tell([finding('a.md'), finding('a.md'), finding('b.md', 'warning'), finding('lexicon.yaml')]);
  expect(told.splice(0)).toEqual(['2 files are kept out: run greffier check --corpus "actes"']);
  tell([finding('a.md'), finding('c.md'), finding('d.md', 'warning')]);
  expect(told.splice(0)).toEqual(['c.md:2: error: is wrong (mend it)', 'd.md:2: warning: is wrong (mend it)']);
  tell([finding('a.md')]);
  tell([]);
  expect(told).toEqual([]);
});

it('is silent at a start without errors', () => {
  const told: string[] = [];
  createFindingsTeller('actes', (line) => told.push(line))([finding('b.md', 'warning')]);
  expect(told).toEqual([]);
});
