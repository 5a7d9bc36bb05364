/** A program that stops in the middle of writing to a project, for `killOnceItSpeaks`. */
export const HALF_WRITTEN = `
  import { DatabaseSync } from "node:sqlite";
  const database = new DatabaseSync(process.argv[1]);
  database.exec("PRAGMA cache_size = 1; PRAGMA synchronous = FULL; BEGIN IMMEDIATE");
  database.exec("UPDATE block SET text = 'nonsense'; UPDATE section SET content = '[]'");
  database.exec("INSERT INTO source_blob VALUES ('x', 2000000, randomblob(2000000))");
  console.log("in the middle of it");
  setInterval(() => {}, 1000);
`;
