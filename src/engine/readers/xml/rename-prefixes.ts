/**
 * Gives names in XML the prefixes that a reader knows, whatever prefixes the file declares for the same namespaces.
 * Must not change names of namespaces that it was not told of.
 */

/** Namespace name to prefix; an empty prefix means none. */
export type NamespacePrefixes = ReadonlyMap<string, string>;

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The prefixes that one element declares, to those to use instead. */
interface Scope {
  readonly declared: ReadonlyMap<string, string>;
  readonly outer: Scope | null;
  /** True where every prefix already is what it should be, as in nearly all files. */
  readonly isPlain: boolean;
}

const OUTERMOST: Scope = { declared: new Map(), outer: null, isPlain: true };

export interface Renamer {
  /** `declares` is false where no attribute can be a declaration. */
  open(tag: Tag, declares: boolean): Tag;
  close(): void;
}

/** `open` and `close` are to be called for every element, in the order of the document. */
export function createRenamer(known: NamespacePrefixes): Renamer {
  const scopes: Scope[] = [];

  return {
    open(tag, declares) {
      const outer = scopes.at(-1) ?? OUTERMOST;
      const declared = declares ? declaredPrefixes(tag.attributes, known) : null;
      const scope = declared === null ? outer : { declared, outer, isPlain: outer.isPlain && isPlain(declared) };
      scopes.push(scope);
      if (scope.isPlain) return tag;
      const attributes: Record<string, string> = {};
      for (const name in tag.attributes) attributes[attributeName(name, scope)] = tag.attributes[name] ?? "";
      return { name: renamed(tag.name, scope), attributes };
    },
    close() {
      scopes.pop();
    },
  };
}

/** Null where an element declares none. */
function declaredPrefixes(attributes: Tag["attributes"], known: NamespacePrefixes): Map<string, string> | null {
  let declared: Map<string, string> | null = null;
  for (const name in attributes) {
    if (name !== "xmlns" && !name.startsWith("xmlns:")) continue;
    const written = name.slice("xmlns:".length);
    declared ??= new Map();
    declared.set(written, known.get(attributes[name] ?? "") ?? written);
  }
  return declared;
}

function isPlain(declared: ReadonlyMap<string, string>): boolean {
  for (const [written, meant] of declared) if (written !== meant) return false;
  return true;
}

function renamed(name: string, scope: Scope): string {
  const colon = name.indexOf(":");
  const written = colon < 0 ? "" : name.slice(0, colon);
  const meant = meaning(written, scope);
  if (meant === written) return name;
  const local = name.slice(colon + 1);
  return meant === "" ? local : `${meant}:${local}`;
}

/** An attribute without a prefix is in no namespace, whatever the default is. */
function attributeName(name: string, scope: Scope): string {
  return name.includes(":") ? renamed(name, scope) : name;
}

/** Scopes are as many as elements are open: the parser caps them. */
function meaning(written: string, innermost: Scope): string {
  for (let scope: Scope | null = innermost; scope !== null; scope = scope.outer) {
    const meant = scope.declared.get(written);
    if (meant !== undefined) return meant;
  }
  return written;
}
