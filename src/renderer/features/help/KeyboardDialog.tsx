/** The keys, for those who would rather not reach for the mouse. */
import { ModalDialog } from "../../ui/ModalDialog.tsx";

const KEYS: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
  [
    "Anywhere",
    [
      ["Ctrl+1 … Ctrl+4", "Go to sources, reader, excerpts, brief"],
      ["Ctrl+5", "Findings: open and go there, close"],
      ["F8, Shift+F8", "Go to the next finding, the one before"],
      ["Ctrl+Shift+F", 'Search all sources: words, "phrases", begin*, -without'],
      ["Ctrl+F, F3, Shift+F3", "Find in the source that is read, next, previous"],
      ["Ctrl+I", "Import sources (italic, while writing in the brief)"],
      ["Ctrl+E", "Export as a Word document"],
      ["Ctrl+Z, Ctrl+Y", "Undo, redo"],
      ["Ctrl+Shift+H", "Earlier versions of the brief"],
      ["Ctrl+D", "Details of the source"],
      ["Alt+Enter in a link", "Open it in the browser, after showing where it leads"],
    ],
  ],
  [
    "In the reader",
    [
      ["Arrow keys, Ctrl+arrow", "Move the reading caret by letter, line, word or paragraph"],
      ["Shift+arrow", "Select words"],
      ["1 … 9", "Keep the selection in that section"],
      ["H or Enter", "Keep it without a section"],
      ["Enter on a highlight", "Note, move, insert or delete it"],
      ["C", "Compare the paragraph with the source that says the same"],
      ["Alt+Left", "Back from there"],
      ["Ctrl+Shift+P", "Text or pages, of a PDF"],
      ["Ctrl+=, Ctrl+−, Ctrl+0", "Pages larger, smaller, as wide as the pane"],
    ],
  ],
  [
    "In the excerpts",
    [
      ["Arrow keys", "From card to card"],
      ["Ctrl+Enter", "Insert into the brief"],
      ["Ctrl+Alt+Enter", "Insert the citation only"],
      ["Enter", "Show the passage in its source"],
      ["1 … 9, Delete", "Move to that section, delete"],
      ["Shift+F10", "What else can be done with it, such as grading"],
    ],
  ],
  [
    "In the findings",
    [
      ["Arrow keys, Home, End", "From finding to finding"],
      ["Enter", "Go to what it is about"],
      ["Delete or S", "Set aside, with a reason"],
    ],
  ],
  [
    "In the brief",
    [
      ["Ctrl+B, Ctrl+I", "Bold, italic"],
      ["Ctrl+Shift+A", "Assessment: the sentence is the writer’s own judgement"],
      ["Ctrl+Alt+2, Ctrl+Alt+3", "Heading, smaller heading"],
      ["Ctrl+Shift+L, O, Q", "Bulleted list, numbered list, quotation"],
      ["Ctrl+K", "Link: insert, change, remove"],
      ["Enter on a citation", "Show the passage in its source"],
      ["Tab, Shift+Tab in a list", "Deeper, up again"],
      ["Tab, Shift+Tab in a table", "Next cell, cell before; behind the last a new row"],
      ["Enter in a table", "New line in the cell"],
      ["Enter in a recommendation", "Another one after it"],
      ["Alt+Up, Alt+Down in it", "Move it up, down"],
      ["Ctrl+Enter", "Insert the excerpt chosen last"],
      ["Ctrl+Alt+Enter", "Cite the excerpt chosen last at the caret; directly behind a citation, add it to that one"],
    ],
  ],
];

export function KeyboardDialog({ onClose }: { onClose: () => void }) {
  return (
    <ModalDialog title="Keyboard shortcuts" onClose={onClose}>
      {KEYS.map(([where, keys]) => (
        <section key={where} className="keys">
          <h3>{where}</h3>
          <dl>
            {keys.map(([key, what]) => (
              <div key={key}>
                <dt>{key}</dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <div className="dialog-actions">
        <button type="button" className="button" data-primary="" onClick={onClose}>
          Close
        </button>
      </div>
    </ModalDialog>
  );
}
