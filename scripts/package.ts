/**
 * `npm run package`: the app as it is installed, in dist/. On a machine with a network: the installers for its own
 * system. Where ELECTRON_OVERRIDE_DIST_PATH names a runtime, and with `--folder`: the folder alone that an installer would
 * put on the disk. Publishes nothing. See docs/releasing.md.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { flipFuses } from "@electron/fuses";
import { type AfterPackContext, build, type Configuration, DIR_TARGET, Platform } from "electron-builder";
import { sha256Of, writeChecksums, writeFolderChecksums } from "./packaging/checksums.ts";
import { fuseConfiguration } from "./packaging/fuses.ts";
import { packedModules } from "./packaging/packed-modules.ts";
import { stageApp } from "./packaging/stage-app.ts";

const root = join(import.meta.dirname, "..");
const dist = join(root, "dist");
const runtime = process.env["ELECTRON_OVERRIDE_DIST_PATH"];
const { values } = parseArgs({ options: { folder: { type: "boolean", default: runtime !== undefined } } });

/** A runtime from elsewhere says its version itself, which may be another than package.json names. */
function versionOf(folder: string): string {
  const named = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    devDependencies: { electron: string };
  }; // our own file
  const version = readFileSync(join(folder, "version"), "utf8").trim().replace(/^v/, "");
  if (version !== named.devDependencies.electron)
    console.log(
      `Electron ${version} of ${folder}, not ${named.devDependencies.electron}: good for tests, not to be given out`,
    );
  return version;
}

/** The program in a packed folder, or on macOS its bundle: what fuses are set in. */
function programIn({ appOutDir, packager, electronPlatformName }: AfterPackContext): string {
  const name = packager.appInfo.productFilename;
  if (electronPlatformName === "darwin") return join(appOutDir, `${name}.app`);
  return join(appOutDir, electronPlatformName === "win32" ? `${name}.exe` : name);
}

function configuration(packed: string[]): Configuration {
  return {
    ...(runtime && { electronDist: runtime, electronVersion: versionOf(runtime) }),
    // The modules were put there by us, one by one. False keeps electron-builder from looking for more.
    beforeBuild: async () => false,
    async afterPack(context) {
      // A runtime that was unpacked by hand still has the app that Electron shows where there is none.
      rmSync(join(context.packager.getResourcesDir(context.appOutDir), "default_app.asar"), { force: true });
      // The names of electron-builder's systems are those of Node.
      await flipFuses(programIn(context), fuseConfiguration(context.electronPlatformName as NodeJS.Platform));
      packed.push(context.appOutDir);
    },
  };
}

rmSync(dist, { recursive: true, force: true });
// What goes along must not say less than what is in it.
if (spawnSync(process.execPath, [join(root, "scripts/licences.ts"), "--check"], { stdio: "inherit" }).status !== 0)
  process.exit(1);
stageApp(await packedModules());
const packed: string[] = [];
const platform = Platform.current();
const written = await build({
  projectDir: root,
  publish: "never",
  targets: values.folder ? platform.createTarget(DIR_TARGET) : platform.createTarget(),
  config: configuration(packed),
});

for (const folder of packed) {
  await writeFolderChecksums(`${folder}.sha256`, folder);
  const archive = join(folder, "resources/app.asar");
  if (!existsSync(archive)) continue;
  const megabytes = (statSync(archive).size / 1e6).toFixed(1);
  console.log(`${folder}: app.asar of ${megabytes} MB, SHA-256 ${await sha256Of(archive)}`);
}
const installers = written.filter((path) => existsSync(path) && statSync(path).isFile());
if (installers.length > 0) await writeChecksums(join(dist, "SHA256SUMS"), dist, installers);
for (const path of installers) console.log(path);
