/** A mailbox becomes as many sources as it has mails, each imported as if it were a file of its own. */
import { AttacheError } from "../../ipc/errors.ts";
import type { ImportedFile, ImportRun } from "./import-bytes.ts";
import { failedImport } from "./import-result.ts";

/** More is an archive: nobody reads through its list of sources, and importing it takes minutes. */
const MOST_MAILS = 1_000;

/** Imports each mail, in order, under the name of the mailbox and its number in it. Never throws. */
export async function importMailbox(
  mailbox: ImportedFile,
  mails: readonly Uint8Array[],
  run: ImportRun,
  importMail: (mail: ImportedFile, run: ImportRun) => Promise<void>,
): Promise<void> {
  const { fileName, shownName = fileName } = mailbox;
  if (mails.length > MOST_MAILS) {
    run.batch.add(failedImport(mailbox, tooMany(fileName, mails.length)));
    return;
  }
  for (const [index, bytes] of mails.entries()) {
    if (run.isCancelled()) {
      run.batch.add(failedImport(mailbox, cancelled(fileName, mails.length - index)));
      return;
    }
    const name = (whole: string) => `${whole}, mail ${index + 1}.eml`;
    const report = (share: number) => run.report((index + share) / mails.length);
    const mail = { ...mailbox, fileName: name(fileName), shownName: name(shownName), bytes };
    await importMail(mail, { ...run, report });
    report(1);
    if (run.batch.isDue()) run.flush();
  }
}

function tooMany(fileName: string, count: number): AttacheError {
  const [has, most] = [count, MOST_MAILS].map((number) => number.toLocaleString("en-GB"));
  return new AttacheError(
    "file-too-complex",
    `${fileName} is a mailbox that holds ${has} mails, and up to ${most} are imported from one. Copy those that you need into a folder of their own in your mail program, save that, and import it.`,
  );
}

function cancelled(fileName: string, left: number): AttacheError {
  const what = left === 1 ? `The last mail of ${fileName} was` : `The last ${left} mails of ${fileName} were`;
  return new AttacheError("cancelled", `${what} not imported: the import was cancelled.`);
}
