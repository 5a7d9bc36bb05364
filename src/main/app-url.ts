/** The addresses of the app's own page: what counts as ours, told by a parser and not by how an address begins. */

const SCHEME = "app:";
const HOST = "attache";

export const APP_URL = `${SCHEME}//${HOST}/index.html`;

/** True for the app's own page and what belongs to it. */
export function isAppUrl(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  return protocol === SCHEME && host === HOST && username === "" && password === "";
}
