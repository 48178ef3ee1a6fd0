import { join } from 'node:path';
import { createAnswerer } from '../../src/answer/create-answerer.ts';
import type { Answerer } from '../../src/answer/answerer.ts';
import { openDesk } from '../../src/commands/desk.ts';
import { loadLexicon } from '../../src/corpus/lexicon-file.ts';
import type { Answer, Excerpt } from '../../src/proceedings/answer.ts';
import type { Corpus } from '../../src/proceedings/proceedings.ts';
import type { Source } from '../material.ts';
import { depth, excerptCount, type Opened } from '../system.ts';

/**
 * Greffier's whole answer: analysis, search, ranking, excerpt, headline, confidence. Judged as `greffier eval` does, by
 * what it quotes, so that its silence does not hide its ranking; that second reading is not timed. A reload is what
 * `ask` and `serve` do at a start that finds snapshots: intents, lexicon, the files of the corpus and their hashes, words.
 */
export async function openGreffier(corpus: Corpus, bench: string, source: Source): Promise<Opened> {
  const { lexicon } = await loadLexicon([join(bench, '../corpus')]);
  let answerer: Answerer | null = null;
  return {
    settings: 'whole answer',
    index() {
      answerer = createAnswerer(corpus, lexicon);
      return Promise.resolve();
    },
    stored: () => Promise.resolve(null),
    ask(question, judged) {
      const start = performance.now();
      const answer = answerer?.answer(question);
      const whole = performance.now() - start;
      const quoted = judged ? answerer?.answer(question, { purpose: 'quotes', limit: depth }) : answer;
      const excerpts = excerptsOf(quoted);
      return Promise.resolve({
        ids: excerpts.map(({ citation }) => citation.file),
        excerpts: excerpts.slice(0, excerptCount).map(({ text }) => text),
        search: null,
        whole,
      });
    },
    ...(isWholeFolder(corpus, source) && {
      async reload() {
        const folders = { corpus: source.folder, intents: join(bench, '../intents') };
        answerer = null;
        await openDesk(folders);
        const start = performance.now();
        await openDesk(folders);
        return performance.now() - start;
      },
    }),
    close: () => Promise.resolve(),
  };
}

/** Snapshots are made of whole folders of proceedings only. */
function isWholeFolder({ proceedings }: Corpus, source: Source): boolean {
  const passages = proceedings.reduce((sum, one) => sum + one.passages.length, 0);
  return source.kind === 'record' && passages < source.passages;
}

function excerptsOf(answer: Answer | undefined): readonly Excerpt[] {
  return answer === undefined || answer.kind === 'not_found' ? [] : answer.excerpts;
}
