import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { ConfigError } from '../errors.ts';
import { type Log, reason } from './log.ts';
import { type Metrics, metricsType } from './metrics.ts';
import { type Check, readiness } from './readiness.ts';

/** Where Slack calls in HTTP mode. */
export const eventsPath = '/slack/events';

/** What the server tells, and to whom it hands Slack's calls. */
export interface HttpServerOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** The parts of `/readyz`, asked anew each time. */
  readonly parts: () => Readonly<Record<string, Check>>;
  readonly metrics: Pick<Metrics, 'render'>;
  readonly log: Log;
  /** Who takes Slack's calls at this moment; null: nobody yet, or no more. Left out where Slack does not call (404). */
  readonly events?: () => RequestListener | null;
  /** How long a request may take to arrive, in ms; default 10,000, its headers half of it. */
  readonly requestTimeoutMs?: number;
}

/** A server that listens. */
export interface HttpServer {
  /** "http://127.0.0.1:3000" */
  readonly address: string;
  /** Takes no further request and ends; open connections are cut after a second. */
  close(): Promise<void>;
}

const defaultTimeoutMs = 10_000;

/** How long open connections may hold up the end. */
const closePatienceMs = 1000;

/**
 * Listens for `/healthz`, `/readyz`, `/metrics` and, in HTTP mode, for Slack. Whoever takes Slack's calls reads the body
 * and verifies it.
 *
 * @throws ConfigError naming HOST and PORT where the address cannot be had.
 */
export async function openHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const { host, port, requestTimeoutMs = defaultTimeoutMs } = options;
  const server = createServer(
    {
      requestTimeout: requestTimeoutMs,
      headersTimeout: requestTimeoutMs / 2,
      connectionsCheckingInterval: requestTimeoutMs / 10,
    },
    createListener(options),
  );
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    const hint = 'choose other values for HOST and PORT';
    throw new ConfigError(`cannot listen on HOST ${host}, PORT ${port}: ${reason(error)}`, { cause: error, hint });
  }
  const bound = server.address();
  const boundPort = typeof bound === 'object' && bound !== null ? bound.port : port;
  return { address: `http://${host.includes(':') ? `[${host}]` : host}:${boundPort}`, close: () => close(server) };
}

interface Route {
  readonly method: string;
  answer(request: IncomingMessage, response: ServerResponse): void | Promise<void>;
}

function createListener({ parts, metrics, log, events }: HttpServerOptions): RequestListener {
  const routes = new Map<string, Route>([
    ['/healthz', { method: 'GET', answer: (_, response) => send(response, 200, 'ok\n') }],
    ['/readyz', { method: 'GET', answer: async (_, response) => sendReadiness(response, await readiness(parts())) }],
    [
      '/metrics',
      { method: 'GET', answer: async (_, response) => send(response, 200, await metrics.render(), metricsType) },
    ],
  ]);
  if (events !== undefined) {
    const answer: RequestListener = (request, response) => {
      const take = events();
      if (take === null) send(response, 503);
      else take(request, response);
    };
    routes.set(eventsPath, { method: 'POST', answer });
  }
  return async (request, response) => {
    const route = routes.get(request.url?.split('?', 1)[0] ?? '');
    try {
      if (route === undefined) send(response, 404);
      else if (request.method !== route.method && !(request.method === 'HEAD' && route.method === 'GET'))
        send(response.setHeader('allow', route.method), 405);
      else await route.answer(request, response);
    } catch (error) {
      log.error('http: a request failed', { reason: reason(error) });
      if (response.headersSent) response.destroy();
      else send(response, 500);
    }
  };
}

function sendReadiness(response: ServerResponse, states: Readonly<Record<string, boolean>>): void {
  const ready = Object.values(states).every(Boolean);
  send(response, ready ? 200 : 503, `${JSON.stringify(states)}\n`, 'application/json');
}

function send(response: ServerResponse, status: number, body = '', type = 'text/plain; charset=utf-8'): void {
  response.writeHead(status, { ...(body !== '' && { 'content-type': type }), 'cache-control': 'no-store' }).end(body);
}

async function close(server: Server): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), closePatienceMs);
  const closed = once(server, 'close');
  server.close();
  await closed;
  clearTimeout(cut);
}
