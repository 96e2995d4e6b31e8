import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A web server of a test, on a free port of the loopback address. */
export interface LoopbackServer {
  /** Without a slash at its end. */
  readonly origin: string;
  readonly port: number;
  /** Paths that were asked for, in order. */
  readonly asked: readonly string[];
  /** Ends every connection at once. */
  close(): Promise<void>;
}

/** @param port A certain one, to come back after an end; any free one by default. */
export const serve = async (answer: RequestListener, port = 0): Promise<LoopbackServer> => {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    asked.push(request.url ?? '');
    answer(request, response);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const taken = (server.address() as AddressInfo).port;
  return {
    origin: `http://127.0.0.1:${taken}`,
    port: taken,
    asked,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
};

/** Addresses of this machine: what a test may connect to besides what everybody may. */
export const isLoopback = (address: string): boolean => address === '127.0.0.1' || address === '::1';
