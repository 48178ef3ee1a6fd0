import { join } from 'node:path';
import { createAnswerer } from '../../src/answer/create-answerer.ts';
import type { Answerer } from '../../src/answer/answerer.ts';
import { loadLexicon } from '../../src/corpus/lexicon-file.ts';
import type { Answer, Excerpt } from '../../src/proceedings/answer.ts';
import type { Corpus } from '../../src/proceedings/proceedings.ts';
import { depth, excerptCount, type Opened } from '../system.ts';

/**
 * Greffier's whole answer: analysis, search, ranking, excerpt, headline, confidence. Judged as `greffier eval` does, by
 * what it quotes, so that its silence does not hide its ranking; that second reading is not timed.
 */
export async function openGreffier(corpus: Corpus, bench: string): Promise<Opened> {
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
    // Here `reload` goes once src/search exports a way to save an index: system.ts says what it times.
    close: () => Promise.resolve(),
  };
}

function excerptsOf(answer: Answer | undefined): readonly Excerpt[] {
  return answer === undefined || answer.kind === 'not_found' ? [] : answer.excerpts;
}
