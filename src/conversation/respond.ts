import type { Intents } from '../intents/matcher.ts';
import { detectLanguage } from '../language/detect.ts';
import { fold } from '../language/fold.ts';
import type { Language } from '../proceedings/proceedings.ts';
import { catalogueOf } from '../replies/catalogue.ts';
import type { Reply, TextReply } from '../replies/reply.ts';
import { act } from './act.ts';
import { decide } from './choose.ts';
import { longestMessage, type Refusal, refusalOf, tidy } from './guard.ts';
import { blankMemory, type Memory } from './memory.ts';
import { type Message, type Moment, type Outcome, said, saying } from './moment.ts';

/** The reply to one message that stands alone. Never throws because of what was typed. */
export function respondOnce(message: Message, desk: Pick<Moment, 'answerer' | 'intents'>): Reply {
  const { replies } = respond(message, blankMemory, { ...desk, now: 0, patience: 0 });
  return replies[0] ?? said('fr', catalogueOf('fr').emptyMessage);
}

/** One turn of a conversation: a pure function of message, memory and moment. Never throws because of what was typed. */
export function respond(message: Message, memory: Memory, moment: Moment): Outcome {
  const refusal = refusalOf(message.text);
  const text = tidy(message.text.slice(0, longestMessage));
  const language = message.language ?? detectLanguage(text) ?? memory.language ?? message.locale ?? 'fr';
  if (refusal !== null)
    return { replies: [said(language, refusalText(refusal, message.text.length, language))], memory };

  const settled = { ...memory, offer: null };
  const offer = memory.offer !== null && memory.offer.expires > moment.now ? memory.offer.reply : null;
  const decision = offer === null ? null : decide(offer.choices, text);
  if (offer === null || decision === null || (decision.kind === 'unclear' && interrupts(text, moment.intents)))
    return act(moment.intents.match(text), language, settled, moment);
  if (decision.kind === 'chosen')
    return act(moment.intents.match(decision.choice.text), offer.language, settled, { ...moment, patience: 0 });
  if (decision.kind === 'dropped')
    return { replies: [said(offer.language, catalogueOf(offer.language).choiceDropped)], memory: settled };
  return saying(offeredAgain(offer), settled, moment);
}

/** Whether a message that chooses nothing is something new: a question, or another request. */
function interrupts(text: string, intents: Intents): boolean {
  if (intents.match(text).name !== 'ask') return true;
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length > 2 || text.includes('?');
}

function offeredAgain(offer: TextReply): TextReply {
  const { choiceNotUnderstood } = catalogueOf(offer.language);
  return offer.text.startsWith(choiceNotUnderstood)
    ? offer
    : { ...offer, text: `${choiceNotUnderstood} ${offer.text}` };
}

function refusalText(refusal: Refusal, length: number, language: Language): string {
  const { emptyMessage, noWords, tooLong } = catalogueOf(language);
  return { empty: emptyMessage, no_words: noWords, too_long: tooLong(length, longestMessage) }[refusal];
}
