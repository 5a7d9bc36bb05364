/** The templates that Attaché ships, checked as they are read. */
import briefingNote from "../../resources/templates/briefing-note.json" with { type: "json" };
import submission from "../../resources/templates/submission.json" with { type: "json" };
import { type Template, templateSchema } from "../core/brief/template.ts";
import { AttacheError } from "../ipc/errors.ts";

const FILES: readonly { readonly id: string }[] = [briefingNote, submission];

/** All of them, the first being that of a new briefing. */
export function allTemplates(): readonly Template[] {
  return FILES.map((file) => templateSchema.parse(file));
}

/** The template of an id, or the first where none is named. Throws `not-found` for an unknown one. */
export function findTemplate(id?: string): Template {
  const file = id === undefined ? FILES[0] : FILES.find((candidate) => candidate.id === id);
  if (!file) {
    const known = FILES.map((candidate) => candidate.id).join(", ");
    throw new AttacheError("not-found", `There is no template “${id}”. Known templates: ${known}.`);
  }
  return templateSchema.parse(file);
}
