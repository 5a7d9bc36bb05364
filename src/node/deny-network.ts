/**
 * Takes the network away from the process or thread that imports this, and with it the starting of other programs, which
 * could use it instead. Must be the first import of every entry: what is loaded before could keep what it found.
 * Windows are denied elsewhere (main/deny.ts, main/stay-offline.ts); this is for the processes that have Node.
 */
import { syncBuiltinESMExports } from "node:module";
import { AttacheError } from "../ipc/errors.ts";

function refuse(name: string): never {
  throw new AttacheError("network-denied", `Attaché uses no network and starts no other program: ${name} was refused.`);
}

/** A function that refuses, also where it is called with `new`. */
function refusal(name: string): () => never {
  return function refused() {
    return refuse(name);
  };
}

/** Functions of `target`, by name or all that `which` fits, refuse from now on. */
function replace(target: object, what: string, which: readonly string[] | ((name: string) => boolean)): void {
  const fits = typeof which === "function" ? which : (name: string) => which.includes(name);
  for (const name of Object.getOwnPropertyNames(target)) {
    if (!fits(name) || typeof Reflect.get(target, name) !== "function") continue;
    const value = refusal(`${what}.${name}`);
    Object.defineProperty(target, name, { value, writable: false, configurable: false, enumerable: true });
  }
}

const asks = (name: string) => /^(?:lookup|resolve|reverse)/u.test(name);
/** Of Node's own C++ modules, those that reach the network by themselves. */
const BINDINGS = ["tcp_wrap", "udp_wrap", "pipe_wrap", "tls_wrap", "cares_wrap", "spawn_sync", "process_wrap"];

/**
 * Only what the others are made of: `tls`, `http`, `https` and `http2` connect by `net`, `cluster` forks by
 * `child_process`. They are not loaded for this, which would take as long as all the rest of a start.
 */
function denyNetwork(): void {
  const builtin = process.getBuiltinModule;
  const net = builtin("node:net");
  replace(net, "net", ["connect", "createConnection"]);
  replace(net.Socket.prototype, "net.Socket", ["connect"]);
  replace(net.Server.prototype, "net.Server", ["listen"]);
  const dgram = builtin("node:dgram");
  replace(dgram.Socket.prototype, "dgram.Socket", ["bind", "connect", "send", "sendto"]);
  replace(dgram, "dgram", ["createSocket"]);
  const dns = builtin("node:dns");
  for (const resolver of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
    replace(resolver, "dns", asks);
    // The methods that a resolver inherits are the same in both kinds.
    replace(Object.getPrototypeOf(resolver), "dns", asks);
  }
  replace(builtin("node:inspector"), "inspector", ["open"]);
  replace(builtin("node:child_process"), "child_process", (name) => /^(?:spawn|exec|fork)/u.test(name));
  for (const name of ["WebSocket", "EventSource"]) {
    // Taken away first: Node loads all of its own HTTP when somebody looks at what is there, or defines it anew.
    if (Object.hasOwn(globalThis, name) && Reflect.deleteProperty(globalThis, name))
      Object.defineProperty(globalThis, name, { value: refusal(name), writable: false, configurable: false });
  }
  const fetch = async () => refuse("fetch");
  Object.defineProperty(globalThis, "fetch", { value: fetch, writable: false, configurable: false });

  const binding: unknown = Reflect.get(process, "binding");
  const guarded = (name: string): unknown => {
    if (BINDINGS.includes(name)) refuse(`process.binding(${name})`);
    return typeof binding === "function" ? Reflect.apply(binding, process, [name]) : undefined;
  };
  Object.defineProperty(process, "binding", { value: guarded, writable: false, configurable: false });
  // What was imported by name sees the new functions too.
  syncBuiltinESMExports();
}

denyNetwork();
