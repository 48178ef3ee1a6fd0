import type { IncomingMessage } from 'node:http';
import type { Args } from './method.ts';
import { isObject } from './json-walk.ts';

/** Arguments that the SDK sends as JSON inside a form. */
const structured = new Set(['blocks', 'attachments', 'view', 'metadata', 'prompts', 'loading_messages', 'chunks']);

/** A request's whole body as text. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
}

/** The arguments in a body, form or JSON; null where it is neither, which Slack calls `invalid_post_type`. */
export function decodeArgs(contentType: string | undefined, body: string): Args | null {
  if (contentType?.startsWith('application/json')) {
    const parsed = parseJson(body);
    return isObject(parsed) ? parsed : null;
  }
  if (body !== '' && !contentType?.startsWith('application/x-www-form-urlencoded')) return null;
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([name, value]) => [
      name,
      structured.has(name) ? (parseJson(value) ?? value) : value,
    ]),
  );
}

/** A JSON value; undefined where the text is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
