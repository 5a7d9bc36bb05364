/**
 * Runs code of an attacker in a page, as if it had got in somewhere: with the rights of the page's own scripts, no more.
 */
import type { Page } from "@playwright/test";

/** What came of each attempt: the name of the error that stopped it, or what it got as text. */
export type Outcomes = Record<string, string>;

export interface AttackTools {
  /** Name and port of a server that must not be reached. */
  readonly outside: string;
  readonly attempt: (name: string, action: () => unknown) => Promise<void>;
  /** Puts an element into the page and answers the event that says what became of it; "silence" where none comes. */
  readonly loading: (element: HTMLElement) => Promise<unknown>;
}

/** The longest that a page waits for an event which may never come, in milliseconds. */
const PATIENCE_MS = 2_000;

/** Runs attempts one after the other. They are sent as text, so they must use nothing from outside themselves. */
export async function attack(
  page: Page,
  outside: string,
  attempts: (tools: AttackTools) => Promise<void>,
): Promise<Outcomes> {
  return page.evaluate(
    `(${runAttempts.toString()})(${attempts.toString()}, ${JSON.stringify(outside)}, ${PATIENCE_MS})`,
  );
}

async function runAttempts(
  attempts: (tools: AttackTools) => Promise<void>,
  outside: string,
  patienceMs: number,
): Promise<Outcomes> {
  const outcomes: Outcomes = {};
  const patience = () => new Promise((resolve) => setTimeout(() => resolve("silence"), patienceMs));
  // A debugger may evaluate text whatever the policy says. That right ends with this turn.
  await new Promise((resolve) => setTimeout(resolve));
  await attempts({
    outside,
    async attempt(name, action) {
      try {
        outcomes[name] = String(await Promise.race([action(), patience()]));
      } catch (error) {
        outcomes[name] = error instanceof Error || error instanceof DOMException ? error.name : String(error);
      }
    },
    loading(element) {
      const event = new Promise((resolve) => {
        for (const type of ["load", "error", "loadeddata"])
          element.addEventListener(type, () => resolve(type), { once: true });
      });
      document.body.append(element);
      return Promise.race([event, patience()]);
    },
  });
  return outcomes;
}

/** Answers the refusals of the page's policy since this was called, as "directive what". */
export async function watchPolicy(page: Page): Promise<() => Promise<string[]>> {
  const refused = await page.evaluateHandle(() => {
    const list: string[] = [];
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
      list.push(`${effectiveDirective} ${blockedURI}`);
    });
    return list;
  });
  return () => refused.jsonValue();
}
