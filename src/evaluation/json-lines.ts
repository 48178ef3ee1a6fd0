import type * as z from 'zod';
import { EvaluationError } from '../errors.ts';

/**
 * The objects of a text with one JSON object a line, each with its 1-based line; empty lines are passed over.
 *
 * @throws EvaluationError that names `file`, line and the key that is wrong.
 */
export function parseJsonLines<T>(file: string, text: string, shape: z.ZodType<T>): { value: T; line: number }[] {
  return text.split('\n').flatMap((written, index) => {
    if (written.trim() === '') return [];
    const line = index + 1;
    const result = shape.safeParse(parseJson(written, `${file}:${line}`));
    if (result.success) return [{ value: result.data, line }];
    const [issue] = result.error.issues;
    throw new EvaluationError(`${file}:${line}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`, {
      hint: 'see the form in greffier eval --help',
    });
  });
}

/**
 * The value of a JSON text.
 *
 * @throws EvaluationError that names `where` it stands.
 */
export function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new EvaluationError(`${where}: not JSON`, { cause, hint: 'write one JSON object' });
  }
}
