import type { App } from '@slack/bolt';
import { type Bot, takeTurn } from './bot.ts';
import { slashCommand } from './incoming.ts';
import { typedText } from './text.ts';

/** The slash command that manifest.json declares. */
export const commandName = '/greffier';

/** Answers `/greffier question` for the asker alone; without a question, explains itself. */
export function listenToCommand(app: App, bot: Bot): void {
  app.command(commandName, async ({ ack, command }) => {
    await ack();
    const parsed = slashCommand.safeParse(command);
    if (!parsed.success) return;
    const { place, text } = parsed.data;
    const question = typedText(text, bot.userId) || 'aide';
    await bot.tasks.run('command', command.trigger_id, () => takeTurn(bot, { place, text: question, ts: null }));
  });
}
