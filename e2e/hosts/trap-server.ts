/**
 * What an outside would be: a server of this machine that answers anything to anybody, and remembers who came. Whatever
 * reaches it has left the app.
 */
import { createSocket } from "node:dgram";
import { createServer, type Server, type Socket } from "node:net";

const BODY = "globalThis.intruded = true;";
const ANSWER = [
  "HTTP/1.1 200 OK",
  "content-type: text/javascript",
  "access-control-allow-origin: *",
  `content-length: ${BODY.length}`,
  "connection: close",
  "",
  BODY,
].join("\r\n");

export interface TrapServer {
  /** Name and port, as they stand in an address. */
  readonly host: string;
  /** A line for every connection and for the first line of whatever was sent. */
  heard(): string[];
  close(): Promise<void>;
}

export async function startTrap(): Promise<TrapServer> {
  const heard: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    heard.push("connection");
    socket.on("data", (data) => {
      heard.push(data.toString("latin1").split("\r\n", 1)[0] ?? "");
      socket.end(ANSWER);
    });
    socket.on("error", () => undefined);
    socket.on("close", () => sockets.delete(socket));
  });
  const port = await listening(server);
  // The same port for what comes without a connection.
  const datagrams = createSocket("udp4").on("message", () => heard.push("datagram"));
  await new Promise<void>((resolve) => datagrams.bind(port, "127.0.0.1", resolve));
  return {
    host: `127.0.0.1:${port}`,
    heard: () => [...heard],
    close: () =>
      new Promise((resolve) => {
        datagrams.close();
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The trap has no port.");
  return address.port;
}
