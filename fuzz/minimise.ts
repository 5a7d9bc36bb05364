/** Makes an input that broke a reader as small as it can be while it still does, so that it can be kept and understood. */
import JSZip from "jszip";

/** True where the reader still fails in the same way. */
export type IsStillBroken = (bytes: Uint8Array) => Promise<boolean>;

/** Leaves out stretches, from halves down to single bytes, until nothing more can go or the time is over. */
async function shorten(bytes: Uint8Array, isStillBroken: IsStillBroken, endsAt: number): Promise<Uint8Array> {
  let shortest = bytes;
  for (let size = bytes.length >> 1; size >= 1; size >>= 1) {
    for (let at = 0; at < shortest.length; ) {
      if (Date.now() > endsAt) return shortest;
      const shorter = Buffer.concat([shortest.subarray(0, at), shortest.subarray(at + size)]);
      if (await isStillBroken(shorter)) shortest = new Uint8Array(shorter);
      else at += size;
    }
  }
  return shortest;
}

function pack(parts: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> {
  const archive = new JSZip();
  for (const [name, part] of parts) archive.file(name, part, { createFolders: false });
  return archive.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}

async function shortenArchive(bytes: Uint8Array, isStillBroken: IsStillBroken, endsAt: number): Promise<Uint8Array> {
  const archive = await JSZip.loadAsync(bytes);
  const parts = new Map<string, Uint8Array>();
  for (const [name, part] of Object.entries(archive.files)) {
    if (!part.dir) parts.set(name, await part.async("uint8array"));
  }
  if (!(await isStillBroken(await pack(parts)))) return bytes;
  const brokenWith = async (name: string, part: Uint8Array | null) => {
    const changed = new Map(parts);
    if (part === null) changed.delete(name);
    else changed.set(name, part);
    return isStillBroken(await pack(changed));
  };
  for (const name of [...parts.keys()]) if (await brokenWith(name, null)) parts.delete(name);
  for (const [name, part] of parts) parts.set(name, await shorten(part, (each) => brokenWith(name, each), endsAt));
  return pack(parts);
}

/** The smallest input found within the time. */
export async function minimise(bytes: Uint8Array, isStillBroken: IsStillBroken, forMs: number): Promise<Uint8Array> {
  const endsAt = Date.now() + forMs;
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const whole = () => shorten(bytes, isStillBroken, endsAt);
  return isArchive ? shortenArchive(bytes, isStillBroken, endsAt).catch(whole) : whole();
}
