/**
 * Keeps the addresses outside the app that its windows tried to reach, whether or not something stopped them.
 */
import type { BrowserContext } from "@playwright/test";

const LOCAL_SCHEMES = ["about:", "blob:", "data:", "devtools:"];

export class OutsideRequests {
  readonly #urls: string[] = [];

  constructor(context: BrowserContext, isOfTheApp: (url: string) => boolean) {
    context.on("request", (request) => {
      const url = request.url();
      // Electron refuses a navigation before there is a request.
      if (request.isNavigationRequest()) return;
      if (!isOfTheApp(url) && !LOCAL_SCHEMES.some((scheme) => url.startsWith(scheme))) this.#urls.push(url);
    });
  }

  list(): string[] {
    return [...this.#urls];
  }
}
