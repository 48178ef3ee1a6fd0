import { fileURLToPath } from 'node:url';
import { openDesk } from '../../src/commands/desk.ts';
import { pageOf } from './page.ts';
import { type Scene, scenes } from './scenes.ts';
import { openStage } from './stage.ts';

/**
 * Plays the scenes over the record that comes with Greffier, each with a bot of its own.
 *
 * @param root the folder of the repository
 * @returns the page of each scene by its name, the same at every run
 * @throws where the bot does not do what a scene waits for, sends what Slack refuses, or what cannot be drawn
 */
export async function playScenes(
  root = fileURLToPath(new URL('../../', import.meta.url)),
): Promise<ReadonlyMap<string, string>> {
  const desk = await openDesk({ corpus: `${root}corpus`, intents: `${root}intents` });
  const pages = new Map<string, string>();
  const play = async (scene: Scene): Promise<string> => {
    const stage = await openStage(desk);
    try {
      return pageOf(await scene(stage), stage.cast);
    } finally {
      await stage.close();
    }
  };
  for (const [name, scene] of Object.entries(scenes)) pages.set(name, await play(scene));
  return pages;
}
