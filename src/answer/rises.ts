import { fold } from '../language/fold.ts';
import type { Question } from '../language/question.ts';
import type { Span } from '../proceedings/proceedings.ts';

/** "Une hausse de", "abondée de plus de": the number behind it tells a change. */
const before =
  /(?:augment|hauss|baiss|rédui|réduction|diminu|supplément|économi|abond|revaloris|progress|major|recul|relev)\p{L}*(?: \p{L}+)? (?:de |d['’])(?:(?:près|plus|moins) (?:de |d['’])|environ |quelque )?$/iu;
const after = /^ (?:de plus|de moins|supplémentaires?|en plus|en moins|additionnel)/iu;
const lookBehind = 80;
const lookAhead = 20;

/** Whether a number in a text tells by how much something rises or falls, not how much it is. */
export function isRise(text: string, { start, end }: Span): boolean {
  return (
    before.test(text.slice(Math.max(0, start - lookBehind), start)) || after.test(text.slice(end, end + lookAhead))
  );
}

const asking =
  /\b(?:hauss|baiss|augment|diminu|redui|reduction|progress|recul|supplement|abond|revaloris|econom|supprim|suppression|recrut|cre[ee]r?|creation|de plus|de moins|gagn|perd|perte|increas|rise|rose|cut|drop|fall|fell|grow|more|less|fewer|extra|additional|sav(?:e|ing)|lost|lose)/;

/** Whether a question asks for such a number. */
export function asksForRise({ asked }: Question): boolean {
  return asking.test(fold(asked));
}
