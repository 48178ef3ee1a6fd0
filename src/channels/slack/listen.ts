import type { App } from '@slack/bolt';
import { fold } from '../../language/fold.ts';
import { type Bot, takeTurn } from './bot.ts';
import { type Feature } from './feature.ts';
import { features } from './features.ts';
import { click, slashCommand, shortcut, submission } from './incoming.ts';
import { tell } from './notices.ts';
import { typedText } from './text.ts';

/** The slash command that manifest.json declares. */
export const commandName = '/greffier';

/** Serves every button, modal, shortcut and command. What none of them ever held is told kindly, or left alone. */
export function listenToFeatures(app: App, bot: Bot): void {
  const clicks = all('clicks');
  app.action(/^/, async ({ ack, body }) => {
    await ack();
    const parsed = click.safeParse(body);
    if (!parsed.success) return;
    const clicked = parsed.data;
    const [kind = ''] = clicked.action.split(':', 1);
    const handle = clicks.get(kind);
    // What comes from outside is logged only where it is one of our own words.
    await bot.tasks.run(`button ${handle === undefined ? 'unknown' : kind}`, clicked.messageTs ?? 'modal', () =>
      handle === undefined ? tell(bot, clicked.place, 'stale') : handle(bot, clicked),
    );
  });

  for (const [callback, handle] of all('submissions')) {
    app.view(callback, async ({ ack, body }) => {
      const parsed = submission.safeParse(body);
      if (!parsed.success) return ack();
      await bot.tasks.run(callback, 'modal', async () => {
        const { response, work } = await handle(bot, parsed.data);
        await (response === undefined ? ack() : ack(response));
        return (await work?.()) ?? 'taken';
      });
    });
  }

  for (const [callback, handle] of all('shortcuts')) {
    app.shortcut(callback, async ({ ack, body }) => {
      await ack();
      const parsed = shortcut.safeParse(body);
      if (!parsed.success) return;
      await bot.tasks.run(`shortcut ${callback}`, parsed.data.messageTs, () => handle(bot, parsed.data));
    });
  }

  const commands = all('commands');
  app.command(commandName, async ({ ack, command }) => {
    await ack();
    const parsed = slashCommand.safeParse(command);
    if (!parsed.success) return;
    const { place, text, triggerId } = parsed.data;
    const typed = text.trim();
    const [word = ''] = typed.split(/\s/, 1);
    const handle = commands.get(fold(word));
    const question = typedText(text, bot.userId) || 'aide';
    await bot.tasks.run(handle === undefined ? 'command' : `command ${fold(word)}`, command.trigger_id, () =>
      handle === undefined
        ? takeTurn(bot, { place, text: question, ts: null })
        : // Every space and line break as it was typed: a quotation is compared with the record, a line may begin with ">".
          handle(bot, { place, rest: typed.slice(word.length).trimStart(), triggerId }),
    );
  });
}

type Handlers<K extends keyof Feature> = ReadonlyMap<string, NonNullable<Feature[K]>[string]>;

/** The handlers of one kind by name. @throws RangeError where two features want the same name. */
function all<K extends keyof Feature>(kind: K): Handlers<K> {
  const found = new Map<string, NonNullable<Feature[K]>[string]>();
  for (const feature of features) {
    for (const [name, handle] of Object.entries(feature[kind] ?? {})) {
      if (found.has(name)) throw new RangeError(`two features want ${kind} ${name}`);
      found.set(name, handle as NonNullable<Feature[K]>[string]);
    }
  }
  return found;
}
