// Proves what is taken for the title, author, publisher, dates and agencies of an article, and what is not: a value only
// where the text says so, a suggestion where it hints. All articles are invented.
import { describe, expect, test } from "vitest";
import { detectMetadata } from "../../src/core/source/detect-metadata.ts";
import type { Metadata, MetadataField } from "../../src/core/source/metadata.ts";
import { splitPlainText } from "../../src/core/source/split-plain-text.ts";

const BODY =
  "The harbour board met on Tuesday and agreed, after a debate of four hours, to dredge the northern channel before the winter storms begin.\n" +
  "It did not settle who would pay for the second phase, which is expected to cost about twice as much as the first one did.";

function detect(text: string, fileName = "a.txt") {
  return detectMetadata(splitPlainText(text), { fileName, importedOn: "2026-05-20", language: "en" });
}

function metadata(text: string): Metadata {
  return detect(text).metadata;
}

function suggested(text: string, field: MetadataField, fileName = "a.txt"): string[] {
  return detect(text, fileName)
    .suggestions.filter((suggestion) => suggestion.field === field)
    .map(({ value }) => value);
}

describe("title", () => {
  test.each([
    `Harbour board agrees to dredge\n${BODY}`,
    `date 2026-05-04 Harbour board agrees to dredge\n${BODY}`,
    `Title: Harbour board agrees to dredge\n${BODY}`,
    `# Harbour board agrees to dredge\n\n${BODY}`,
    `Harbour board agrees to dredge\n====\n\n${BODY}`,
    `---\ntitle: "Harbour board agrees to dredge"\n---\n\n${BODY}`,
    `WORLD NEWS\nHarbour board agrees to dredge\n${BODY}`,
    `Published: 4 May 2026\nHarbour board agrees to dredge\n${BODY}`,
  ])("is found in %j", (text) => {
    expect(metadata(text).title).toBe("Harbour board agrees to dredge");
  });

  test("is unknown where the text begins with its first sentence or a caption", () => {
    expect(metadata(BODY).title).toBeNull();
    expect(metadata(`Boats at the lock (Photo: Foolandpress)\n${BODY}`).title).toBeNull();
  });

  test("is suggested from a telling file name only", () => {
    expect(suggested(BODY, "title", "harbour-board-agrees.txt")).toEqual(["harbour board agrees"]);
    expect(suggested(BODY, "title", "scan_000123.txt")).toEqual([]);
  });
});

describe("authors", () => {
  const title = "Harbour board agrees to dredge";

  test.each([
    ["By Ada Brook", ["Ada Brook"]],
    ["BY ADA BROOK", ["Ada Brook"]],
    ["BY ADA BROOK AND HONG GIL-DONG", ["Ada Brook", "Hong Gil-Dong"]],
    ["By Ada Brook and Ivo van der Marsh, Staff", ["Ada Brook", "Ivo van der Marsh"]],
    ["By Ada Brook, Staff Writer", ["Ada Brook"]],
    ["By Ada Brook in Calderby", ["Ada Brook"]],
    ["Author: Ada Brook", ["Ada Brook"]],
    ["홍길동 기자", ["홍길동"]],
    ["记者 某某", ["某某"]],
  ])("are named by %s", (line, authors) => {
    expect(metadata(`${title}\n${line}\n${BODY}`).authors).toEqual(authors);
  });

  test("are named in capitals beside the date, but are not a section there", () => {
    expect(metadata(`${title}\nPublished: 4 May 2026\n- ADA O'BROOK\n${BODY}`).authors).toEqual(["Ada O'Brook"]);
    expect(metadata(`${title}\nPublished: 4 May 2026\n- WORLD NEWS\n${BODY}`).authors).toEqual([]);
    expect(metadata(`${title}\nPublished: 4 May 2026\n- MIDDLE EAST\n${BODY}`).authors).toEqual([]);
    expect(metadata(`${title}\n${BODY}\n- ADA BROOK\n${BODY}`).authors).toEqual([]);
  });

  test("are suggested where a name beside the date is not in capitals", () => {
    const text = `${title}\nPublished: 4 May 2026\n- Ada Brook\n${BODY}`;
    expect(metadata(text).authors).toEqual([]);
    expect(suggested(text, "authors")).toEqual(["Ada Brook"]);
  });

  test.each(["By Monday the water had gone.", "By contrast, Ada Brook said no.", "By Foreland Press"])(
    "are not named by %s",
    (line) => {
      expect(metadata(`${title}\n${line}\n${BODY}`).authors).toEqual([]);
    },
  );
});

describe("publisher", () => {
  test.each([
    ["a label", `Source: Calderby Gazette\n${BODY}`, "Calderby Gazette"],
    ["a label with a date after it", `${BODY}\n\nSource: Calderby Gazette, 4 May 2026`, "Calderby Gazette"],
    ["a Chinese label after the date", `港务局决定疏浚北航道\n2026-05-04 10:15:00 来源：某某报\n${BODY}`, "某某报"],
    ["a copyright line", `${BODY}\n© 2026 Calderby Gazette. All rights reserved.`, "Calderby Gazette"],
    [
      "a last line that names itself in the text",
      `${BODY}\nThe vote was unanimous, Calderby.Info reports.\nCalderby.Info`,
      "Calderby.Info",
    ],
    [
      "a name beside the date",
      `Harbour board agrees\n- Asia\n- Calderby Gazette\n- Published Date: 10:00 | 04 May 2026\n${BODY}`,
      "Calderby Gazette",
    ],
    [
      "a site that reports, citing another",
      `The board met on Monday, Calderby.info reports, citing Reuters.\n${BODY}`,
      "Calderby.info",
    ],
    [
      "one outlet told more than once",
      `${BODY}\n"Good," Ada Brook told the Calderby Gazette.\nIvo Marsh told the Calderby Gazette on Monday.`,
      "Calderby Gazette",
    ],
    [
      "one outlet told in an interview with us",
      `${BODY}\nAda Brook told the Calderby Gazette in an interview with us.`,
      "Calderby Gazette",
    ],
  ])("is %s", (_what, text, publisher) => {
    expect(metadata(text).publisher).toBe(publisher);
  });

  test.each([
    ["an outlet told once", `${BODY}\nAda Brook told the Calderby Gazette in an interview.`],
    [
      "one of two outlets told",
      `${BODY}\nA told the Calderby Gazette. B told the Calderby Gazette. C told the Marsh Herald.`,
    ],
    ["a body that was told", `${BODY}\nHe told the Security Council. She told the Security Council again.`],
    ["an unnamed source", `Source: a diplomat who asked not to be named.\n${BODY}`],
    ["a signature", `${BODY}\nAda Brook`],
    ["a section beside the date", `Harbour board agrees\n- World News\n- Published: 4 May 2026\n${BODY}`],
  ])("is not %s", (_what, text) => {
    expect(metadata(text).publisher).toBeNull();
  });

  test("is suggested where only one agency signs pictures and datelines", () => {
    const text = `Harbour board agrees\nCALDERBY (Reuters) - ${BODY}`;
    expect(metadata(text).publisher).toBeNull();
    expect(suggested(text, "publisher")).toEqual(["Reuters"]);
  });
});

describe("publication date", () => {
  test.each([
    "Published: 04 May. 2026, 21:08",
    "- Published Date: 08:17 | 04 May 2026",
    "Posted on May 4, 2026",
    "4 May 2026",
    "发布时间：2026年5月4日 10:00",
    "입력 2026.05.04 10:00",
    "2026年5月4日",
    "Updated: 6 May 2026\nPublished: 4 May 2026",
    "Date: 6 May 2026\nPublished: 4 May 2026",
    "May 4, 2026 10:15 AM GMT+2 Updated 2 hours ago",
    "2026-05-04 10:15:00 来源：某某报",
    "송고시간2026-05-04 10:15",
  ])("is given by %j", (line) => {
    expect(metadata(`Harbour board agrees to dredge\n${line}\n${BODY}`).published).toBe("2026-05-04");
  });

  test("is the labelled date before the title", () => {
    expect(metadata(`date 2026-05-04 Harbour board agrees\n${BODY}`).published).toBe("2026-05-04");
  });

  test.each([
    ["a caption's", `Boats at the lock on May 4, 2026. [Foolandpress/Ada Brook]\n${BODY}`],
    ["an event's", `${BODY}\nThe board had last met on May 4, 2026, and could not agree.`],
    ["an update's", `Updated: 4 May 2026\n${BODY}`],
  ])("is suggested, and no value, where it is %s", (_what, text) => {
    expect(metadata(text).published).toBeNull();
    expect(suggested(text, "published")).toEqual(["2026-05-04"]);
  });

  test("is both readings where day and month could be either way round", () => {
    const text = `Published: 04/05/2026\n${BODY}`;
    expect(metadata(text).published).toBeNull();
    expect(suggested(text, "published")).toEqual(["2026-05-04", "2026-04-05"]);
  });
});

describe("address and date of access", () => {
  test.each([
    `Source: https://example.org/a?b=1.\n${BODY}`,
    `${BODY}\nOriginal article: https://example.org/a?b=1`,
    `Harbour board agrees\nhttps://example.org/a?b=1\n${BODY}`,
    `---\ntitle: A b\nsource: https://example.org/a?b=1\n---\n${BODY}`,
  ])("the address is given by %j", (text) => {
    expect(metadata(text).url).toBe("https://example.org/a?b=1");
    expect(metadata(text).publisher).toBeNull();
  });

  test("an address in a sentence is suggested if it is the only one", () => {
    const one = `${BODY}\nThe minutes are at https://example.org/minutes, she said, and are open to all who care to read them.\n${BODY}`;
    expect(metadata(one).url).toBeNull();
    expect(suggested(one, "url")).toEqual(["https://example.org/minutes"]);
    expect(
      suggested(
        `${one}\nSee also https://example.org/other for the budget, which the board has not passed.\n${BODY}`,
        "url",
      ),
    ).toEqual([]);
  });

  test("the day of access is what the file says, or else suggested to be that of the import", () => {
    expect(metadata(`${BODY}\nAccessed: 7 May 2026`).accessed).toBe("2026-05-07");
    expect(metadata(`${BODY}\nRetrieved on 7 May 2026`).accessed).toBe("2026-05-07");
    expect(metadata(BODY).accessed).toBeNull();
    expect(suggested(BODY, "accessed")).toEqual(["2026-05-20"]);
  });
});

describe("agencies", () => {
  test.each([
    ["The channel will be dredged, according to Xinhua.", ["Xinhua"]],
    ["The channel will be dredged, according to the Xinhua News Agency.", ["Xinhua"]],
    ["The channel will be dredged, according to the Calderby-based Yonhap news agency.", ["Yonhap"]],
    ["The channel will be dredged, according to China's state news agency Xinhua.", ["Xinhua"]],
    ["The channel will be dredged, per Kyodo.", ["Kyodo"]],
    ["The channel will be dredged, citing Xinhua and Yonhap.", ["Xinhua", "Yonhap"]],
    ["The vote was close, Reuters reported.", ["Reuters"]],
    ["The vote was close, AFP reports.", ["AFP"]],
    ["CALDERBY (Reuters) - The vote was close.", ["Reuters"]],
    ["CALDERBY, May 4 (Xinhua) -- The vote was close.", ["Xinhua"]],
    ["Boats at the lock. [Xinhua/Ada Brook]", ["Xinhua"]],
    ["Boats at the lock. (Photo: Anadolu Agency)", ["Anadolu"]],
    ["Boats at the lock. (AP Photo/Ada Brook)", ["AP"]],
    ["Boats at the lock. [Fooland News Agency/Ada Brook]", ["Fooland News Agency"]],
    ["Boats at the lock. (Photo: Foolandpress)", ["Foolandpress"]],
    ["The channel will be dredged, according to the Port Calder-based Foolandpress news agency.", ["Foolandpress"]],
    ["新华社首都5月4日电 港务局开会。", ["Xinhua"]],
    ["据新华社报道，港务局开会。", ["Xinhua"]],
    ["(서울=연합뉴스) 위원회가 회의를 열었다.", ["Yonhap"]],
    ["연합뉴스에 따르면 위원회가 회의를 열었다.", ["Yonhap"]],
    ["共同通信によると、委員会は会議を開いた。", ["Kyodo"]],
  ])("are credited by %s", (line, agencies) => {
    expect(metadata(`${line}\n${BODY}`).agencies).toEqual(agencies);
  });

  test.each([
    ["according to a report from the Anadolu Agency", "Anadolu"],
    ["according to a Bernama report", "Bernama"],
    ["as Kyodo noted, or rather, Kyodo noted", "Kyodo"],
    ["after Reuters published an article about it", "Reuters"],
  ])("that are only discussed are suggested: %s", (clause, agency) => {
    const text = `${BODY}\nThe budget is under strain, ${clause}, and the board knows it.\n${BODY}`;
    expect(metadata(text).agencies).toEqual([]);
    expect(suggested(text, "agencies")).toEqual([agency]);
  });

  test.each([
    "The channel will be dredged, according to the ministry.",
    "The channel will be dredged, according to the MAP of 1950 and its annexes.",
    "Petra Calder said that the reporters were welcome.",
    "Boats at the lock. (Photo: Ada Brook)",
    "Boats at the lock. (Photo: Facebook)",
    "According to the Calderby Gazette, the vote was close.",
    "Citing safety, the board closed the lock. She paid 40 talers per Tass of salt.",
  ])("are not found in %s", (line) => {
    expect(metadata(`${BODY}\n${line}\n${BODY}`).agencies).toEqual([]);
  });

  test("never hold the publisher itself", () => {
    expect(
      metadata(`Publisher: Anadolu Agency\n${BODY}\nThe vote was close, Anadolu reported, citing Xinhua.`).agencies,
    ).toEqual(["Xinhua"]);
  });

  test("are named once however often and however variously they are credited", () => {
    const text = `Lock. (Photo: Foolandpress)\n${BODY}\nSo it is, according to Foolandpress News Agency.\nSo it is, citing Xinhua.\nSo it is, per Xinhua News Agency.`;
    expect(metadata(text).agencies).toEqual(["Foolandpress", "Xinhua"]);
  });
});

describe("front matter", () => {
  test("gives every field that it has", () => {
    const text = `---\ntitle: 'Harbour board agrees'\nauthors:\n  - Ada Brook\n  - Ivo Marsh\ndate: 2026-05-04T10:00:00Z\npublisher: Calderby Gazette\nurl: https://example.org/a\nlang: en-GB\n---\n\n${BODY}`;
    expect(metadata(text)).toEqual({
      title: "Harbour board agrees",
      authors: ["Ada Brook", "Ivo Marsh"],
      publisher: "Calderby Gazette",
      published: "2026-05-04",
      accessed: null,
      url: "https://example.org/a",
      agencies: [],
      language: "en",
      recipients: [],
    });
  });
});

test("no field has more than two suggestions, and none where the value is known", () => {
  const text = `Boats on 3 May 2026. (Photo: Reuters)\nUpdated: 6 May 2026\nDate: 04/05/2026\n${BODY}\nOn 1 May 2026 it met. AFP noted it; Kyodo noted it; EFE noted it.`;
  const { metadata: known, suggestions } = detect(text, "harbour-board-2026-05-02.txt");
  for (const field of new Set(suggestions.map((suggestion) => suggestion.field))) {
    expect(suggestions.filter((suggestion) => suggestion.field === field).length, field).toBeLessThanOrEqual(2);
    if (field !== "agencies") expect(known[field] ?? [], field).toEqual([]);
  }
});
