// Proves that verify finds what somebody changed behind Attaché's back, names it, and finds nothing where nothing is wrong.
import { DatabaseSync } from "node:sqlite";
import { describe, expect, test } from "vitest";
import { refusalOf, sectionId } from "../support/test-engine.ts";
import { type OpenProject, projectWithExcerpts } from "../support/written-project.ts";

/** Changes the closed file as another program could, and opens it again. */
async function tamper({ engine, path }: OpenProject, sql: string): Promise<string[]> {
  await engine.call("closeProject", {});
  const database = new DatabaseSync(path);
  database.exec(sql);
  database.close();
  await engine.call("openProject", { path });
  return (await engine.call("verify", {})).problems;
}

describe("verify", () => {
  test("finds nothing in a sound project, and counts what is in it", async () => {
    const { engine, signed } = await projectWithExcerpts();
    await engine.call("appendParagraph", { sectionId: sectionId("context"), text: "Signed.", excerptIds: [signed] });
    expect(await engine.call("verify", {})).toEqual({ problems: [], sources: 1, excerpts: 2, citations: 1 });
  });

  test("names the source whose original bytes were changed", async () => {
    const project = await projectWithExcerpts();
    const problems = await tamper(project, "UPDATE source_blob SET bytes = CAST(replace(bytes, 'Two', 'Ten') AS BLOB)");
    expect(problems).toEqual(["The original bytes of article.txt are not those that were imported."]);
  });

  test("names the excerpts whose words were changed in the text", async () => {
    const project = await projectWithExcerpts();
    const problems = await tamper(project, "UPDATE block SET text = replace(text, 'Two', 'Ten')");
    expect(problems).toEqual([`Excerpt ${project.waiting} is not at its place.`]);
  });

  test("names the excerpt whose own words were changed", async () => {
    const project = await projectWithExcerpts();
    const problems = await tamper(project, "UPDATE excerpt SET exact = 'Ten senators' WHERE exact = 'Two senators'");
    expect(problems).toEqual([`Excerpt ${project.waiting} is not at its place.`]);
  });

  test("names the source whose text was cut, also where no excerpt sat", async () => {
    const project = await projectWithExcerpts();
    const problems = await tamper(project, "UPDATE block SET text = replace(text, 'are waiting', 'wait')");
    expect(problems).toEqual(["The text of article.txt is not the one that was read from it."]);
  });

  test("names what is gone and goes on to the rest", async () => {
    const project = await projectWithExcerpts();
    const { engine, signed } = project;
    await engine.call("appendParagraph", { sectionId: sectionId("context"), text: "Signed.", excerptIds: [signed] });
    const sql = `PRAGMA foreign_keys = OFF; DELETE FROM citation; DELETE FROM excerpt WHERE id = '${signed}';
      UPDATE block SET kind = 'drawing'`;
    expect(await tamper(project, sql)).toEqual([
      "The text of article.txt is not the one that was read from it.",
      `Excerpt ${project.waiting} is not at its place.`,
      "Citation 1 names an excerpt that is not in this project.",
    ]);
  });

  test("says nothing of an excerpt that the user deleted and that nothing cites", async () => {
    const project = await projectWithExcerpts();
    await project.engine.call("editExcerpt", { excerptId: project.waiting, removed: true });
    expect(await tamper(project, "UPDATE excerpt SET state = 'lost' WHERE removed = 1")).toEqual([]);
  });
});

test("what cannot be read of a source is refused by the name of the project", async () => {
  const project = await projectWithExcerpts();
  await tamper(project, "UPDATE block SET kind = 'drawing'");
  const [source] = (await project.engine.call("getProject", {})).sources;
  const error = await refusalOf(project.engine.dispatch("getSourceText", { sourceId: source?.id }));
  expect(error).toMatchObject({ code: "brief-damaged", message: expect.stringContaining("Project.brief") });
});
