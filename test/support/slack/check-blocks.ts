import { z } from 'zod';
import { countCharacters } from './block-text.ts';
import { block, messageOnlyBlocks, view as viewShape } from './blocks.ts';
import { markdownHazards, markupHazards, mentionOf } from './markup.ts';
import { describeIssues, isObject, walk } from './json-walk.ts';

/** What a test allows beyond the rules. */
export interface CheckOptions {
  /** Mentions that may be live, written whole: `<@U1>`, `<#C1>`, `<!here>`. */
  readonly allow?: Iterable<string>;
}

/** One broken rule; `error` is Slack's answer to it, null where Slack would accept the call all the same. */
export interface Breach {
  readonly where: string;
  readonly what: string;
  readonly error: 'invalid_blocks' | 'msg_blocks_too_long' | 'msg_too_long' | 'no_text' | 'invalid_arguments' | null;
}

/** Above this, chat.update answers `msg_too_long`; elsewhere Slack recommends it as the most for `text`. */
export const maxText = 4000;
/** Above this, Slack cuts a text off. https://docs.slack.dev/reference/methods/chat.postMessage */
const maxPostedText = 40_000;
/**
 * The size of all blocks together, as JSON. Undocumented: refusals were seen from about 13,200 characters, and with
 * 11,341 characters of text in rich_text blocks, so that structure counts too (slackapi/bolt-js issues 2509, 2867).
 */
const maxMessage = 13_200;
const maxMarkdown = 12_000;
/** https://docs.slack.dev/reference/methods/views.open: `view_too_large`. */
const maxViewBytes = 250_000;

/** Every rule that a message breaks: the arguments of chat.* or the body sent to a response_url. */
export function checkMessage(payload: unknown, options: CheckOptions = {}): string[] {
  return inspectMessage(payload, options).map(sentence);
}

/** Every rule that a modal or home tab breaks. */
export function checkView(view: unknown, options: CheckOptions = {}): string[] {
  return inspectView(view, options).map(sentence);
}

/** The line that lists a breach. */
export function sentence(breach: Breach): string {
  return `${breach.where}: ${breach.what}`;
}

/** As `checkMessage`, with Slack's error for each breach. */
export function inspectMessage(payload: unknown, options: CheckOptions = {}): Breach[] {
  if (!isObject(payload)) return [{ where: 'message', what: 'not an object', error: 'invalid_arguments' }];
  const allowed = new Set(options.allow);
  return [
    ...inspectText(payload, allowed),
    ...(payload['blocks'] === undefined ? [] : inspectBlocks(payload['blocks'], 'blocks', allowed)),
    ...(payload['blocks'] === undefined ? [] : inspectWholeMessage(payload['blocks'])),
    ...[payload['attachments'] ?? []].flat().flatMap((attachment, index) => {
      const where = `attachments[${index}]`;
      if (!isObject(attachment)) return [{ where, what: 'not an object', error: 'invalid_blocks' as const }];
      return attachment['blocks'] === undefined ? [] : inspectBlocks(attachment['blocks'], `${where}.blocks`, allowed);
    }),
  ];
}

/** As `checkView`, with Slack's error for each breach. */
export function inspectView(view: unknown, options: CheckOptions = {}): Breach[] {
  const error = 'invalid_arguments';
  const parsed = viewShape.safeParse(view);
  const breaches: Breach[] = parsed.success ? [] : describeIssues(parsed.error, view, 'view', error);
  if (!isObject(view)) return breaches;
  breaches.push(...inspectEverywhere(view, 'view', new Set(options.allow), error));
  const types = Array.isArray(view['blocks'])
    ? view['blocks'].map((each) => (isObject(each) ? each['type'] : null))
    : [];
  for (const [index, type] of types.entries()) {
    if (messageOnlyBlocks.has(String(type))) {
      breaches.push({ where: `view.blocks[${index}]`, what: `${String(type)} blocks exist in messages only`, error });
    }
  }
  if (view['type'] === 'modal' && types.includes('input') && view['submit'] === undefined) {
    breaches.push({ where: 'view.submit', what: 'required where there is an input block', error });
  }
  if (Buffer.byteLength(JSON.stringify(view)) > maxViewBytes) {
    breaches.push({ where: 'view', what: `more than ${maxViewBytes} bytes`, error });
  }
  return breaches;
}

function inspectText(payload: Record<string, unknown>, allowed: ReadonlySet<string>): Breach[] {
  const { text, markdown_text: markdown, blocks } = payload;
  const breaches: Breach[] = [];
  if (text !== undefined && typeof text !== 'string') {
    breaches.push({ where: 'text', what: 'not a string', error: 'invalid_arguments' });
  }
  if (blocks !== undefined && (typeof text !== 'string' || text.trim() === '')) {
    breaches.push({ where: 'text', what: 'required with blocks (notifications, screen readers)', error: null });
  }
  if (typeof text === 'string') {
    const length = countCharacters(text);
    if (length > maxText) {
      const error = length > maxPostedText ? 'msg_too_long' : null;
      breaches.push({ where: 'text', what: `${length} characters, at most ${maxText}`, error });
    }
    const hazards = payload['mrkdwn'] === false ? [] : markupHazards(text, allowed);
    breaches.push(...hazards.map((what) => ({ where: 'text', what, error: null })));
    breaches.push(...surrogates(text, 'text', 'invalid_arguments'));
  }
  if (typeof markdown === 'string') {
    const length = countCharacters(markdown);
    if (length > maxMarkdown) {
      const what = `${length} characters, at most ${maxMarkdown}`;
      breaches.push({ where: 'markdown_text', what, error: 'msg_too_long' });
    }
    const hazards = markdownHazards(markdown, allowed);
    breaches.push(...hazards.map((what) => ({ where: 'markdown_text', what, error: null })));
    if (text !== undefined || blocks !== undefined) {
      breaches.push({ where: 'markdown_text', what: 'cannot stand with text or blocks', error: 'invalid_arguments' });
    }
  }
  return breaches;
}

function inspectBlocks(blocks: unknown, where: string, allowed: ReadonlySet<string>): Breach[] {
  const parsed = z.array(block).max(50).safeParse(blocks);
  return [
    ...(parsed.success ? [] : describeIssues(parsed.error, blocks, where, 'invalid_blocks' as const)),
    ...inspectEverywhere(blocks, where, allowed, 'invalid_blocks'),
  ];
}

function inspectWholeMessage(blocks: unknown): Breach[] {
  const breaches: Breach[] = [];
  const size = JSON.stringify(blocks).length;
  if (size > maxMessage) {
    breaches.push({
      where: 'blocks',
      what: `${size} characters as JSON, at most ${maxMessage}`,
      error: 'msg_blocks_too_long',
    });
  }
  const each = Array.isArray(blocks) ? blocks.filter(isObject) : [];
  const markdown = each.filter(({ type }) => type === 'markdown').map(({ text }) => String(text));
  const total = countCharacters(markdown.join(''));
  if (markdown.length > 1 && total > maxMarkdown) {
    const what = `${total} characters in markdown blocks, at most ${maxMarkdown}`;
    breaches.push({ where: 'blocks', what, error: 'msg_blocks_too_long' });
  }
  if (each.filter(({ type }) => type === 'table').length > 1) {
    breaches.push({ where: 'blocks', what: 'more than one table', error: 'invalid_blocks' });
  }
  return breaches;
}

/** Rules that hold at any depth: unique ids, one focus, escaped markup, well-formed strings. */
function inspectEverywhere(
  root: unknown,
  where: string,
  allowed: ReadonlySet<string>,
  error: 'invalid_blocks' | 'invalid_arguments',
): Breach[] {
  const breaches: Breach[] = [];
  const seen = new Set<string>();
  walk(root, where, (value, path) => {
    if (typeof value === 'string') breaches.push(...surrogates(value, path, error));
    if (!isObject(value)) return;
    for (const key of ['action_id', 'block_id'] as const) {
      const id = value[key];
      if (typeof id !== 'string') continue;
      if (seen.has(`${key} ${id}`)) breaches.push({ where: `${path}.${key}`, what: `"${id}" is used twice`, error });
      seen.add(`${key} ${id}`);
    }
    if (value['focus_on_load'] === true) {
      if (seen.has('focus')) breaches.push({ where: path, what: 'a second element with focus_on_load', error });
      seen.add('focus');
    }
    const { type, text } = value;
    const mention = mentionOf(value);
    const hazards =
      typeof text === 'string' && type === 'mrkdwn'
        ? markupHazards(text, allowed)
        : typeof text === 'string' && type === 'markdown'
          ? markdownHazards(text, allowed)
          : mention !== undefined && !allowed.has(mention)
            ? [`live mention ${JSON.stringify(mention)}`]
            : [];
    breaches.push(...hazards.map((what) => ({ where: path, what, error: null })));
  });
  return breaches;
}

function surrogates(text: string, where: string, error: Breach['error']): Breach[] {
  return /\p{Surrogate}/u.test(text) ? [{ where, what: 'an unpaired surrogate', error }] : [];
}
