import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** A `greffier serve` of its own process. */
export interface SoakBot {
  /** Bytes of heap in use; null where the process does not say. */
  heap(): Promise<number | null>;
  /** Ends it as an operator would; returns its exit code. */
  stop(): Promise<number | null>;
  /** What it wrote to standard error, the last lines. */
  readonly log: readonly string[];
}

const logLines = 200;

/** Starts the compiled bot with these settings and a port of its own. */
export async function startBot(root: string, settings: Readonly<Record<string, string>>): Promise<SoakBot> {
  const port = await freePort();
  const child = spawn(process.execPath, [join(root, 'bin/greffier.js'), 'serve'], {
    cwd: root,
    env: { PATH: process.env['PATH'], ...settings, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const log: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    log.push(...text.split('\n').filter(Boolean));
    log.splice(0, Math.max(0, log.length - logLines));
  });
  const exit = once(child, 'exit');
  return {
    log,
    async heap() {
      try {
        const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
        const found = /^\S*nodejs_heap_size_used_bytes(?:\{[^}]*\})? (\S+)/m.exec(text)?.[1];
        return found === undefined ? null : Number(found);
      } catch {
        return null;
      }
    },
    async stop() {
      child.kill('SIGTERM');
      const [code] = await exit;
      return typeof code === 'number' ? code : null;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
