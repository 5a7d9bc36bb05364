/** Every way to the network that Node has, to be tried in processes and threads that denied themselves all of them. */

/** What came of an attempt: the code of the error that stopped it, or "done". */
export type Attempts = Record<string, string>;

/** Must use nothing from outside itself: it may be sent to other processes as text. */
export async function attemptNetwork(address: string): Promise<Attempts> {
  const [host = "", port = ""] = address.split(":");
  const builtin = process.getBuiltinModule;
  const net = builtin("node:net");
  const dns = builtin("node:dns");
  const dgram = builtin("node:dgram");
  const http = builtin("node:http");
  const child = builtin("node:child_process");
  const url = `http://${address}/`;
  const shell = process.execPath;
  const event = (emitter: { once(name: string, listener: (value: unknown) => void): unknown }) =>
    new Promise((resolve, reject) => {
      emitter.once("error", reject);
      for (const name of ["connect", "response", "listening", "message", "spawn", "open"]) emitter.once(name, resolve);
    });
  const attempts: Record<string, () => unknown> = {
    "net.connect": () => event(net.connect(Number(port), host)),
    "net.createConnection": () => event(net.createConnection({ port: Number(port), host })),
    "net.Socket": () => event(new net.Socket().connect(Number(port), host)),
    "net.Socket of a path": () => event(new net.Socket().connect("/tmp/none.sock")),
    "net.Server": () => event(net.createServer().listen(0)),
    "tls.connect": () => event(builtin("node:tls").connect(Number(port), host)),
    "http.request": () => event(http.request(url).end()),
    "http.get": () => event(http.get(url)),
    "http.Server": () => event(http.createServer().listen(0)),
    "https.get": () => event(builtin("node:https").get(`https://${address}/`)),
    "http2.connect": () => event(builtin("node:http2").connect(url)),
    "dgram.createSocket": () => event(dgram.createSocket("udp4").bind(0)),
    "dgram.Socket": () => Reflect.construct(dgram.Socket, ["udp4"]).send("x", Number(port), host),
    "dns.lookup": () => new Promise((resolve, reject) => dns.lookup("localhost", (e) => (e ? reject(e) : resolve(1)))),
    "dns.resolve4": () => dns.promises.resolve4("example.com"),
    "dns.promises.lookup": () => dns.promises.lookup("localhost"),
    "dns.Resolver": () => new dns.promises.Resolver().resolve("example.com", "TXT"),
    "dns.Resolver with calls": () => new dns.Resolver().resolveMx("example.com", () => undefined),
    fetch: () => fetch(url),
    "a WebSocket": () => new WebSocket(`ws://${address}/`),
    "an EventSource": () => Reflect.construct(Reflect.get(globalThis, "EventSource") ?? Object, [url]),
    "process.binding tcp": () => Reflect.get(process, "binding")("tcp_wrap"),
    "process.binding udp": () => Reflect.get(process, "binding")("udp_wrap"),
    "process.binding names": () => Reflect.get(process, "binding")("cares_wrap"),
    "inspector.open": () => builtin("node:inspector").open(0),
    spawn: () => event(child.spawn(shell, ["--version"])),
    execFile: () => event(child.execFile(shell, ["--version"])),
    exec: () => event(child.exec("true")),
    fork: () => event(child.fork("none.js")),
    spawnSync: () => child.spawnSync(shell, ["--version"]),
    execSync: () => child.execSync("true"),
    cluster: () => event(Reflect.get(builtin("node:cluster"), "fork")()),
  };
  const outcomes: Attempts = {};
  for (const [name, attempt] of Object.entries(attempts)) {
    try {
      const silence = new Promise((resolve) => setTimeout(() => resolve("silence"), 2_000));
      outcomes[name] = (await Promise.race([attempt(), silence])) === "silence" ? "silence" : "done";
    } catch (error) {
      outcomes[name] = String(Reflect.get(Object(error), "code") ?? error);
    }
  }
  return outcomes;
}
