import { describe, expect, test } from "vitest";
import { parseXml } from "../../../src/engine/readers/xml/parse-xml.ts";
import {
  childElement,
  childElements,
  descendants,
  elementAt,
  propertyText,
  textOf,
  type XmlElement,
} from "../../../src/engine/readers/xml/xml-element.ts";

function parsed(text: string): XmlElement {
  return parseXml(text, "note.odt");
}

test("keeps names as they are written, attributes, and text between elements", () => {
  const root = parsed('<a:one x="1 &amp; 2">before<b/>after &lt; <![CDATA[<raw>]]></a:one>');
  expect(root.name).toBe("a:one");
  expect(root.attributes["x"]).toBe("1 & 2");
  expect(textOf(root)).toBe("beforeafter < <raw>");
});

test("finds children by name, at the end of a path, and at any depth", () => {
  const root = parsed("<r><a><c>1</c></a><b/><a><c> 2\n <c>3</c></c></a></r>");
  expect(childElements(root, "a")).toHaveLength(2);
  expect(childElements(root)).toHaveLength(3);
  expect(childElement(root, "d")).toBeNull();
  expect(textOf(elementAt(root, "a", "c"))).toBe("1");
  expect(descendants(root, "c").map((element) => propertyText(element))).toEqual(["1", "2 3", "3"]);
});

test("gives namespaces the prefixes that the reader knows", () => {
  const prefixes = new Map([["urn:words", "w"]]);
  const text =
    '<ns0:p xmlns:ns0="urn:words" ns0:id="1" id="2"><q xmlns="urn:words"/><x:y xmlns:x="urn:other"/></ns0:p>';
  const root = parseXml(text, "note.docx", { prefixes });
  expect([root.name, ...childElements(root).map(({ name }) => name)]).toEqual(["w:p", "w:q", "x:y"]);
  expect(root.attributes).toMatchObject({ "w:id": "1", id: "2" });
});

test("hands over children as they are complete, and keeps none of them", () => {
  const taken: string[] = [];
  const root = parseXml("<d><body><p>1</p> <p><q>2</q></p></body><end/></d>", "note.docx", {
    takeFrom: "body",
    take: (element) => taken.push(textOf(element)),
  });
  expect(taken).toEqual(["1", "2"]);
  expect(textOf(root)).toBe("");
  expect(childElements(root).map(({ name }) => name)).toEqual(["body", "end"]);
});

describe("what no document needs is refused at once", { timeout: 60_000 }, () => {
  const laughs = Array.from({ length: 9 }, (_, index) => {
    return `<!ENTITY lol${index + 1} "${`&lol${index};`.repeat(10)}">`;
  });
  test.each([
    ["a billion laughs", `<!DOCTYPE a [<!ENTITY lol0 "lol">${laughs.join("")}]><a>&lol9;</a>`],
    ["a file of the reader's", '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
    ["an address", '<!DOCTYPE a [<!ENTITY % x SYSTEM "https://evil.example/x.dtd"> %x;]><a/>'],
    ["100,000 elements in each other", "<a>".repeat(100_000)],
    ["millions of elements", `<a>${"<b/>".repeat(2_100_000)}</a>`],
  ])("%s", (_name, text) => {
    expect(() => parsed(text)).toThrow(expect.objectContaining({ code: "file-too-complex" }));
  });

  test("a document type without entities is passed over, and not fetched", () => {
    expect(textOf(parsed('<!DOCTYPE a SYSTEM "https://evil.example/x.dtd"><a>text</a>'))).toBe("text");
  });
});

test.each(["", "text", "<a>", "<a></b>", "<a>&nobody;</a>", "<a/><b/>", "<a x=1/>", "<a>\uFFFF</a>", "\0"])(
  "what is not well formed is damaged: %j",
  (text) => {
    expect(() => parsed(text)).toThrow(expect.objectContaining({ code: "file-damaged" }));
    expect(() => parsed(text)).toThrow("note.odt");
  },
);
