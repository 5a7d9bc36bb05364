/** Which addresses may lead out of Attaché, and that none can hide where it leads. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { externalAddress } from "../../src/main/external-address.ts";

describe("addresses that are opened", () => {
  test("of the web and of mail, with where they lead", () => {
    expect(externalAddress("https://example.org/report?page=2#top")).toEqual({
      url: "https://example.org/report?page=2#top",
      leadsTo: "example.org",
      shown: "https://example.org/report?page=2#top",
      opens: "browser",
      isDisguisable: false,
    });
    expect(externalAddress("HTTP://Example.org:8080")).toMatchObject({
      url: "http://example.org:8080/",
      leadsTo: "example.org:8080",
    });
    expect(externalAddress("mailto:desk@example.org?subject=A%20word")).toMatchObject({
      url: "mailto:desk@example.org?subject=A%20word",
      leadsTo: "desk@example.org",
      opens: "mail",
    });
  });

  test("letters of other alphabets are shown as the network knows them", () => {
    // The first letter is Cyrillic.
    const lookalike = externalAddress("https://\u0430pple.example/");
    expect(lookalike.leadsTo).toBe("xn--pple-43d.example");
    expect(lookalike.shown).toBe("https://xn--pple-43d.example/");
    expect(lookalike.isDisguisable).toBe(true);
    const mail = externalAddress("mailto:desk@\u0430pple.example");
    expect(mail).toMatchObject({
      url: "mailto:desk@xn--pple-43d.example",
      leadsTo: "desk@xn--pple-43d.example",
      isDisguisable: true,
    });
  });

  test("what turns text around or is not seen stands there as an escape", () => {
    const { shown, url } = externalAddress("https://example.org/\u202Egpj.exe\u200B?\u2066q\u2069#\uFEFFx\u00ADy");
    for (const text of [shown, url]) expect(text).toMatch(/^[\u0021-\u007e]+$/u);
    expect(shown).toContain("%E2%80%AE");
  });

  test("a backslash, a tab or a full stop of another script does not hide the host", () => {
    expect(externalAddress("https:\\\\evil.example\\@bank.example/").leadsTo).toBe("evil.example");
    expect(externalAddress("https://bank.example\u3002evil.example/").leadsTo).toBe("bank.example.evil.example");
    expect(externalAddress("https://evil.example\t/x").leadsTo).toBe("evil.example");
    expect(externalAddress("https://0x7f.1/").leadsTo).toBe("127.0.0.1");
  });

  test("a long address is cut in the middle, its host never", () => {
    const host = `${"a".repeat(60)}.${"b".repeat(60)}.${"c".repeat(60)}.${"d".repeat(50)}.example`;
    const { shown, leadsTo, url } = externalAddress(`https://${host}/${"path/".repeat(400)}the-end`);
    expect(url.length).toBeGreaterThan(2000);
    expect(leadsTo).toBe(host);
    expect(shown.startsWith(`https://${host}/`)).toBe(true);
    expect(shown).toContain(" … ");
    expect(shown.endsWith("the-end")).toBe(true);
    expect(shown.length).toBeLessThan(500);
  });

  test("a mail takes recipients, subject and text along, and nothing that attaches a file or sets a header", () => {
    const mail = externalAddress(
      "mailto:a@example.org,b@example.org?cc=c@example.org&BCC=d@example.org&attach=/etc/passwd&attachment=x&in-reply-to=y&subject=S&body=T%0AU",
    );
    expect(mail.url).toBe("mailto:a@example.org,b@example.org?cc=c@example.org&bcc=d@example.org&subject=S&body=T%0AU");
    expect(mail.leadsTo).toBe("a@example.org, b@example.org, c@example.org, d@example.org");
  });
});

describe("addresses that are refused", () => {
  test.each([
    "javascript:alert(1)",
    "java\tscript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "file://server/share/x.exe",
    "\\\\server\\share\\x.exe",
    "//example.org/x",
    "C:\\Windows\\System32\\calc.exe",
    "/usr/bin/xcalc",
    "app://attache/index.html",
    "ms-msdt:/id PCWDiagnostic",
    "search-ms:query=x&crumb=location:\\\\server",
    "ms-word:ofe|u|https://example.org/x.docx",
    "smb://example.org/x",
    "ftp://example.org/x",
    "about:blank",
    "blob:https://example.org/1",
    "view-source:https://example.org",
    "https:",
    "https://",
    "example.org",
    "",
    "  ",
    "mailto:",
    "mailto:?subject=x",
    "mailto:no-host",
    "mailto:a@example.org%0D%0Abcc:x@example.org",
    "mailto:a@example.org%00",
    "mailto:--attach=x@",
    'mailto:"a b"@example.org',
  ])("%s", (address) => {
    expect(() => externalAddress(address)).toThrow(expect.objectContaining({ code: "bad-arguments" }));
  });

  test("a name before the host, which says that it leads elsewhere; the message names the host", () => {
    for (const address of [
      "https://bank.example@evil.example/",
      "https://bank.example:443@evil.example/",
      "http://:x@evil.example",
    ])
      expect(() => externalAddress(address)).toThrow(/evil\.example/u);
  });

  test("whatever is given: refused in words, or plain ASCII of an allowed scheme that reads back as itself", () => {
    const piece = fc.constantFrom(
      "http:",
      "https://",
      "mailto:",
      "a@b.c",
      "@",
      "?cc=",
      "&attach=",
      "\u202E",
      "\u0430",
      "%00",
      "%",
      "\\",
      ":",
      "/",
      "\t",
      "\ud800",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(fc.oneof(piece, fc.string()), { maxLength: 8 }).map((pieces) => pieces.join("")),
    );
    fc.assert(
      fc.property(text, (address) => {
        try {
          const { url } = externalAddress(address);
          expect(url).toMatch(/^(?:https?:\/\/|mailto:)[\u0021-\u007e]+$/u);
          expect(externalAddress(url).url).toBe(url);
        } catch (error) {
          expect(error).toMatchObject({ name: "AttacheError", code: "bad-arguments" });
        }
      }),
      { numRuns: 2000 },
    );
  });
});
