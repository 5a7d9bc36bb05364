/**
 * Keeps Chromium off the network on its own account: what it does in the background, and what passes by
 * `session.webRequest` (deny.ts). Must be called before the app is ready: Chromium reads its switches once.
 * Switches: https://www.electronjs.org/docs/latest/api/command-line-switches
 */
import { app, type Session } from "electron";

/** No name is ever looked up, and everything is sent to a proxy whose name cannot be looked up: addresses, too. */
const NOWHERE = "socks5://nowhere.invalid:9";

const SWITCHES: readonly (readonly [name: string, value?: string])[] = [
  ["host-resolver-rules", "MAP * ~NOTFOUND"],
  ["proxy-server", NOWHERE],
  // By default what runs on this machine is reached without the proxy.
  ["proxy-bypass-list", "<-loopback>"],
  ["disable-background-networking"],
  ["disable-component-update"],
  ["disable-domain-reliability"],
  ["disable-quic"],
  ["no-pings"],
];

export function stayOffline(): void {
  for (const [name, value] of SWITCHES) app.commandLine.appendSwitch(name, value);
}

/** What a session would do by itself: look up names over HTTPS, take the system's proxy, fetch dictionaries. */
export function keepOffline(session: Session): void {
  // On Windows and Linux Chromium would fetch a dictionary of the user's language from Google's servers. Without a
  // language it asks for none; should it ever ask, it finds nobody at home.
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerDictionaryDownloadURL("app://attache/no-dictionaries/");
  void session.setProxy({ mode: "fixed_servers", proxyRules: NOWHERE, proxyBypassRules: "<-loopback>" });
}

/** When the app is ready. */
export function lookNothingUp(): void {
  app.configureHostResolver({ enableBuiltInResolver: false, secureDnsMode: "off" });
}
