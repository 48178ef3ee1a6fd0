import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { KnownBlock } from '@slack/types';
import { beforeAll, describe, expect, test } from 'vitest';
import { blocksHtml } from '../../tools/pictures/block-html.ts';
import { sourcesOf } from '../../tools/pictures/main.ts';
import { pageOf } from '../../tools/pictures/page.ts';
import { playScenes } from '../../tools/pictures/play.ts';
import { scenes } from '../../tools/pictures/scenes.ts';

const docs = fileURLToPath(new URL('../../docs/', import.meta.url));
const pictures = join(docs, 'pictures');
const names = Object.keys(scenes);

describe('the pictures of the guides', () => {
  let pages: ReadonlyMap<string, string>;
  beforeAll(async () => {
    pages = await playScenes();
  }, 60_000);

  test('show everything that the bot sends, each scene in a page that needs nothing else', () => {
    expect([...pages.keys()]).toEqual(names);
    for (const page of pages.values()) expect(page).not.toMatch(/<(?:script|link|img|iframe)|src=|url\(|undefined/);
    expect(pages.get('mention')).toContain('CyberCantal Télécentres est pour sa part un dispositif de télétravail');
    expect(pages.get('partage-choix')).toContain('Partager la réponse');
  });

  test('are of what the bot sends today: run "npm run pictures" where it sends something else by now', () => {
    expect(JSON.parse(readFileSync(join(pictures, 'sources.json'), 'utf8'))).toEqual(sourcesOf(pages));
  });
});

test('every scene has a picture of at most 60 kB, every picture a scene, and a guide shows it', () => {
  const files = readdirSync(pictures).filter((name) => name.endsWith('.png'));
  expect(files.toSorted()).toEqual(names.map((name) => `${name}.png`).toSorted());
  for (const file of files) expect(statSync(join(pictures, file)).size, file).toBeLessThan(60_000);
  const guides = readdirSync(docs).filter((name) => /^guide-.*\.md$/.test(name));
  const shown = guides.flatMap((guide) => [
    ...readFileSync(join(docs, guide), 'utf8').matchAll(/!\[[^\]]+\]\(pictures\/([^)]+)\)/g),
  ]);
  expect([...new Set(shown.map(([, file = '']) => file))].toSorted()).toEqual(files.toSorted());
});

/** Names that would be markup. */
const nameOf = (id: string) => `<b>${id}</b>`;

describe('the renderer', () => {
  const hostile = `<script>alert("1")</script> & 'x'`;
  const harmless = '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;';
  const plain = { type: 'plain_text', text: hostile } as const;
  const button = { type: 'button', action_id: 'a', text: plain, value: 'v' } as const;
  const option = { text: plain, value: 'o', description: plain };
  const blocks: readonly KnownBlock[] = [
    { type: 'header', text: plain },
    {
      type: 'section',
      text: plain,
      fields: [plain],
      accessory: { type: 'overflow', action_id: 'o', options: [option] },
    },
    { type: 'context', elements: [plain] },
    {
      type: 'actions',
      elements: [button, { type: 'static_select', action_id: 's', placeholder: plain, options: [option] }],
    },
    {
      type: 'input',
      label: plain,
      hint: plain,
      element: { type: 'plain_text_input', initial_value: hostile, placeholder: plain },
    },
    { type: 'input', label: plain, element: { type: 'radio_buttons', options: [option], initial_option: option } },
    { type: 'input', label: plain, element: { type: 'checkboxes', options: [option] } },
    {
      type: 'input',
      label: plain,
      element: { type: 'multi_static_select', options: [option], initial_options: [option] },
    },
    { type: 'input', label: plain, element: { type: 'users_select', initial_user: 'U1' } },
    {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_quote',
          elements: [
            { type: 'text', text: hostile, style: { bold: true } },
            { type: 'link', url: 'https://example.org/?a=1&b="2"' },
            { type: 'user', user_id: 'U1' },
            { type: 'channel', channel_id: 'C1' },
          ],
        },
        { type: 'rich_text_preformatted', elements: [{ type: 'text', text: hostile }] },
        {
          type: 'rich_text_list',
          style: 'bullet',
          elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: hostile }] }],
        },
      ],
    },
  ];

  test('escapes every text, name and address', () => {
    for (const block of blocks) {
      const html = blocksHtml([block], nameOf);
      expect(html).toContain(harmless);
      expect(html).not.toMatch(/<script|<b>[UC]1|"2"/);
    }
  });

  test('shows what a person typed as it was typed, and mentions as names', () => {
    const base = { channel: 'C1', ts: '1.1', blocks: [], via: 'user', edits: 0, reactions: [], streaming: false };
    const typed = { ...base, user: 'U1', text: '<@UBOT> a &lt;b&gt; &amp;lt; c' };
    const page = pageOf(
      { kind: 'conversation', channel: 'C1', messages: [typed] },
      { botUserId: 'UBOT', nameOf: (id) => id },
    );
    expect(page).toContain('<span class="mention">@UBOT</span> a &lt;b&gt; &amp;lt; c');
  });

  test.each([
    [{ type: 'video' }],
    [{ type: 'actions', elements: [{ type: 'workflow_button' }] }],
    [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'emoji', name: 'wave' }] }] }],
    [{ type: 'rich_text', elements: [{ type: 'something' }] }],
    [{ type: 'section', text: { type: 'mrkdwn', text: '*bold*' } }],
  ])('refuses to leave out what it does not know: %j', (block) => {
    expect(() => blocksHtml([block as KnownBlock], nameOf)).toThrow(RangeError);
  });
});
