import * as z from 'zod';
import type { Finding } from '../proceedings/finding.ts';
import { parseYaml } from '../yaml-document.ts';
import type { GoldQuestion } from './gold.ts';

const texts = z.union([
  z
    .string()
    .min(1)
    .transform((text) => [text]),
  z.array(z.string().min(1)).min(1),
]);

const common = {
  question: z.string().min(1),
  language: z.enum(['fr', 'en']).default('fr'),
  style: z.enum(['full', 'keywords', 'unaccented', 'typos']).default('full'),
  unsolved: z.literal(true).optional(),
};

const questionSchema = z.union(
  [
    z.strictObject({ ...common, quote: texts, answer: texts.optional() }),
    z.strictObject({ ...common, quote: texts, list: z.array(z.string().min(1)).min(2) }),
    z.strictObject({ ...common, unanswerable: z.literal(true) }),
  ],
  { error: 'needs question and quote (with answer or list), or question and unanswerable: true; no other keys' },
);

const fileSchema = z.strictObject({ questions: z.array(questionSchema) });

/** The file beside the proceedings that holds questions and what answers them. */
export const questionsFile = 'questions.yaml';

/** What was read of a questions file, and what is wrong with it; no questions where one is written wrong. */
export interface Questions {
  readonly questions: readonly GoldQuestion[];
  readonly findings: readonly Finding[];
}

/** Parses `questions.yaml`; its head describes the form. A question's id is its text. */
export function parseQuestions(text: string): Questions {
  const { document, value, errors, lineOf: lineOfNode } = parseYaml(text, { schema: 'core' });
  const [fault] = errors;
  if (fault) return { questions: [], findings: [finding(fault.line, `not YAML: ${fault.message}`, 'mend the line')] };
  const lineOf = (path: readonly (string | number)[]): number => lineOfNode(document.getIn(path, true));
  const result = fileSchema.safeParse(value);
  if (!result.success) {
    const findings = result.error.issues.map(({ path, message }) => {
      const place = path.filter((part) => typeof part !== 'symbol');
      return finding(
        lineOf(place),
        `${place.join(' / ') || 'the file'}: ${message}`,
        'write it like the ones around it',
      );
    });
    return { questions: [], findings };
  }
  const seen = new Set<string>();
  const findings: Finding[] = [];
  const questions = result.data.questions.flatMap((entry, index) => {
    const line = lineOf(['questions', index]);
    if (seen.has(entry.question)) findings.push(finding(line, `"${entry.question}" is asked twice`, 'remove one'));
    if (seen.has(entry.question)) return [];
    seen.add(entry.question);
    return [goldOf(entry, line)];
  });
  return { questions, findings };
}

function goldOf(entry: z.infer<typeof questionSchema>, line: number): GoldQuestion {
  const { question, language, style } = entry;
  const unsolved = entry.unsolved ?? false;
  const asked = { id: question, line, corpus: questionsFile, language, style, question, unsolved };
  if ('unanswerable' in entry)
    return { ...asked, type: 'unanswerable', places: [], answers: [], list: false, answerable: false };
  const list = 'list' in entry;
  return {
    ...asked,
    type: list ? 'list' : 'one answer',
    places: entry.quote.map((quote) => ({ file: null, quote })),
    answers: 'list' in entry ? entry.list : (entry.answer ?? []),
    list,
    answerable: true,
  };
}

function finding(line: number, message: string, remedy: string): Finding {
  return { file: questionsFile, line, severity: 'error', message, remedy };
}
