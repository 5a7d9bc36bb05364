/**
 * Links in the brief: made, changed and taken away with keys alone, never followed; pasted ones where they may stay.
 */
import { expectNoViolations } from "../axe.ts";
import { openSamples, saveAs } from "../briefs/samples.ts";
import { expect, test } from "../hosts/fixture.ts";
import { LinkField } from "../pages/link-field.ts";
import { WelcomePage } from "../pages/welcome-page.ts";

test("a link is made, changed and taken away with keys alone, and is kept", async ({ launchApp, userDataFolder }) => {
  const opened = await openSamples(launchApp);
  await saveAs(opened, userDataFolder, "Links");
  const { app, window } = opened;
  const { brief, page } = window;
  const field = new LinkField(page);
  const links = brief.section("context").getByRole("link");
  await brief.write("context", "See the report");
  await page.keyboard.press("Control+Shift+ArrowLeft");
  await brief.settled();
  await page.keyboard.press("Control+k");
  await expect(field.address).toBeFocused();
  await expectNoViolations(page, "the field of a link");

  // What leads nowhere safe is refused, and one stays in the field.
  await page.keyboard.type("javascript:alert(1)");
  await page.keyboard.press("Enter");
  await expect(field.problem).toContainText("Give a web address");
  await expect(field.address).toHaveAttribute("aria-invalid", "true");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("example.org/report");
  await page.keyboard.press("Enter");
  await expect(field.box).toHaveCount(0);
  await expect(links).toHaveText(["report"]);
  await expect(links).toHaveAttribute("href", "https://example.org/report");
  await brief.settled();
  await page.keyboard.press("End");
  await page.keyboard.type(" now.");
  await expect(links).toHaveText(["report"]);
  expect(await brief.words("context")).toEqual(["See the report now."]);
  await expectNoViolations(page, "a link");

  // The caret in it is enough to change it.
  await brief.caretAfter("repo");
  await page.keyboard.press("Control+k");
  await expect(field.address).toHaveValue("https://example.org/report");
  await page.keyboard.press("Escape");
  await expect(field.box).toHaveCount(0);
  await brief.settled();
  await page.keyboard.press("Control+k");
  await field.address.fill("desk@example.org");
  await page.keyboard.press("Enter");
  await expect(links).toHaveAttribute("href", "mailto:desk@example.org");
  await window.expectSaved();
  await app.quit();

  const again = await new WelcomePage(await (await launchApp()).firstWindow()).openRecent(/Links/);
  const kept = again.brief.section("context").getByRole("link");
  await expect(kept).toHaveText(["report"]);
  await expect(kept).toHaveAttribute("href", "mailto:desk@example.org");
  await again.brief.caretAfter("repo");
  await again.page.keyboard.press("Control+k");
  await new LinkField(again.page).button("Remove link").press("Enter");
  await expect(kept).toHaveCount(0);
  expect(await again.brief.words("context")).toEqual(["See the report now."]);
  await again.brief.settled();
  await again.page.keyboard.press("Control+z");
  await expect(kept).toHaveText(["report"]);
});

test("nothing is selected: the address is written as a link, and undone", async ({ launchApp }) => {
  const { app, window } = await openSamples(launchApp);
  const { brief, page } = window;
  await brief.write("context", "See ");
  await app.clickMenu("insert.link");
  await new LinkField(page).address.fill("https://example.org");
  await page.keyboard.press("Enter");
  await expect(brief.section("context").getByRole("link")).toHaveText(["https://example.org"]);
  await brief.settled();
  await page.keyboard.type(" soon");
  expect(await brief.words("context")).toEqual(["See https://example.org soon"]);
  await expect(brief.section("context").getByRole("link")).toHaveText(["https://example.org"]);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  expect(await brief.words("context")).toEqual(["See "]);
});

test("the field goes away when one presses elsewhere, and one writes there", async ({ launchApp }) => {
  const { window } = await openSamples(launchApp);
  const { brief, page } = window;
  await brief.write("context", "First words.");
  await brief.write("context", "Second words.");
  await page.keyboard.press("Control+k");
  const field = new LinkField(page);
  await expect(field.address).toBeFocused();
  await brief.caretAfter("First");
  await expect(field.box).toHaveCount(0);
  await page.keyboard.type("!");
  await expect(brief.blocks("context").first()).toHaveText("First! words.");
});

test("a link is not followed, whichever button presses it, and a press puts the caret there", async ({ launchApp }) => {
  const { app, window } = await openSamples(launchApp);
  const { brief, page } = window;
  await brief.caretAtEnd("context");
  await brief.paste({
    "text/html": '<p>See <a href="https://example.org/x" target="_blank">this report</a> today</p>',
  });
  const link = brief.section("context").getByRole("link");
  await expect(link).toHaveText(["this report"]);
  const address = page.url();
  const { x, y } = await brief.pointAfter("this rep");
  await page.mouse.click(x, y, { button: "middle" });
  await page.keyboard.down("Shift");
  await page.mouse.click(x, y);
  await page.keyboard.up("Shift");
  await page.mouse.click(x, y);
  await brief.settled();
  await page.keyboard.type("_");
  await expect(link).toHaveText(["this rep_ort"]);
  expect(page.url()).toBe(address);
  expect(app.windows()).toHaveLength(1);
  expect(app.outsideRequests()).toEqual([]);
  expect(await app.openedAddresses()).toEqual([]);
});

test("of pasted links those to the web and to mail stay, others are their words", async ({ launchApp }) => {
  const { window } = await openSamples(launchApp);
  const { brief } = window;
  await brief.caretAtEnd("context");
  const addresses = [
    "https://example.org/a",
    "mailto:desk@example.org",
    "javascript:alert(1)",
    "file:///etc/passwd",
    "#x",
  ];
  const html = addresses.map((address, index) => `<a href="${address}">link ${index}</a>`).join(" and ");
  await brief.paste({ "text/html": `<p>${html}</p>` });
  await expect(brief.section("context").getByRole("link")).toHaveText(["link 0", "link 1"]);
  expect(await brief.words("context")).toEqual(["link 0 and link 1 and link 2 and link 3 and link 4"]);
});
