/** Whether a part works. A rejection counts as no. */
export type Check = () => boolean | Promise<boolean>;

/** How long a part may take to say so. */
const limitMs = 1000;

/** Whether each part works at this moment, by its name; one that does not say within `ms` (default 1,000) does not. */
export async function readiness(
  parts: Readonly<Record<string, Check>>,
  ms: number = limitMs,
): Promise<Readonly<Record<string, boolean>>> {
  const states = await Promise.all(Object.entries(parts).map(async ([name, check]) => [name, await works(check, ms)]));
  return Object.fromEntries(states);
}

async function works(check: Check, ms: number): Promise<boolean> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), ms);
  const tooLate = new Promise<boolean>((resolve) => late.signal.addEventListener('abort', () => resolve(false)));
  try {
    return await Promise.race([check(), tooLate]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
