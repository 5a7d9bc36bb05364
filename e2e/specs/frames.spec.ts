/**
 * The policy of the page, second half: no frame shows anything or holds anything of the app's, and no form, base or
 * refresh leads out.
 */
import { expect, test } from "../hosts/fixture.ts";
import { attack, watchPolicy } from "../hosts/hostile-page.ts";
import { startTrap, type TrapServer } from "../hosts/trap-server.ts";

let trap: TrapServer;
test.beforeEach(async () => {
  trap = await startTrap();
});
test.afterEach(async () => trap.close());

test("frames, forms and bases lead nowhere, and hold nothing of the app's", async ({ launchApp }) => {
  const app = await launchApp();
  const page = await app.firstWindow();
  const refusals = await watchPolicy(page);
  const address = page.url();
  const outcomes = await attack(page, trap.host, async ({ attempt, loading, outside }) => {
    const frame = (attribute: string, value: string) => {
      const element = document.createElement("iframe");
      element.setAttribute(attribute, value);
      return element;
    };
    const inside = async (element: HTMLIFrameElement) => {
      await loading(element);
      try {
        const held = ["attache", "process", "require", "intruded"].filter((name) =>
          Reflect.has(element.contentWindow ?? {}, name),
        );
        return held.join(" ") || "nothing";
      } catch {
        return "another page, which says nothing";
      }
    };
    await attempt("blank frame", () => inside(frame("src", "about:blank")));
    await attempt("frame of text", () => inside(frame("srcdoc", "<script>parent.intruded = 1; intruded = 1</script>")));
    await attempt("frame of a script", () => inside(frame("src", "javascript:parent.intruded=1")));
    await attempt("frame of data", () => inside(frame("src", "data:text/html,<script>parent.intruded=1</script>")));
    await attempt("frame of the app", () => inside(frame("src", location.href)));
    await attempt("frame from outside", () => inside(frame("src", `http://${outside}/frame`)));
    const page = new Blob(["<script>parent.intruded = 1</script>"], { type: "text/html" });
    await attempt("frame of a blob", () => inside(frame("src", URL.createObjectURL(page))));
    await attempt("base", () => {
      const base = document.createElement("base");
      base.href = `http://${outside}/`;
      document.head.prepend(base);
      return new URL("x", document.baseURI).host === outside ? "moved" : "stays";
    });
  });
  expect(outcomes).toMatchObject({
    "blank frame": "nothing",
    "frame of text": "nothing",
    "frame of a script": "nothing",
    "frame of data": "another page, which says nothing",
    "frame of the app": "another page, which says nothing",
    "frame from outside": "another page, which says nothing",
    "frame of a blob": "another page, which says nothing",
    base: "stays",
  });
  expect(await page.evaluate(() => Reflect.get(globalThis, "intruded"))).toBeUndefined();
  await attack(page, trap.host, async ({ attempt, outside }) => {
    await attempt("form", () => {
      const form = document.createElement("form");
      form.action = `http://${outside}/form`;
      form.method = "post";
      document.body.append(form);
      form.submit();
      return "submitted or not";
    });
  });
  const directives = async () => (await refusals()).map((refusal) => refusal.split(" ", 1)[0]);
  await expect.poll(directives).toEqual(expect.arrayContaining(["frame-src", "form-action", "base-uri"]));
  await attack(page, trap.host, async ({ attempt, outside }) => {
    await attempt("refresh", () => {
      const refresh = document.createElement("meta");
      refresh.httpEquiv = "refresh";
      refresh.content = `0; url=http://${outside}/refresh`;
      document.head.append(refresh);
      return "asked for";
    });
  });
  expect(page.url()).toBe(address);
  expect(trap.heard()).toEqual([]);
});
