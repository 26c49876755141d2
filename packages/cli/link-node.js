/**
 * Runs after every install: the Node that came as a package must be the one that npm scripts find. npm 10 removes its
 * link again together with the packages of other platforms, which carry a command of the same name. Plain JavaScript,
 * since the machine's own Node runs it.
 */
import { existsSync, lstatSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';

const names = [`node-${process.platform}-${process.arch}`, `node-bin-${process.platform}-${process.arch}`];
const modules = path.resolve('node_modules');
const link = path.join(modules, '.bin', 'node');
const brought = names.map((name) => path.join(modules, name, 'bin', 'node')).find((file) => existsSync(file));

if (process.platform !== 'win32' && brought !== undefined && !existsSync(link)) {
  // A link that leads nowhere exists for lstat alone.
  if (lstatSync(link, { throwIfNoEntry: false })) rmSync(link);
  symlinkSync(path.relative(path.dirname(link), brought), link);
}
