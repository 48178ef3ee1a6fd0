import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import * as z from 'zod';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where a Chromium of this system is; null where there is none. */
export function findChromium(): string | null {
  return places.find((place) => existsSync(place)) ?? null;
}

/** A browser without a window. */
export interface Browser {
  /** The element `picture` of a page, as PNG. */
  photograph(html: string): Promise<Buffer>;
  close(): Promise<void>;
}

/** Nothing but the pages that we give it; the sandbox has no use for root, who can have none. */
const flags =
  '--headless --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update ' +
  '--disable-sync --disable-lcd-text --hide-scrollbars --force-color-profile=srgb --font-render-hinting=none ' +
  '--remote-debugging-port=0 about:blank';

const startLimitMs = 20_000;
const answered = z.object({ id: z.number(), result: z.unknown().optional(), error: z.unknown().optional() });

/** Starts a browser with a profile of its own. @throws Error where it does not come up. */
export async function openBrowser(program: string): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'greffier-chromium-'));
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(program, [...root, `--user-data-dir=${profile}`, ...flags.split(' ')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit');
  const close = async (): Promise<void> => {
    child.kill();
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  };
  try {
    const socket = new WebSocket(await addressOf(child.stderr));
    await once(socket, 'open');
    const call = caller(socket);
    return { photograph: (html) => photograph(call, html), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The browser tells the address of its debugging socket on standard error. */
function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let told = '';
    const late = () => reject(new Error(`Chromium did not come up within ${startLimitMs} ms:\n${told}`));
    const timer = setTimeout(late, startLimitMs);
    output.on('data', (data: Buffer) => {
      told += data.toString('utf8');
      const address = /DevTools listening on (ws:\S+)/.exec(told)?.[1];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(address);
    });
    output.on('end', () => {
      clearTimeout(timer);
      reject(new Error(`Chromium ended:\n${told}`));
    });
  });
}

type CallBrowser = <T>(method: string, params: object, shape: z.ZodType<T>, sessionId?: string) => Promise<T>;

/** Calls of the Chrome DevTools Protocol over one socket. https://chromedevtools.github.io/devtools-protocol/ */
function caller(socket: WebSocket): CallBrowser {
  const waiting = new Map<number, (message: z.infer<typeof answered>) => void>();
  socket.on('message', (data: Buffer) => {
    const message = answered.safeParse(JSON.parse(data.toString('utf8')));
    if (message.success) waiting.get(message.data.id)?.(message.data);
  });
  let last = 0;
  return async (method, params, shape, sessionId) => {
    const id = (last += 1);
    const answer = new Promise<z.infer<typeof answered>>((resolve) => waiting.set(id, resolve));
    socket.send(JSON.stringify({ id, method, params, ...(sessionId !== undefined && { sessionId }) }));
    const { result, error } = await answer;
    waiting.delete(id);
    if (error !== undefined) throw new Error(`Chromium refuses ${method}: ${JSON.stringify(error)}`);
    return shape.parse(result);
  };
}

const rectangle = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });

async function photograph(call: CallBrowser, html: string): Promise<Buffer> {
  const { targetId } = await call('Target.createTarget', { url: 'about:blank' }, z.object({ targetId: z.string() }));
  const attached = z.object({ sessionId: z.string() });
  const { sessionId } = await call('Target.attachToTarget', { targetId, flatten: true }, attached);
  const { frameTree } = await call(
    'Page.getFrameTree',
    {},
    z.object({ frameTree: z.object({ frame: z.object({ id: z.string() }) }) }),
    sessionId,
  );
  await call('Page.setDocumentContent', { frameId: frameTree.frame.id, html }, z.unknown(), sessionId);
  const { result } = await call(
    'Runtime.evaluate',
    { expression: 'document.getElementById("picture").getBoundingClientRect().toJSON()', returnByValue: true },
    z.object({ result: z.object({ value: rectangle }) }),
    sessionId,
  );
  const { data } = await call(
    'Page.captureScreenshot',
    { format: 'png', captureBeyondViewport: true, clip: { ...result.value, scale: 1 } },
    z.object({ data: z.string() }),
    sessionId,
  );
  await call('Target.closeTarget', { targetId }, z.unknown());
  return Buffer.from(data, 'base64');
}
