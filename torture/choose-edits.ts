/** Chooses what the user does next, from a seed and from what the project holds. */
import { join } from "node:path";
import type { Random } from "../fuzz/random.ts";
import type { BriefBlock, Section } from "../src/core/brief/document.ts";
import {
  annotating,
  deleting,
  type Edit,
  type EditKind,
  exporting,
  importing,
  keeping,
  naming,
  replacing,
  restoring,
  savingAs,
  textBlock,
  typing,
} from "./edits.ts";
import { makeNewer, makeSource, sentence } from "./made-sources.ts";
import type { ProjectState } from "./project-state.ts";

export interface Surroundings {
  readonly state: ProjectState;
  readonly random: Random;
  /** Where files to import are made. */
  readonly sourcesFolder: string;
  readonly projectFolder: string;
  readonly exportsFolder: string;
  /** A source that is being replaced, and must be left alone meanwhile. */
  busySourceId: string | null;
  /** One that is just being deleted or brought back, and cannot be replaced. */
  leavingSourceId: string | null;
  /** Counts, so that no two things have the same name. */
  count: number;
  /** The project goes on in another file. */
  readonly moved: (path: string) => void;
}

/** What is done in an instant, one after the other. */
export const QUICK: readonly EditKind[] = ["typing", "excerpt", "deleting", "naming", "restoring"];
/** What takes a while, beside which one goes on typing. */
export const SLOW: readonly EditKind[] = ["import", "replacing", "save as", "export"];

/** An edit of a kind, or of a like kind where the project holds nothing to do that with. */
export function chooseEdit(kind: EditKind, around: Surroundings): Edit {
  const { state, random } = around;
  around.count += 1;
  switch (kind) {
    case "typing":
      return chooseTyping(around);
    case "excerpt":
      return (
        (random.below(3) === 0 ? chooseExcerptEdit(around) : null) ?? chooseKeeping(around) ?? chooseTyping(around)
      );
    case "deleting":
      return chooseDeleting(around) ?? chooseTyping(around);
    case "naming":
      return naming(`sent to the director, ${around.count}`);
    case "restoring": {
      const snapshots = [...state.snapshots];
      if (snapshots.length === 0) return naming(`the first, ${around.count}`);
      const [id, { brief }] = random.pick(snapshots);
      return restoring(id, brief);
    }
    case "import":
      return chooseImport(around);
    case "replacing":
      return chooseReplacing(around) ?? chooseImport(around);
    case "save as": {
      const path = join(around.projectFolder, `Briefing ${around.count}.brief`);
      return savingAs(path, () => around.moved(path));
    }
    case "export":
      return exporting(join(around.exportsFolder, `briefing-${random.below(3)}.docx`));
  }
}

/** A few words more, now and then a new paragraph, a citation, or most of a section gone. */
function chooseTyping({ state, random, count }: Surroundings): Edit {
  const write = (section: Section): Section => {
    const chance = random.below(14);
    if (chance === 0) return { ...section, children: [textBlock(`begun anew ${count}`)] };
    const kept = section.children.length > 30 ? section.children.slice(-4) : section.children;
    const last = kept.at(-1);
    if (chance > 4 || last?.type !== "paragraph") return { ...section, children: [...kept, newParagraph()] };
    const [first] = last.children;
    const begun = first?.type === "text" ? first.text : "";
    const longer: BriefBlock = textBlock(`${begun} ${sentence(random, 6)} ${count}`.trim());
    return { ...section, children: [...kept.slice(0, -1), longer] };
  };
  const newParagraph = (): BriefBlock => {
    const text = { type: "text" as const, text: `${sentence(random)} ${count}`, marks: [] };
    const ids = [...state.excerpts.keys()];
    if (ids.length === 0 || random.below(3) > 0) return { type: "paragraph", children: [text] };
    const excerptIds = [random.pick(ids)];
    return {
      type: "paragraph",
      children: [text, { type: "citation", id: `citation-${count}`, excerptIds }],
    } as BriefBlock;
  };
  const { sections } = state.brief;
  const chosen = new Set([random.pick(sections), ...(random.below(5) === 0 ? [random.pick(sections)] : [])]);
  const front = {
    ...(random.below(6) === 0 && { title: `Title ${count}` }),
    ...(random.below(8) === 0 && { recommendations: [`Agree to ${count}.`, sentence(random, 5)] }),
  };
  return typing([...chosen].map(write), front);
}

function chooseKeeping({ state, random, busySourceId }: Surroundings): Edit | null {
  const readable = [...state.sources].filter(
    ([id, { removed, versionOf, text }]) =>
      !removed && versionOf === null && id !== busySourceId && text !== null && text.length > 200,
  );
  if (readable.length === 0) return null;
  const [sourceId, { text }] = random.pick(readable);
  const start = random.below((text ?? "").length - 120);
  const exact = (text ?? "").slice(start, start + 20 + random.below(90));
  const sectionId = random.pick(["context", "outcomes", "reactions", null]);
  return exact.trim() === "" ? null : keeping({ sourceId, start, end: start + exact.length, exact, sectionId });
}

function chooseExcerptEdit({ state, random, busySourceId, count }: Surroundings): Edit | null {
  const known = [...state.excerpts].filter(([, { sourceId }]) => sourceId !== busySourceId);
  if (known.length === 0) return null;
  const [id, excerpt] = random.pick(known);
  const change = random.pick([{ note: `A note, ${count}` }, { sectionId: "outlook" }, { removed: !excerpt.removed }]);
  return annotating(id, excerpt, change);
}

/** As many are brought back as are deleted. */
function chooseDeleting(around: Surroundings): Edit | null {
  const { state, random, busySourceId } = around;
  const wanted = random.below(2) === 0;
  const sources = [...state.sources].filter(([id, { versionOf }]) => versionOf === null && id !== busySourceId);
  const fitting = sources.filter(([, { removed }]) => removed !== wanted);
  if (fitting.length === 0) return null;
  const [id] = random.pick(fitting);
  around.leavingSourceId = id;
  return deleting(id, wanted);
}

function chooseImport({ random, sourcesFolder, count }: Surroundings): Edit {
  const files = Array.from({ length: 1 + random.below(3) }, (_, index) =>
    makeSource(random, sourcesFolder, `source-${count}-${index}`),
  );
  return importing(files);
}

function chooseReplacing(around: Surroundings): Edit | null {
  const { state, random, sourcesFolder, count } = around;
  const texts = [...state.sources].filter(
    ([id, { removed, versionOf, text, fileName }]) =>
      id !== around.leavingSourceId &&
      !removed &&
      versionOf === null &&
      text !== null &&
      text.length < 100_000 &&
      fileName.endsWith(".txt"),
  );
  if (texts.length === 0) return null;
  const [id, { text }] = random.pick(texts);
  around.busySourceId = id;
  return replacing(id, makeNewer(random, sourcesFolder, `newer-${count}`, text ?? ""));
}
