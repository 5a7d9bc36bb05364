/** Whose looks the document has: Attaché's own, or those of a document of the department. */
import { useId } from "react";
import { attache } from "../../attache.ts";
import type { ExportChoices } from "./use-export-setup.ts";

export function HouseDocumentChoice({ choices }: { choices: ExportChoices }) {
  const { setup, choose, add, remove, say, report } = choices;
  const fieldId = useId();
  const documents = setup?.houseDocuments ?? [];
  const chosen = documents.find(({ id }) => id === setup?.options.houseDocumentId);
  const writeSample = async () => {
    try {
      const written = await attache.app("writeHouseSample", {});
      if (!written) return;
      const { where, handle } = written;
      say({
        tone: "plain",
        text: `A document to start from was written: ${where}. Change its styles in Word, save it, then choose it here.`,
        actions: [{ label: "Open in Word", run: () => void attache.app("openWritten", { handle }).catch(report) }],
      });
    } catch (error) {
      report(error);
    }
  };
  return (
    <fieldset className="export-group">
      <legend>Look</legend>
      <div className="export-row">
        <label htmlFor={fieldId}>Styles and page of</label>
        <select
          id={fieldId}
          className="field"
          value={chosen?.id ?? ""}
          disabled={!setup}
          onChange={(event) =>
            choose({ houseDocumentId: documents.find(({ id }) => id === event.target.value)?.id ?? null })
          }
        >
          <option value="">Attaché</option>
          {documents.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <button type="button" className="button" onClick={() => add("house-document")}>
          Choose a document…
        </button>
      </div>
      <p className="export-links">
        <button type="button" className="link" onClick={() => void writeSample()}>
          Write a sample to start from…
        </button>
        {chosen && (
          <button type="button" className="link" onClick={() => remove(chosen.id, chosen.name)}>
            Remove {chosen.name}
          </button>
        )}
      </p>
    </fieldset>
  );
}
