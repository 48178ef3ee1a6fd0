import type { FetchFunction } from '@slack/web-api';
import type { CallResult, Metrics } from '../../operations/metrics.ts';

/** The `fetch` of a client of the Web API that tells how each attempt ended. */
export function createCountedFetch(metrics: Pick<Metrics, 'slackCall'>): FetchFunction {
  return async (url, init) => {
    const method = new URL(url).pathname.split('/').at(-1) ?? '';
    try {
      const response = await fetch(url, init);
      const copy = response.clone();
      resultOf(copy).then(
        (result) => metrics.slackCall(method, result),
        (error: unknown) => metrics.slackCall(method, failure(error)),
      );
      return response;
    } catch (error) {
      metrics.slackCall(method, failure(error));
      throw error;
    }
  };
}

async function resultOf(response: Response): Promise<CallResult> {
  if (response.status === 429) return 'rate_limited';
  if (response.status >= 500) return 'http_5xx';
  if (!response.ok) return 'http_4xx';
  return /"ok":\s*true/.test(await response.text()) ? 'ok' : 'refused';
}

function failure(error: unknown): CallResult {
  return error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'failed';
}
