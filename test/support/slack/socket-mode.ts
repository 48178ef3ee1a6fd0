import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { parseJson } from './call-args.ts';
import type { Attempt, PayloadKind, Transport } from './transport.ts';
import { addBreach, changed, ids, type World } from './world.ts';

/** Sockets that one app may hold open. */
const maxSockets = 10;

/** Clients give a connection up after 30 s without a ping. */
const heartbeatMs = 10_000;

/** How long a client may take to answer a close frame. */
const closePatienceMs = 250;

const ackShape = z.looseObject({ envelope_id: z.string(), payload: z.unknown() });

/** The server side of Socket Mode. */
export interface SocketMode {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Sockets that are open and greeted. */
  count(): number;
  readonly send: Transport;
  /** Sends a text over the first open socket as it is, well formed or not. */
  sendRaw(text: string): void;
  drop(): number;
  disconnect(reason: string): void;
  /** Closes every socket, politely first: Bolt's `stop()` returns while its own handshake is under way. */
  close(): Promise<void>;
}

interface Pending {
  readonly socket: WebSocket;
  readonly settle: (attempt: Attempt) => void;
}

const unanswered: Attempt = { acked: false, response: undefined, status: 0, failure: 'timeout', noRetry: false };

/** Opens Socket Mode for a world. `acquire` resolves when a socket is there to send on. */
export function createSocketMode(world: World, acquire: () => Promise<void>): SocketMode {
  const server = new WebSocketServer({ noServer: true });
  const sockets: WebSocket[] = [];
  const pending = new Map<string, Pending>();
  const seen = new Set<string>();

  server.on('connection', (socket: WebSocket) => {
    if (server.clients.size > maxSockets) {
      socket.send(JSON.stringify({ type: 'disconnect', reason: 'too_many_websockets' }));
      socket.close();
      return;
    }
    // A client that answers the first ping has read the greeting before it.
    socket.once('pong', () => {
      sockets.push(socket);
      changed(world);
    });
    const heartbeat = setInterval(() => socket.ping(), heartbeatMs).unref();
    socket.on('message', (data) => receive(Buffer.isBuffer(data) ? data.toString('utf8') : ''));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      clearInterval(heartbeat);
      forget(socket);
    });
    socket.send(JSON.stringify(hello(server.clients.size)));
    socket.ping();
  });

  function live(): WebSocket[] {
    return sockets.filter((socket) => socket.readyState === WebSocket.OPEN);
  }

  function forget(socket: WebSocket): void {
    if (sockets.includes(socket)) sockets.splice(sockets.indexOf(socket), 1);
    for (const [id, waiting] of pending) {
      if (waiting.socket !== socket) continue;
      pending.delete(id);
      waiting.settle({ ...unanswered, failure: 'disconnected' });
    }
    changed(world);
  }

  function receive(data: string): void {
    const parsed = ackShape.safeParse(parseJson(data));
    if (!parsed.success) {
      addBreach(world, 'socket', `not an acknowledgement: ${data.slice(0, 120)}`);
      return;
    }
    const { envelope_id: id, payload } = parsed.data;
    if (!seen.has(id)) addBreach(world, 'socket', `acknowledgement of unknown envelope ${id}`);
    const waiting = pending.get(id);
    pending.delete(id);
    waiting?.settle({ ...unanswered, acked: true, response: payload });
  }

  async function send(
    kind: PayloadKind,
    payload: Readonly<Record<string, unknown>>,
    retry: { readonly number: number; readonly reason: string },
  ): Promise<Attempt> {
    await acquire();
    const open = live();
    const socket = open[seen.size % open.length];
    if (socket === undefined) return { ...unanswered, failure: 'disconnected', noRetry: world.closing };
    const id = randomUUID();
    seen.add(id);
    const envelope = {
      envelope_id: id,
      type: kind,
      payload,
      accepts_response_payload: kind !== 'events_api',
      ...(kind === 'events_api' ? { retry_attempt: retry.number, retry_reason: retry.reason } : {}),
    };
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        pending.delete(id);
        resolve(unanswered);
      }, world.options.ackTimeoutMs ?? 3000);
      pending.set(id, {
        socket,
        settle: (attempt) => {
          clearTimeout(timer);
          resolve(attempt);
        },
      });
      socket.send(JSON.stringify(envelope));
    });
  }

  return {
    upgrade(request, socket, head) {
      const ticket = new URL(request.url ?? '/', 'ws://127.0.0.1').searchParams.get('ticket') ?? '';
      if (!world.tickets.delete(ticket)) {
        socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, socket, head, (opened) => server.emit('connection', opened, request));
    },
    count: () => live().length,
    send,
    sendRaw: (text) => live()[0]?.send(text),
    drop() {
      const open = live();
      for (const socket of open) socket.terminate();
      return open.length;
    },
    disconnect(reason) {
      for (const socket of live()) socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: {} }));
    },
    async close() {
      await Promise.all([...server.clients].map(shut));
    },
  };
}

async function shut(socket: WebSocket): Promise<void> {
  const timer = setTimeout(() => socket.terminate(), closePatienceMs);
  const closed = once(socket, 'close');
  socket.close();
  await closed;
  clearTimeout(timer);
}

function hello(connections: number): Record<string, unknown> {
  return {
    type: 'hello',
    num_connections: connections,
    connection_info: { app_id: ids.app },
    debug_info: { host: 'applink-1', build_number: 1, approximate_connection_time: 18_060 },
  };
}
