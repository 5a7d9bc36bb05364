/** Disks that fail as real ones do: mounted by root, taken away when the test ends. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** Whether this user may mount disks here. */
export const canMount =
  process.platform === "linux" && process.getuid?.() === 0 && tryTo(() => unmount(mountMemory(64)));

/** A folder on a disk of its own, with so many kilobytes of room. */
export function smallDisk(kilobytes: number): string {
  const folder = mountMemory(kilobytes);
  onTestFinished(() => unmount(folder));
  return folder;
}

/** A folder on a disk that becomes read-only at once, under the files that are open on it: what Linux does after a fault. */
export function faultyDisk(): { readonly folder: string; readonly becomeReadOnly: () => void } | null {
  const image = join(mkdtempSync(join(tmpdir(), "attache-image-")), "disk");
  const folder = mkdtempSync(join(tmpdir(), "attache-disk-"));
  execFileSync("truncate", ["--size", "16M", image]);
  const made = tryTo(() => {
    execFileSync("mkfs.ext4", ["-q", "-O", "^has_journal", image], { stdio: "ignore" });
    execFileSync("mount", ["-o", "loop,errors=remount-ro", image, folder], { stdio: "ignore" });
  });
  onTestFinished(() => {
    if (made) unmount(folder);
    rmSync(image, { force: true });
  });
  if (!made) return null;
  const device = execFileSync("findmnt", ["--noheadings", "--output", "SOURCE", folder]).toString().trim();
  const fault = `/sys/fs/ext4/${device.replace("/dev/", "")}/trigger_fs_error`;
  return { folder, becomeReadOnly: () => writeFileSync(fault, "a fault") };
}

function mountMemory(kilobytes: number): string {
  const folder = mkdtempSync(join(tmpdir(), "attache-disk-"));
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${kilobytes}k`, "tmpfs", folder], { stdio: "ignore" });
  return folder;
}

function unmount(folder: string): void {
  execFileSync("umount", ["--lazy", folder]);
  rmSync(folder, { recursive: true, force: true });
}

function tryTo(work: () => void): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}
