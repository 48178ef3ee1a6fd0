import { expect, test } from 'vitest';
import { createMetrics } from '../../src/operations/metrics.ts';

test('every outcome of questions is there from the start', async () => {
  const text = await createMetrics().render();
  for (const outcome of ['answered', 'candidates', 'not_found', 'conversation', 'failed'])
    expect(text).toContain(`greffier_questions_total{outcome="${outcome}"} 0`);
});

test('tells the size and the age of the index that is there at the moment, and zero while there is none', async () => {
  const metrics = createMetrics();
  let state: { files: number; passages: number; loadedAt: number } | null = null;
  metrics.watchIndex(() => state);
  expect(await metrics.render()).toMatch(/^greffier_index_passages 0$/m);
  state = { files: 2, passages: 40, loadedAt: 1_700_000_000_000 };
  expect(await metrics.render()).toMatch(/^greffier_index_passages 40$/m);
  state = { files: 3, passages: 50, loadedAt: 1_700_000_100_000 };
  const text = await metrics.render();
  expect(text).toMatch(/^greffier_index_files 3$/m);
  expect(text).toMatch(/^greffier_index_loaded_timestamp_seconds 1700000100$/m);
});

test('durations are counted in seconds', async () => {
  const metrics = createMetrics();
  metrics.question('answered', 30);
  const text = await metrics.render();
  expect(text).toContain('greffier_answer_seconds_bucket{le="0.025"} 0');
  expect(text).toContain('greffier_answer_seconds_bucket{le="0.05"} 1');
});

test('no label takes words: what is no name of a method or operation is counted as other', async () => {
  const metrics = createMetrics();
  metrics.slackCall('chat.postMessage', 'ok');
  metrics.slackCall('qui a payé ?', 'ok');
  metrics.storeError('insert into threads values (1)');
  const text = await metrics.render();
  expect(text).toContain('{method="chat.postMessage",result="ok"} 1');
  expect(text).toContain('{method="other",result="ok"} 1');
  expect(text).toContain('{operation="other"} 1');
  expect(text).not.toMatch(/payé|insert/);
});

test('watches the process where it is asked to', async () => {
  expect(await createMetrics({ process: true }).render()).toContain('process_resident_memory_bytes');
  expect(await createMetrics().render()).not.toContain('process_resident_memory_bytes');
});
