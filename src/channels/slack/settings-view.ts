import type { InputBlock, ModalView, MultiStaticSelect, PlainTextInput, RadioButtons } from '@slack/types';
import * as z from 'zod';
import type { Corpus, Language } from '../../proceedings/proceedings.ts';
import { type ChannelSettings, filesWithin, fits } from './channel-settings.ts';
import { plain } from './elements.ts';
import { labels } from './labels.ts';
import { seal } from './pointer.ts';
import { clip, visible } from './text.ts';

/** The callback id of the modal in which the settings of a channel are changed. */
export const settingsCallback = 'channel-settings';

/** Slack's limits: on titles, on the text of an option, on options of a menu, on what is typed into an input. */
const titleLimit = 24;
const optionLimit = 75;
const mostOptions = 100;
const typedLimit = 3000;
/** How much of a wrong name is repeated. */
const nameLimit = 100;

const metadata = z.object({ channel: z.string(), ticket: z.string(), language: z.enum(['fr', 'en']) });

/** Which channel a modal is for, and what shows that the bot opened it. */
export type SettingsMetadata = z.infer<typeof metadata>;

/** Reads back what the modal was opened with; null for anything that it never held. */
export function readSettingsMetadata(json: string): SettingsMetadata | null {
  try {
    return metadata.parse(JSON.parse(json));
  } catch {
    return null;
  }
}

/** The modal in which the settings of a channel are changed, as they stand now. */
export function settingsView(opened: SettingsMetadata, now: ChannelSettings, corpus: Corpus): ModalView {
  const { settings: words, close } = labels[opened.language];
  const scope = now.files === null ? 'all' : 'some';
  return {
    type: 'modal',
    callback_id: settingsCallback,
    private_metadata: JSON.stringify(opened),
    title: plain(words.title, titleLimit),
    submit: plain(words.save, titleLimit),
    close: plain(close, titleLimit),
    blocks: [
      input('listens', words.listens, radio('listens', words.listensTo, now.listens)),
      input('answers', words.answers, radio('answers', words.answersIn, now.answers)),
      input('scope', words.scope, radio('scope', words.scopeOf, scope)),
      corpus.proceedings.length > mostOptions
        ? { ...input('patterns', words.patterns, typed(now)), hint: plain(words.patternsHint, 2000), optional: true }
        : { ...input('files', words.files, menu(now, corpus)), optional: true },
    ].filter((block) => block.block_id !== 'files' || corpus.proceedings.length > 0),
  };
}

const input = (name: string, label: string, element: InputBlock['element']): InputBlock => ({
  type: 'input',
  block_id: name,
  label: plain(label, 75),
  element,
});

const option = (value: string, label: string) => ({ text: plain(label, optionLimit), value });

/** A file's name may be longer than the value of an option. */
const fileOption = (file: string) => option(seal(file), file);

/** A choice of one among some, by value and label; what is chosen now is marked. */
export function radio<K extends string>(name: string, labelsOf: Readonly<Record<K, string>>, chosen: K): RadioButtons {
  return {
    type: 'radio_buttons',
    action_id: name,
    options: Object.entries<string>(labelsOf).map(([value, label]) => option(value, label)),
    initial_option: option(chosen, labelsOf[chosen]),
  };
}

function menu({ files }: ChannelSettings, corpus: Corpus): MultiStaticSelect {
  const chosen = files === null ? [] : filesWithin(corpus, files).map(fileOption);
  return {
    type: 'multi_static_select',
    action_id: 'files',
    options: corpus.proceedings.map(({ file }) => fileOption(file)),
    ...(chosen.length > 0 && { initial_options: chosen }),
  };
}

function typed({ files }: ChannelSettings): PlainTextInput {
  const now = (files ?? []).join('\n');
  return {
    type: 'plain_text_input',
    action_id: 'patterns',
    multiline: true,
    max_length: typedLimit,
    ...(now !== '' && now.length <= typedLimit && { initial_value: visible(now) }),
  };
}

const choices = z.object({
  listens: z.enum(['mentions', 'questions']),
  answers: z.enum(['thread', 'ephemeral']),
  scope: z.enum(['all', 'some']),
  files: z.string().nullish(),
  patterns: z.string().nullish(),
});

/** Settings that a modal was submitted with; else what is wrong, by block, or null for anything that the modal never held. */
export type SubmittedSettings =
  | { readonly settings: ChannelSettings }
  | { readonly wrong: Readonly<Record<string, string>> }
  | null;

/** Reads the inputs of the modal; names of files are held against the corpus. */
export function readSettings(inputs: unknown, corpus: Corpus, language: Language): SubmittedSettings {
  const parsed = choices.safeParse(inputs);
  if (!parsed.success) return null;
  const { listens, answers, scope, files, patterns } = parsed.data;
  if (scope === 'all') return { settings: { listens, answers, files: null } };
  const { settings: words } = labels[language];
  const block =
    corpus.proceedings.length > mostOptions ? 'patterns' : corpus.proceedings.length > 0 ? 'files' : 'scope';
  const named = block === 'patterns' ? namesIn(patterns ?? '') : filesChosen(files, corpus);
  const unknown = named.find((name) => !corpus.proceedings.some(({ file }) => fits(file, name)));
  if (unknown !== undefined) return { wrong: { [block]: words.unknownFile(clip(visible(unknown), nameLimit)) } };
  if (named.length === 0) return { wrong: { [block]: words.noFiles } };
  return { settings: { listens, answers, files: named } };
}

function namesIn(text: string): readonly string[] {
  const names = text.split(/[\n,]/).map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== ''))];
}

function filesChosen(json: string | null | undefined, corpus: Corpus): readonly string[] {
  let values: readonly string[] = [];
  try {
    values = z.array(z.string()).parse(JSON.parse(json ?? '[]'));
  } catch {
    return [];
  }
  return corpus.proceedings.map(({ file }) => file).filter((file) => values.includes(seal(file)));
}

/** The settings of a channel in one sentence. */
export function settingsInWords(
  { listens, answers, files }: ChannelSettings,
  corpus: Corpus,
  language: Language,
): string {
  const { settings: words } = labels[language];
  const scope =
    files === null ? words.scopeOf.all : words.someFiles(filesWithin(corpus, files).length, corpus.proceedings.length);
  return words.now([words.listensTo[listens], words.answersIn[answers], scope]);
}
