import { expect, test } from 'vitest';
import { checkMessage } from './check-blocks.ts';
test('x', () => {
  expect(
    checkMessage({
      text: 'a',
      blocks: [
        { type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(3001) + ' <!channel>' } },
        { type: 'foo' },
        { type: 'context', elements: [{ type: 'button' }] },
        {
          type: 'actions',
          elements: [
            { type: 'button', text: { type: 'mrkdwn', text: 'q' }, action_id: 'a', url: 'javascript:1', foo: 1 },
          ],
        },
      ],
    }),
  ).toEqual([]);
});
