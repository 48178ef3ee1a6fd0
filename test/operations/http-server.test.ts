import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { ConfigError } from '../../src/errors.ts';
import { type HttpServerOptions, openHttpServer } from '../../src/operations/http-server.ts';
import { createLog } from '../../src/operations/log.ts';
import { createMetrics } from '../../src/operations/metrics.ts';

const log = createLog({ level: 'error', secrets: [], write: () => undefined });

async function open(options: Partial<HttpServerOptions> = {}) {
  const server = await openHttpServer({
    host: '127.0.0.1',
    port: 0,
    parts: () => ({}),
    metrics: createMetrics(),
    log,
    ...options,
  });
  onTestFinished(() => server.close());
  const get = (path: string, init?: RequestInit) => fetch(`${server.address}${path}`, init);
  return { server, get };
}

test('says that the process is up', async () => {
  const { get } = await open();
  expect((await get('/healthz')).status).toBe(200);
  expect((await get('/healthz', { method: 'HEAD' })).status).toBe(200);
});

test('says of each part whether it works, asked anew each time', async () => {
  let slack = false;
  const { get } = await open({ parts: () => ({ index: () => true, slack: () => slack }) });
  const before = await get('/readyz');
  expect([before.status, await before.json()]).toEqual([503, { index: true, slack: false }]);
  slack = true;
  const after = await get('/readyz');
  expect([after.status, await after.json()]).toEqual([200, { index: true, slack: true }]);
});

test('a part that fails, or does not say within a second, does not work; the others are told all the same', async () => {
  const never = new Promise<boolean>(() => undefined);
  const { get } = await open({
    parts: () => ({
      store: () => never,
      other: async () => {
        throw new Error('secret detail');
      },
      index: () => true,
    }),
  });
  expect(await (await get('/readyz')).json()).toEqual({ store: false, other: false, index: true });
});

test('has metrics in the format of Prometheus', async () => {
  const metrics = createMetrics();
  metrics.storeError('threads.write');
  const { get } = await open({ metrics });
  const response = await get('/metrics');
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  expect(await response.text()).toContain('greffier_store_errors_total{operation="threads.write"} 1');
});

test.each([
  ['GET', '/', 404],
  ['GET', '/slack/events', 404],
  ['POST', '/slack/events', 404],
  ['GET', '/healthz/', 404],
  ['GET', '/../healthz/..', 404],
  ['GET', '//', 404],
  ['POST', '/healthz', 405],
  ['DELETE', '/metrics', 405],
  ['PUT', '/readyz', 405],
])('without HTTP mode answers %s %s with %i, and says nothing of itself', async (method, path, status) => {
  const { get } = await open();
  const response = await get(path, { method });
  expect(response.status).toBe(status);
  expect(await response.text()).toBe('');
  expect(response.headers.get('server') ?? response.headers.get('x-powered-by')).toBe(null);
});

test("hands POST /slack/events to whoever takes Slack's calls, and asks Slack to come again while nobody does", async () => {
  let ready = false;
  const { get } = await open({ events: () => (ready ? (_, response) => void response.end('taken') : null) });
  expect((await get('/slack/events', { method: 'POST', body: '{}' })).status).toBe(503);
  ready = true;
  expect(await (await get('/slack/events', { method: 'POST', body: '{}' })).text()).toBe('taken');
  const wrong = await get('/slack/events');
  expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'POST']);
});

test('a failure inside is answered without its details', async () => {
  const { get } = await open({ metrics: { render: () => Promise.reject(new Error('secret detail')) } });
  const response = await get('/metrics');
  expect([response.status, await response.text()]).toEqual([500, '']);
});

test('a request that dribbles in is cut', async () => {
  const { server } = await open({ events: () => () => undefined, requestTimeoutMs: 200 });
  const socket = connect(Number(new URL(server.address).port), '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  socket.setEncoding('utf8').write('POST /slack/events HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n{');
  const dribble = setInterval(() => socket.write('x'), 20);
  socket.on('error', () => undefined);
  let answer = '';
  socket.on('data', (text: string) => (answer += text));
  await once(socket, 'close');
  clearInterval(dribble);
  expect(answer).toMatch(/^(?:HTTP\/1\.1 408 |$)/);
});

test('a port that is taken is refused, naming HOST and PORT', async () => {
  const { server } = await open();
  const port = Number(new URL(server.address).port);
  const refused = await open({ port }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(ConfigError);
  expect(refused).toMatchObject({
    message: expect.stringContaining(`cannot listen on HOST 127.0.0.1, PORT ${port}`),
    hint: expect.stringContaining('HOST and PORT'),
  });
});
