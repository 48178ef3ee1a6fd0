import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { longDate } from '../../src/replies/long-date.ts';
import { findChromium, openBrowser } from './chromium.ts';
import { playScenes } from './play.ts';
import { smallerPng } from './smaller-png.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const note = (line: string): void => void process.stderr.write(`${line}\n`);

const help = `npm run pictures -- [--html DIR]

Plays the scenes of tools/pictures/scenes.ts with the real bot and photographs what it sends into docs/pictures/.
--html DIR also writes the pages; this works without a Chromium.`;

/** Takes the pictures of the guides. Returns the exit code: 1 where no picture could be taken. */
export async function takePictures(words: readonly string[], root: string): Promise<number> {
  const { values } = parseArgs({ args: [...words], options: { html: { type: 'string' }, help: { type: 'boolean' } } });
  if (values.help) return (say(help), 0);
  const pages = await playScenes(root);
  if (values.html !== undefined) writePages(values.html, pages);
  const program = findChromium();
  if (program === null) {
    note('No Chromium here. To install one: apt-get install chromium (Debian), or the package of your system.');
    return values.html === undefined ? 1 : 0;
  }
  const folder = join(root, 'docs/pictures');
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (name.endsWith('.png')) rmSync(join(folder, name));
  const browser = await openBrowser(program);
  try {
    for (const [name, html] of pages) {
      const picture = smallerPng(await browser.photograph(html));
      writeFileSync(join(folder, `${name}.png`), picture);
      say(`docs/pictures/${name}.png ${(picture.length / 1000).toFixed(0)} kB`);
    }
  } finally {
    await browser.close();
  }
  writeFileSync(join(folder, 'sources.json'), `${JSON.stringify(sourcesOf(pages), null, 2)}\n`);
  return 0;
}

/** Today's date, which some messages tell, makes no difference. */
function digest(page: string): string {
  // The machine's own day, as the bot writes it; the Swedish way to write it is ISO's.
  const today = longDate(new Date().toLocaleDateString('sv'), 'fr');
  return createHash('sha256').update(page.replaceAll(today, 'today')).digest('hex').slice(0, 16);
}

/** By the name of a picture, a digest of the page that it was taken of: tells when the bot sends something else by now. */
export function sourcesOf(pages: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  return Object.fromEntries([...pages].map(([name, page]) => [name, digest(page)]));
}

function writePages(folder: string, pages: ReadonlyMap<string, string>): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, html] of pages) writeFileSync(join(folder, `${name}.html`), html);
  say(`${pages.size} pages in ${folder}`);
}
