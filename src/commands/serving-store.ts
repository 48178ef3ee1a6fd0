import type { Config } from '../config.ts';
import { AppError } from '../errors.ts';
import { reason } from '../operations/log.ts';
import { createSteadyStore, type SteadyStore } from '../store/steady.ts';
import type { Operations } from './serve.ts';

const hour = 60 * 60 * 1000;

/**
 * The store that the Slack bot keeps its state in: opened in time, swept every hour, its failures told once each.
 *
 * @throws NewerStoreError where a newer Greffier wrote the database.
 */
export async function openServingStore(config: Config, { log, metrics }: Operations): Promise<SteadyStore> {
  const { openStore } = await import('../store/open-store.ts');
  let told: string | null = null;
  const store = await createSteadyStore({
    open: () =>
      openStore({
        databaseUrl: config.DATABASE_URL,
        dataDir: config.DATA_DIR,
        retentionDays: config.RETENTION_DAYS,
        memoryDays: config.MEMORY_DAYS,
      }),
    onFailure(operation, error) {
      metrics.storeError(operation);
      const why = reason(error);
      if (why === told) return;
      told = why;
      const hint = error instanceof AppError ? error.hint : null;
      log.error('store: answers go on without it', { operation, reason: why, hint });
    },
    onRecovery() {
      told = null;
      log.info('store: works again');
    },
  });
  const sweep = async (): Promise<void> => {
    const gone = await store.expire(Date.now()).catch(() => 0); // told as a failure
    if (gone > 0) log.info('store: swept', { rows: gone });
  };
  await sweep();
  const timer = setInterval(() => void sweep(), hour).unref();
  return {
    ...store,
    async close() {
      clearInterval(timer);
      await store.close();
    },
  };
}
