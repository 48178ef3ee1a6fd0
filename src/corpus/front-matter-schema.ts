import * as z from 'zod';
import type { Speaker } from '../proceedings/proceedings.ts';
import { isoDate } from './iso-date.ts';
import { longestList, parsePeople, parsePerson } from './people.ts';

const text = z.string().trim();
// YAML's three spellings of nothing; every scalar reaches us as a string.
const optional = text.transform((value) => (['', '~', 'null'].includes(value) ? null : value)).default(null);

const person = z
  .strictObject({
    honorific: text.optional(),
    name: text.min(1).max(longestList),
    role: text.optional(),
    organisation: text.optional(),
  })
  .transform((given): Speaker => {
    const named = parsePerson(given.name);
    return {
      honorific: given.honorific ?? named.honorific,
      name: named.name,
      role: given.role ?? named.role,
      organisation: given.organisation ?? named.organisation,
    };
  });

/** What a file says about itself. Every scalar comes in as a string; dates and links are checked. */
export const frontMatterSchema = z.object({
  title: optional,
  date: optional
    .refine((value) => value === null || isoDate(value) !== null)
    .transform((value) => value && isoDate(value)),
  body: optional,
  event: optional,
  place: optional,
  sitting: optional,
  source: optional.refine((value) => value === null || isWebAddress(value)),
  lang: text.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/).default('fr'),
  participants: z
    .array(
      z.union([
        text
          .min(1)
          .max(longestList)
          .transform((line) => parsePeople(line)),
        person,
      ]),
    )
    .transform((people): readonly Speaker[] => people.flat())
    .default([]),
});

/** The checked values of a file's front matter. */
export type FrontMatter = z.infer<typeof frontMatterSchema>;

/** A key that front matter may have. */
export type FrontMatterKey = keyof FrontMatter;

const oneLine = 'write one line of text';

/** How to write the value of each key, as the remedy of a finding. */
export const remedies: Readonly<Record<FrontMatterKey, string>> = {
  title: oneLine,
  date: 'write an existing day as YYYY-MM-DD, such as 2014-11-06',
  body: oneLine,
  event: oneLine,
  place: oneLine,
  sitting: oneLine,
  source: 'write a web address that starts with https:// or http://',
  lang: 'write a language code, such as fr or en',
  participants: 'write a list of lines such as "Mme L. Barthe, géographe (CNRS)", or of name, role and organisation',
};

/** Every key that front matter may have, in the order in which messages list them. */
export const frontMatterKeys = Object.keys(remedies).filter(isFrontMatterKey);

/** Whether front matter may have this key. */
export function isFrontMatterKey(key: string): key is FrontMatterKey {
  return Object.hasOwn(remedies, key);
}

function isWebAddress(value: string): boolean {
  return /^https?:\/\/[^\s<>|"]+$/i.test(value) && URL.canParse(value);
}
