import type { Span } from '../proceedings/proceedings.ts';

const bracketed = /\(([^()]{1,400})\)/g;
/** What a room does, after at most one adjective: "Vifs applaudissements sur les bancs…". */
const reaction =
  /^(?:\p{L}+ )?(?:applaudissements|rires|sourires|exclamations|protestations|murmures|mouvements|huées|brouhaha|interruptions|approbations?|assentiment|dénégations)(?!\p{L})/iu;
/** What is called out: "(« Ah ! » sur les bancs du groupe FI)". */
const cry = /^«[^«»]{1,80}»[\s\u00a0](?:et|sur|parmi|de)(?!\p{L})/u;
const sentence = /^\p{Lu}.*[.!?…]\s*$/su;
/** What somebody in it does: "(M. Luc Vial applaudit)". */
const gesture =
  /^(?:MM?\.|Mmes?|Le|La|Les|Plusieurs) .*(?<!\p{L})(?:applaudi|s['’]exclam|protest|rit|rient|souri|se l[eè]v|brandi|hoch|approuv|acquiesc|quitt|montr|opin|mim|fait non|fait oui|font)/su;

/**
 * Stage directions inside a text: what the room does, "(Applaudissements sur les bancs du groupe FI)", or calls out, what somebody
 * does, and whole sentences between parentheses, "(M. Ferrand se lève.)". In order.
 */
export function findAsides(text: string): Span[] {
  return [...text.matchAll(bracketed)]
    .filter(([, words = '']) => reaction.test(words) || cry.test(words) || sentence.test(words) || gesture.test(words))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}
