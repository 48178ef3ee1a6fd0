import type { ActionsBlock, Button, KnownBlock } from '@slack/types';

/** The same blocks with ordinary buttons in place of Slack's feedback buttons, for servers that do not know those. */
export function withPlainFeedback(blocks: readonly KnownBlock[]): readonly KnownBlock[] {
  return blocks.map((block) => {
    if (block.type !== 'context_actions') return block;
    const elements = block.elements.flatMap((element): Button[] => {
      if (element.type !== 'feedback_buttons') return [];
      const { action_id: id = 'feedback', positive_button: positive, negative_button: negative } = element;
      return [
        { type: 'button', action_id: `${id}:positive`, text: positive.text, value: positive.value },
        { type: 'button', action_id: `${id}:negative`, text: negative.text, value: negative.value },
      ];
    });
    return { type: 'actions', elements } satisfies ActionsBlock;
  });
}
