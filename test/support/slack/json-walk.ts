import type { z } from 'zod';

/** A JSON object, not an array. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Calls `visit` on a JSON value and everything inside it, with paths as `blocks[0].text.text`. */
export function walk(value: unknown, path: string, visit: (value: unknown, path: string) => void): void {
  visit(value, path);
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) walk(item, `${path}[${index}]`, visit);
  } else if (isObject(value)) {
    for (const [key, item] of Object.entries(value)) walk(item, `${path}.${key}`, visit);
  }
}

/** One breach an issue, with the place in `root`'s own words; `slackError` is Slack's answer to all of them. */
export function describeIssues<E>(
  error: z.ZodError,
  root: unknown,
  rootName: string,
  slackError: E,
): { where: string; what: string; error: E }[] {
  return error.issues.map((issue) => {
    const where = issue.path.reduce<string>(
      (path, key) => (typeof key === 'number' ? `${path}[${key}]` : `${path}.${String(key)}`),
      rootName,
    );
    return { where, what: describe(issue, valueAt(root, issue.path)), error: slackError };
  });
}

function describe(issue: z.core.$ZodIssue, value: unknown): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `unknown field ${issue.keys.map((key) => `"${key}"`).join(', ')}`;
    case 'invalid_type':
      return value === undefined ? 'required' : `not of type ${issue.expected}`;
    case 'too_big':
      return Array.isArray(value) ? `${value.length} items, at most ${issue.maximum}` : `at most ${issue.maximum}`;
    case 'too_small':
      return Array.isArray(value) ? `${value.length} items, at least ${issue.minimum}` : `at least ${issue.minimum}`;
    case 'invalid_value':
      return `${JSON.stringify(value)} is not one of ${issue.values.map((each) => JSON.stringify(each)).join(', ')}`;
    case 'invalid_union':
      return value === undefined ? 'required' : `${JSON.stringify(value)?.slice(0, 120)} does not belong here`;
    case 'invalid_format':
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      break;
  }
  return issue.message;
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    root,
  );
}
