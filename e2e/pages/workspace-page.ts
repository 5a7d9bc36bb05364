/** The window of an open project: its panes, its status, its dialogs. */
import { expect, type Locator, type Page } from "@playwright/test";
import { BriefPane } from "./brief-pane.ts";
import { ExcerptsTray } from "./excerpts-tray.ts";
import { ExportDialogPage } from "./export-dialog.ts";
import { FindingsPane } from "./findings-pane.ts";
import { HistoryDialog } from "./history-dialog.ts";
import { ReaderPane } from "./reader-pane.ts";
import { RemovedItemsDialog } from "./removed-items.ts";
import { SourcesPane } from "./sources-pane.ts";

export class WorkspacePage {
  readonly page: Page;
  readonly sources: SourcesPane;
  readonly reader: ReaderPane;
  readonly tray: ExcerptsTray;
  readonly brief: BriefPane;
  readonly findings: FindingsPane;
  readonly exportDialog: ExportDialogPage;
  readonly history: HistoryDialog;
  readonly removedItems: RemovedItemsDialog;

  constructor(page: Page) {
    this.page = page;
    this.sources = new SourcesPane(page);
    this.reader = new ReaderPane(page);
    this.tray = new ExcerptsTray(page);
    this.brief = new BriefPane(page);
    this.findings = new FindingsPane(page);
    this.exportDialog = new ExportDialogPage(page);
    this.history = new HistoryDialog(page);
    this.removedItems = new RemovedItemsDialog(page);
  }

  get status(): Locator {
    return this.page.getByRole("contentinfo").getByRole("status");
  }

  get messages(): Locator {
    return this.page.getByRole("region", { name: "Messages" });
  }

  /** Waits until all that was written is on disk, as the status says. */
  async expectSaved(): Promise<void> {
    await expect(this.status).toHaveText("Saved");
  }
}
