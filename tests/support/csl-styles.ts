/** Small citation styles, written for these tests. */

const NAMESPACE = "http://purl.org/net/xbiblio/csl";

function style(title: string, kind: "note" | "in-text", content: string, info = ""): string {
  return (
    `<?xml version="1.0" encoding="utf-8"?>\n<style xmlns="${NAMESPACE}" version="1.0" class="${kind}">` +
    `<info><title>${title}</title><id>${title}</id>${info}<updated>2026-01-01T00:00:00+00:00</updated></info>` +
    `${content}</style>`
  );
}

/** Notes in which a repeat is "Ibid." or the number of the first note. It has no bibliography. */
export const IBID_STYLE = style(
  "Ibid notes",
  "note",
  `<citation><layout delimiter="; " suffix="."><choose>
    <if position="ibid"><text term="ibid" text-case="capitalize-first" suffix="."/></if>
    <else-if position="subsequent"><group delimiter=", ">
      <names variable="author"><name form="short"/><substitute><text variable="title"/></substitute></names>
      <text variable="first-reference-note-number" prefix="note "/>
      <group delimiter=" "><label variable="locator" form="short"/><text variable="locator"/></group>
    </group></else-if>
    <else><group delimiter=", ">
      <names variable="author"><name form="short" text-case="uppercase"><name-part name="family" text-case="uppercase"/></name></names>
      <text variable="title"/>
      <group delimiter=" "><label variable="locator" form="short"/><text variable="locator"/></group>
    </group></else>
  </choose></layout></citation>`,
);

/** Author and date in the text, and references by title. */
export const AUTHOR_DATE_STYLE = style(
  "Author and date",
  "in-text",
  `<citation collapse="year"><sort><key variable="title"/></sort><layout prefix="(" suffix=")" delimiter="; ">
    <group delimiter=", ">
      <names variable="author"><name form="short"/><substitute><text variable="title"/></substitute></names>
      <date variable="issued"><date-part name="year"/></date>
      <group delimiter=" "><label variable="locator" form="short"/><text variable="locator"/></group>
    </group>
  </layout></citation>
  <bibliography><sort><key variable="title"/></sort><layout suffix=".">
    <group delimiter=". ">
      <text variable="title"/>
      <names variable="author"><name name-as-sort-order="all" initialize-with=". "/></names>
      <text variable="publisher" font-variant="small-caps"/>
      <text variable="container-title" font-style="italic"/>
    </group>
  </layout></bibliography>`,
);

/** Numbers in the text. */
export const NUMBERED_STYLE = style(
  "Numbers",
  "in-text",
  `<citation><layout prefix="[" suffix="]" delimiter=", "><text variable="citation-number"/></layout></citation>
  <bibliography second-field-align="flush"><layout>
    <text variable="citation-number" prefix="[" suffix="]"/>
    <text variable="title" prefix=" "/>
  </layout></bibliography>`,
);

/** A style that stands for another one, as most of the public ones do. */
export const DEPENDENT_STYLE = style(
  "Journal of Ports",
  "in-text",
  "",
  '<link href="http://www.example.org/styles/port-studies" rel="independent-parent"/>',
);

/** A style whose macro calls itself. */
export const ENDLESS_STYLE = style(
  "Endless",
  "note",
  `<macro name="again"><text macro="again"/></macro><citation><layout><text macro="again"/></layout></citation>`,
);

/** A style that prints nothing. */
export const SILENT_STYLE = style("Silent", "note", `<citation><layout><text variable="DOI"/></layout></citation>`);

/** A style of nine macros that call the next ten times each. */
export const SWELLING_STYLE = style(
  "Swelling",
  "note",
  `${Array.from({ length: 9 }, (_, depth) => `<macro name="m${depth}">${`<text macro="m${depth + 1}"/>`.repeat(10)}</macro>`).join("")}
  <macro name="m9"><text variable="title"/></macro><citation><layout><text macro="m0"/></layout></citation>`,
);
