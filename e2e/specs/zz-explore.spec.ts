import { samplePlan } from "../briefs/brief-plan.ts";
import { importPlan } from "../briefs/compose.ts";
import { expect, test } from "../hosts/fixture.ts";
import { selectWithKeys } from "../pages/reading-caret.ts";
import { WelcomePage } from "../pages/welcome-page.ts";

const active = () => {
  const e = document.activeElement as HTMLElement;
  return `${e.tagName}.${e.className}[${e.getAttribute("role") ?? ""}] "${e.getAttribute("aria-label") ?? e.textContent?.slice(0, 30)}"`;
};

test("explore", async ({ launchApp }) => {
  const app = await launchApp();
  const page = await app.firstWindow();
  const plan = samplePlan();
  const window = await new WelcomePage(page).createBriefing();
  await page.keyboard.press("Tab"); console.log("empty tab:", await page.evaluate(active));
  for (let i = 0; i < 24; i++) { await page.keyboard.press("Tab"); console.log("  ", await page.evaluate(active)); }
  await importPlan(app, window, plan);
  await page.keyboard.press("Control+1"); console.log(await page.evaluate(active));
  await page.keyboard.press("ArrowDown"); console.log(await page.evaluate(active));
  await page.keyboard.press("Home"); console.log(await page.evaluate(active));
  await page.keyboard.press("Control+2"); console.log(await page.evaluate(active));
  for (const excerpt of plan.excerpts.filter((e) => e.file.startsWith("01"))) {
    console.log(excerpt.quote);
    await selectWithKeys(window.reader.article, excerpt.quote);
    await expect(window.reader.toolbar).toBeVisible();
    await page.screenshot({ path: "/tmp/kb-selected.png" });
    await page.keyboard.press("2");
    await expect(window.reader.toolbar).toBeHidden();
    console.log(await page.evaluate(active), await page.evaluate(() => { const s = document.getSelection()!; return `${s.focusNode?.nodeName} ${s.focusNode?.textContent?.slice(0, 40)} ${s.focusOffset}`; }));
    await page.screenshot({ path: "/tmp/kb-kept.png" });
  }
  await page.keyboard.press("Control+3"); console.log(await page.evaluate(active));
  await page.keyboard.press("Control+Enter"); console.log(await page.evaluate(active));
  await page.keyboard.press("Control+3"); console.log(await page.evaluate(active));
  await page.keyboard.press("ArrowRight"); console.log(await page.evaluate(active));
  await page.keyboard.press("Control+Enter"); console.log(await page.evaluate(active));
  await page.screenshot({ path: "/tmp/kb-inserted.png" });
  await page.keyboard.type("abc");
  await page.keyboard.press("Tab"); console.log("tab from text:", await page.evaluate(active));
  await page.screenshot({ path: "/tmp/kb-citation.png" });
  for (let i = 0; i < 8; i++) { await page.keyboard.press("Tab"); console.log("tab:", await page.evaluate(active)); }
  await page.keyboard.press("Control+4"); console.log(await page.evaluate(active));
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("Start");
  for (let i = 0; i < 5; i++) { await page.keyboard.press("ArrowDown"); await page.keyboard.type(`<${i}>`); }
  console.log((await window.brief.text.innerText()));
});
