import { seal } from '../../../src/channels/slack/pointer.ts';
import type { Channels } from '../../../src/store/store.ts';
import { answererWith, record } from '../../support/corpora.ts';
import type { RecordedMessage, RecordedView } from '../../support/slack/types.ts';
import { type Bench, type BenchOptions, openBench, question } from './bench.ts';

/** Two files that speak of one thing in words of their own. */
const files = {
  'assises.md': record(
    'Assises',
    '# Lire\n\nLe médiabus a coûté deux millions d’euros. Une tournée commence.',
    '2023-03-14',
  ),
  'transports.md': record('Transports', '# Navettes\n\nLe médiabus a coûté trois millions d’euros. Le tramway roule.'),
};
/** An answerer over both. */
export const two = answererWith(files);

/** A bot over two files, unless told otherwise. */
export const start = (options: BenchOptions = {}): Promise<Bench> => openBench({ answerer: two, ...options });

/** Settings of channels kept in this process, which can be lost. */
export function channelsForTest(): { readonly channels: Channels; readonly lose: () => void } {
  const kept = new Map<string, string>();
  let lost = false;
  const reached = <T>(work: () => T): Promise<T> =>
    lost ? Promise.reject(new Error('out of reach')) : Promise.resolve(work());
  return {
    channels: {
      read: (channel) => reached(() => kept.get(channel) ?? null),
      all: () => reached(() => new Map(kept)),
      write: (channel, settings) => reached(() => void kept.set(channel, settings)),
    },
    lose: () => {
      lost = true;
    },
  };
}

/** `/greffier réglages`, unless told otherwise. */
export const command = ({ slack }: Bench, user = 'U1', channel = 'C1', text = 'réglages') =>
  slack.slashCommand({ command: '/greffier', text, user, channel });

/** What one person alone was told in a channel or in a direct message. */
export const told = ({ slack }: Bench, user = 'U1', channel = 'C1'): readonly RecordedMessage[] => [
  ...slack.messages(channel).filter(({ ephemeralTo }) => ephemeralTo === user),
  ...slack.messages(slack.im(user)),
];

/** The modal of the settings, once a person has opened it. */
export async function opened(bench: Bench, user = 'U1', channel = 'C1'): Promise<RecordedView> {
  const before = bench.slack.calls('views.open').length;
  await command(bench, user, channel);
  await bench.slack.waitFor('views.open', before + 1);
  return bench.slack.lastView()!;
}

/** What a person chooses in the modal; all files unless some are named. */
export interface Chosen {
  readonly listens?: 'mentions' | 'questions';
  readonly answers?: 'thread' | 'ephemeral';
  readonly files?: readonly string[];
  readonly patterns?: string;
}

const radio = (name: string, value: string) => ({
  [name]: { [name]: { type: 'radio_buttons', selected_option: { value } } },
});

/** The state of the modal's inputs. */
export function inputs({
  listens = 'mentions',
  answers = 'thread',
  files: some,
  patterns,
}: Chosen): Record<string, unknown> {
  return {
    ...radio('listens', listens),
    ...radio('answers', answers),
    ...radio('scope', some === undefined && patterns === undefined ? 'all' : 'some'),
    files: {
      files: { type: 'multi_static_select', selected_options: (some ?? []).map((file) => ({ value: seal(file) })) },
    },
    ...(patterns !== undefined && { patterns: { patterns: { type: 'plain_text_input', value: patterns } } }),
  };
}

/** Changes the settings of C1 as a person does. */
export async function set(bench: Bench, chosen: Chosen, user = 'U1'): Promise<string> {
  const view = await opened(bench, user);
  const before = told(bench, user).length;
  await bench.slack.submitView({ view, user, values: inputs(chosen) });
  return bench.slack.waitFor(() => told(bench, user).at(before)?.text);
}

/** The bot’s answer to a mention of a person, in its thread. */
export async function ask(bench: Bench, text = question, channel = 'C1'): Promise<RecordedMessage> {
  const sent = await bench.slack.mention({ channel, user: 'U1', text });
  return bench.slack.waitFor(() => bench.slack.messages(channel, sent.thread).at(0));
}

/** Text with ordinary spaces. */
export const plainly = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
