import type { RecordedMessage, RecordedView } from '../../test/support/slack/types.ts';
import type { Shot } from './page.ts';
import { channel, claire, karim, type Stage } from './stage.ts';

/** Plays what people do, and says what is then seen. */
export type Scene = (stage: Stage) => Promise<Shot>;

const question = 'Quel département a créé des télécentres ?';
const unanswered = 'Quel est le budget de CyberCantal ?';

/** Every picture of the guides, by the name of its file. A feature gets its picture by one entry here. */
export const scenes: Readonly<Record<string, Scene>> = {
  async mention(stage) {
    return thread(stage, (await ask(stage, question)).thread_ts);
  },

  async 'message-direct'({ slack }) {
    await slack.directMessage({ user: claire, text: 'Qui animait « Inventer le nouveau service public » ?' });
    const im = slack.im(claire);
    await slack.waitFor(() => slack.messages(im).at(0));
    return { kind: 'conversation', channel: im, messages: slack.history(im) };
  },

  async suite(stage) {
    const { slack } = stage;
    const { thread_ts: root = '' } = await ask(stage, question);
    await slack.message({ channel, user: claire, text: 'combien de personnes ?', thread_ts: root });
    await slack.waitFor(() => slack.messages(channel, root).at(1));
    return thread(stage, root);
  },

  async contexte(stage) {
    return opened(stage, await ask(stage, question), 'context:0');
  },

  async silence(stage) {
    return thread(stage, (await ask(stage, unanswered)).thread_ts);
  },

  async anglais(stage) {
    return thread(stage, (await ask(stage, 'Which department set up telework centres?')).thread_ts);
  },

  async commande({ slack }) {
    return { kind: 'conversation', channel, messages: [await command(slack, question)] };
  },

  async 'partage-choix'(stage) {
    const { slack } = stage;
    await slack.directMessage({ user: claire, text: question });
    const answer = await slack.waitFor(() => slack.messages(slack.im(claire)).at(0));
    return opened(stage, answer, 'share');
  },

  async partage({ slack }) {
    const message = await command(slack, question);
    await slack.click({ message, action_id: 'share', user: claire });
    await slack.waitFor(() => slack.history(channel).at(0));
    return { kind: 'conversation', channel, messages: slack.history(channel) };
  },

  async avis(stage) {
    const { slack } = stage;
    const message = await ask(stage, question);
    await slack.click({ message, action_id: 'feedback', value: ratingOf(message, 'useful'), user: claire });
    const thanks = await slack.waitFor(() => slack.messages(channel).find(({ ephemeralTo }) => ephemeralTo === claire));
    return { kind: 'conversation', channel, messages: [thanks] };
  },

  async citer({ slack }) {
    return {
      kind: 'conversation',
      channel,
      messages: [await command(slack, 'citer "développement local" -artisanat')],
    };
  },

  async copier(stage) {
    return opened(stage, await command(stage.slack, 'citer télétravail'), 'cite-copy:0');
  },

  async publication({ slack }) {
    const message = await command(slack, 'citer télétravail');
    await slack.click({ message, action_id: 'cite-publish:0', user: claire });
    await slack.waitFor(() => slack.history(channel).at(0));
    return { kind: 'conversation', channel, messages: slack.history(channel) };
  },

  async 'deja-cite'({ slack }) {
    const message = await command(slack, 'citer télétravail');
    await slack.click({ message, action_id: 'cite-publish:0', user: claire });
    await slack.waitFor(() => slack.messages(channel).filter(({ ephemeralTo }) => ephemeralTo === claire).length > 1);
    const said = new Set(slack.messages(channel).map(({ ts }) => ts));
    await slack.slashCommand({ command: '/greffier', text: 'citer télétravail', user: karim, channel });
    const again = await slack.waitFor(() =>
      slack.messages(channel).find((each) => !said.has(each.ts) && each.ephemeralTo === karim),
    );
    return { kind: 'conversation', channel, messages: [again] };
  },

  async 'verifier-modifiee'({ slack }) {
    const text = 'verifier "Cette initiative développe l’emploi dans le département"';
    return { kind: 'conversation', channel, messages: [await command(slack, text)] };
  },

  async 'verifier-exacte'({ slack }) {
    const text = 'verifier "l’innovation est un formidable moteur au service des territoires"';
    return { kind: 'conversation', channel, messages: [await command(slack, text)] };
  },

  async panier({ slack }) {
    const whispers = () => slack.messages(channel).filter(({ ephemeralTo }) => ephemeralTo === claire);
    for (const text of [question, 'Qui animait « Inventer le nouveau service public » ?']) {
      const before = whispers().length;
      await slack.slashCommand({ command: '/greffier', text, user: claire, channel });
      const message = await slack.waitFor(() => whispers().at(before));
      await slack.click({ message, action_id: 'keep:0', user: claire });
      await slack.waitFor(() => whispers().length > before + 1);
    }
    await slack.slashCommand({ command: '/greffier', text: 'panier', user: claire, channel });
    return shown(await slack.waitFor(() => slack.lastView()));
  },

  async alerte(stage) {
    const { slack } = stage;
    const message = await ask(stage, unanswered);
    await slack.click({ message, action_id: 'alert', user: claire });
    const told = await slack.waitFor(() => slack.messages(channel).find(({ ephemeralTo }) => ephemeralTo === claire));
    return { kind: 'conversation', channel, messages: [told] };
  },

  async reglages({ slack }) {
    await slack.slashCommand({ command: '/greffier', text: 'réglages', user: claire, channel });
    return shown(await slack.waitFor(() => slack.lastView()));
  },

  async longueurs(stage) {
    const { slack } = stage;
    const message = await ask(stage, question);
    await slack.click({ message, action_id: 'length:sentence', user: claire });
    await slack.waitFor(() => slack.messages(channel, message.thread_ts).find(({ edits }) => edits > 0));
    return thread(stage, message.thread_ts);
  },

  async motifs(stage) {
    const message = await ask(stage, question);
    const click = { message, action_id: 'feedback', value: ratingOf(message, 'useless'), user: claire };
    await stage.slack.click(click);
    return shown(await stage.slack.waitFor(() => stage.slack.lastView()));
  },

  async accueil({ slack }) {
    await slack.appHomeOpened({ user: karim, tab: 'home' });
    return shown(await slack.waitFor(() => slack.lastView()));
  },
};

/** Claire mentions the bot in the channel; the bot's answer. */
async function ask({ slack }: Stage, text: string): Promise<RecordedMessage> {
  const sent = await slack.mention({ channel, user: claire, text });
  return slack.waitFor(() => slack.messages(channel, sent.thread).at(0), { what: `an answer to ${text}` });
}

/** Claire types `/greffier` and these words; what she alone sees. */
async function command(slack: Stage['slack'], text: string): Promise<RecordedMessage> {
  await slack.slashCommand({ command: '/greffier', text, user: claire, channel });
  return slack.waitFor(() => slack.messages(channel).find(({ ephemeralTo }) => ephemeralTo === claire));
}

/** Claire presses a button that opens a modal. */
async function opened({ slack }: Stage, message: RecordedMessage, button: string): Promise<Shot> {
  await slack.click({ message, action_id: button, user: claire });
  return shown(await slack.waitFor(() => slack.lastView()));
}

const shown = ({ view }: RecordedView): Shot => ({ kind: 'view', view });

const thread = ({ slack }: Stage, root = ''): Shot => ({
  kind: 'conversation',
  channel,
  messages: slack.history(channel, root),
});

/** The value of a feedback button. @throws RangeError where the message has none. */
function ratingOf(message: RecordedMessage, rating: 'useful' | 'useless'): string {
  for (const block of message.blocks)
    if (block.type === 'context_actions' && 'elements' in block)
      for (const element of block.elements)
        if ('positive_button' in element)
          return rating === 'useful' ? element.positive_button.value : element.negative_button.value;
  throw new RangeError('no feedback buttons');
}
