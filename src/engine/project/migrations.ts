/** The migrations in order: the n-th takes a file from version n-1 to n. One that has landed is never changed. */
import first from "./migrations/0001-first.sql?raw";
import second from "./migrations/0002-every-format.sql?raw";
import third from "./migrations/0003-word-document.sql?raw";
import fourth from "./migrations/0004-history.sql?raw";
import fifth from "./migrations/0005-review.sql?raw";

export const MIGRATIONS: readonly string[] = [first, second, third, fourth, fifth];

/** The version that this Attaché writes. */
export const SCHEMA_VERSION = MIGRATIONS.length;
