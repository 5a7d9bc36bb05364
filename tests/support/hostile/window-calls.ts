/** Calls as the window itself makes them, to be tampered with: of most methods one, on a project that has one of each. */
import type { ParamsOf, Project, WindowMethod } from "../../../src/ipc/engine-contract.ts";

type SoundCalls = { readonly [M in WindowMethod]?: ParamsOf<M> };

/** Methods that are not here take nothing, or are tried with hostile values alone. */
export function soundCalls({ sources, excerpts, brief, view }: Project): SoundCalls {
  const [source] = sources;
  const [excerpt] = excerpts;
  const [section] = brief.sections;
  if (!source || !excerpt || !section) throw new Error("The project lacks something to tamper with.");
  const sourceId = source.id;
  const place = { fromUtf16: 3, toUtf16: 30 };
  return {
    getSourceText: { sourceId },
    getPages: { sourceId },
    getPageRuns: { sourceId, from: 1, to: 3 },
    getSourceBytes: { sourceId },
    editMetadata: { sourceId, metadata: source.metadata },
    removeSource: { sourceId, removed: true },
    setReading: { sourceId, encoding: "utf-8" },
    restoreVersion: { versionId: sourceId },
    reviewExcerpts: { sourceId },
    placeExcerpt: { excerptId: excerpt.id, ...place },
    restoreExcerpt: { excerpt },
    importPasted: { content: "<p>Pasted words of a minister.</p>", format: "html", metadata: { title: "Pasted" } },
    importWithPassword: { pendingId: "pending-23456789abcd", password: "secret" },
    search: { query: "note of paper", sourceId, unfinished: true },
    addExcerpt: { sourceId, ...place, sectionId: section.id },
    editExcerpt: { excerptId: excerpt.id, sectionId: section.id, note: "A note", removed: false },
    saveBrief: {
      title: brief.title,
      header: brief.header,
      recommendations: ["Take note."],
      sections: [
        {
          ...section,
          children: [
            { type: "paragraph", children: [{ type: "text", text: "Written", marks: ["bold"] }] },
            {
              type: "list",
              ordered: false,
              items: [{ depth: 0, children: [{ type: "text", text: "Item", marks: [] }] }],
            },
          ],
        } as (typeof brief.sections)[number],
      ],
    },
    saveExportOptions: {
      options: {
        notes: "endnotes",
        citationStyleId: "apa" as never,
        wordSources: true,
        sourcesAnnex: true,
        evidenceAnnex: true,
        houseDocumentId: null,
      },
    },
    ...(view && { saveView: { view } }),
  };
}
