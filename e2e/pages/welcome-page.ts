/** The first screen, as a user sees it. */
import { expect, type Locator, type Page } from "@playwright/test";
import { WorkspacePage } from "./workspace-page.ts";

export class WelcomePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get problem(): Locator {
    return this.page.getByRole("alert");
  }

  get recoverButton(): Locator {
    return this.page.getByRole("button", { name: "Recover…" });
  }

  recent(name: string | RegExp): Locator {
    return this.page.getByRole("region", { name: "Recent" }).getByRole("button", { name });
  }

  async createBriefing(): Promise<WorkspacePage> {
    await this.page.getByRole("button", { name: "New briefing" }).click();
    return this.#workspace();
  }

  async createSubmission(): Promise<WorkspacePage> {
    await this.page.getByRole("button", { name: "New submission for decision" }).click();
    return this.#workspace();
  }

  async openRecent(name: string | RegExp): Promise<WorkspacePage> {
    await this.recent(name).click();
    return this.#workspace();
  }

  async #workspace(): Promise<WorkspacePage> {
    const workspace = new WorkspacePage(this.page);
    await expect(workspace.brief.text).toBeVisible();
    return workspace;
  }
}
