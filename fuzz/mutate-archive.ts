/** Changes what is in ZIP files: a part's content, which parts there are, what they are called. */
import JSZip from "jszip";
import { mutateBytes } from "./mutate-bytes.ts";
import { isMarkup, mutateMarkup } from "./mutate-markup.ts";
import type { Random } from "./random.ts";

function partNames(archive: JSZip): string[] {
  return Object.keys(archive.files).filter((name) => !archive.files[name]?.dir);
}

async function bytesIn(archive: JSZip | null, name: string): Promise<Uint8Array> {
  return (await archive?.file(name)?.async("uint8array")) ?? new Uint8Array();
}

/** The parts that hold the text are the largest: they are changed most often. */
async function pickPart(archive: JSZip, names: readonly string[], random: Random): Promise<string> {
  const texts = names.filter((name) => /\.(?:xml|x?html?|opf|ncx|rels)$/iu.test(name));
  const candidates = Array.from({ length: 2 }, () => random.pick(texts.length > 0 ? texts : names));
  const sizes = await Promise.all(candidates.map(async (name) => (await bytesIn(archive, name)).length));
  return candidates[(sizes[0] ?? 0) >= (sizes[1] ?? 0) ? 0 : 1] ?? "";
}

/** A file with one or two parts changed. Throws where `bytes` cannot be unpacked. */
export async function mutateArchive(bytes: Uint8Array, random: Random, other: Uint8Array): Promise<Uint8Array> {
  const archive = await JSZip.loadAsync(bytes);
  const another = random.below(3) === 0 ? await JSZip.loadAsync(other).catch(() => null) : null;
  const names = partNames(archive);
  for (let left = 1 + random.below(2); left > 0; left -= 1) {
    const name = await pickPart(archive, names, random);
    const part = await bytesIn(archive, name);
    const ofOther = await bytesIn(another, name);
    const kind = random.below(20);
    if (kind === 0) archive.remove(name);
    else if (kind === 1) archive.file(random.pick(names), part);
    else if (kind === 2 && ofOther.length > 0) archive.file(name, ofOther);
    else {
      const mutateContent = isMarkup(part) && kind > 5 ? mutateMarkup : mutateBytes;
      archive.file(name, mutateContent(part, random, ofOther.length > 0 ? ofOther : part));
    }
  }
  return archive.generateAsync({ type: "uint8array", compression: "DEFLATE", compressionOptions: { level: 1 } });
}
