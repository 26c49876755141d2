import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exitCode, type Fault, type Finding } from '../fault.ts';
import { root } from '../settings.ts';
import { fetchPart } from './fetch-part.ts';
import { type GpuPart, gpuParts, gpuPlatform } from './part.ts';

let modules: string;
beforeEach(async () => {
  modules = path.join(await mkdtemp(path.join(tmpdir(), 'praxis-gpu-install-')), 'node_modules');
  await mkdir(modules);
});
afterEach(() => rm(path.dirname(modules), { recursive: true, force: true }));

const never = new AbortController().signal;
const silent = (): void => {};

function faultIn(finding: Finding): Fault {
  if (finding.ok) throw new Error(`Nothing was found wrong: ${finding.detail}`);
  return finding.fault;
}

/** Every file below the folder with its content. */
async function contentOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(files.sort().map(async (file) => [file, await readFile(file, 'utf8')] as const)),
  );
}

describe('a package of the test, whose script does what is asked here', () => {
  const part: GpuPart = {
    package: '@tester/gpu',
    what: 'the library',
    needs: ['package.json', 'scripts'],
    script: ['scripts/install.js'],
    environment: { ASKED: 'yes' },
    makes: ['lib/one.so', 'lib/two.so'],
    source: () => 'one.so from the test',
  };
  const folder = () => path.join(modules, part.package);
  const both = `const fs = require('node:fs'); fs.mkdirSync('lib'); fs.writeFileSync('lib/one.so', 'new');`;

  async function packageWith(script: string): Promise<void> {
    await mkdir(path.join(folder(), 'scripts'), { recursive: true });
    await mkdir(path.join(folder(), 'lib'), { recursive: true });
    await writeFile(path.join(folder(), 'package.json'), '{"name":"@tester/gpu"}');
    await writeFile(path.join(folder(), 'scripts/install.js'), script);
    await writeFile(path.join(folder(), 'lib/one.so'), 'old');
  }

  test('a script finds what it needs inside its package and beside it; only what it makes is taken over', async () => {
    await mkdir(path.join(folder(), 'node_modules'), { recursive: true });
    await writeFile(path.join(folder(), 'node_modules/inside.js'), '');
    await writeFile(path.join(modules, 'beside.js'), '');
    await packageWith(`require('inside'); require('beside'); ${both} fs.writeFileSync('lib/two.so', process.env.ASKED);
      fs.writeFileSync('package.json', 'rewritten'); console.log('fetching');`);
    const said: string[] = [];
    const finding = await fetchPart(part, modules, never, (line) => said.push(line));
    expect(finding.ok).toBe(true);
    expect(said).toEqual(['fetching']);
    expect(await readFile(path.join(folder(), 'lib/one.so'), 'utf8')).toBe('new');
    expect(await readFile(path.join(folder(), 'lib/two.so'), 'utf8')).toBe('yes');
    expect(await readFile(path.join(folder(), 'package.json'), 'utf8')).toBe('{"name":"@tester/gpu"}');
    expect(await readdir(path.dirname(folder()))).toEqual(['gpu']);
  });

  test.each([
    ['throws', `${both} throw new Error('the disk is full');`, 'one.so from the test (the disk is full)'],
    ['ends well without a file', both, 'one.so from the test (the script ended without the files)'],
    ['leaves an empty file', `${both} fs.writeFileSync('lib/two.so', '');`, 'ended without the files'],
    [
      'names an address',
      `console.log('from https://cdn.example/a/two.tar.gz'); process.exit(3)`,
      'two.tar.gz from https://cdn.example/a/two.tar.gz (exit code 3)',
    ],
  ])('a script that %s changes nothing, and one sentence says which file', async (_, script, sentence) => {
    await packageWith(script);
    const before = await contentOf(modules);
    const fault = faultIn(await fetchPart(part, modules, never, silent));
    expect(fault.code).toBe('downloadFailed');
    expect(exitCode(fault.code)).toBe(69);
    expect(fault.message).toContain(sentence);
    expect(fault.message).not.toContain('\n');
    expect(await contentOf(modules)).toEqual(before);
  });

  test('a stop changes nothing either', async () => {
    await packageWith(`${both} setInterval(() => {}, 1000); console.log('begun');`);
    const before = await contentOf(modules);
    const stop = new AbortController();
    const stopped = fetchPart(part, modules, stop.signal, () => stop.abort(new Error('stopped')));
    await expect(stopped).rejects.toThrow('stopped');
    expect(await contentOf(modules)).toEqual(before);
  });

  test('what is there already is not fetched again', async () => {
    await packageWith(`throw new Error('it was run')`);
    await writeFile(path.join(folder(), 'lib/two.so'), 'old');
    expect((await fetchPart(part, modules, never, silent)).ok).toBe(true);
  });

  test('a package that was not installed is named with the way to it', async () => {
    const fault = faultIn(await fetchPart(part, modules, never, silent));
    expect(fault.code).toBe('gpuPackageMissing');
    expect(fault.message).toContain(part.package);
  });
});

/** The scripts look for files of this system. */
const supported = process.platform === gpuPlatform.platform && process.arch === gpuPlatform.architecture;

describe.runIf(supported)('the packages that npm brought, with their own scripts', () => {
  let server: Server;
  let address: string;
  const files = new Map<string, Buffer>();
  beforeEach(async () => {
    files.clear();
    server = createServer(({ url }, response) => {
      const file = files.get(path.posix.basename(url ?? ''));
      response.writeHead(file ? 200 : 404).end(file ?? 'not here');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const bound = server.address();
    if (bound === null || typeof bound === 'string') throw new Error('No port could be had.');
    address = `http://127.0.0.1:${bound.port}`;
    // A copy of the package, and links to what it needs beside it.
    const real = path.join(root, 'node_modules');
    for (const name of await readdir(real)) {
      if (!name.startsWith('@tensorflow') && name !== 'onnxruntime-node') {
        await symlink(path.join(real, name), path.join(modules, name));
      }
    }
    await mkdir(path.join(modules, '@tensorflow'), { recursive: true });
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  const partOf = (name: string): GpuPart => {
    const part = gpuParts.find((candidate) => candidate.package === name);
    if (!part) throw new Error(`there is no part ${name}`);
    return part;
  };
  async function copy(part: GpuPart): Promise<void> {
    for (const name of part.needs) {
      const from = path.join(root, 'node_modules', part.package, name);
      await cp(from, path.join(modules, part.package, name), { recursive: true });
    }
  }
  const mirrors = () => ({
    TFJS_NODE_BASE_URI: `${address}/libtensorflow-`,
    npm_config_tfjs_binding_binary_host_mirror: address,
    // Building from source, the script's last resort, would go out to the network.
    npm_config_nodedir: modules,
    HTTPS_PROXY: '',
    https_proxy: '',
    HTTP_PROXY: '',
    http_proxy: '',
  });
  async function archive(files: Readonly<Record<string, string>>): Promise<Buffer> {
    const folder = await mkdtemp(path.join(tmpdir(), 'praxis-archive-'));
    for (const [name, content] of Object.entries(files)) {
      await mkdir(path.join(folder, path.dirname(name)), { recursive: true });
      await writeFile(path.join(folder, name), content);
    }
    const { stdout } = await promisify(execFile)('tar', ['-czf', '-', '-C', folder, ...Object.keys(files)], {
      encoding: 'buffer',
    });
    await rm(folder, { recursive: true });
    return stdout;
  }

  test('TensorFlow that is not where it should be: the file, the address and the package unchanged', async () => {
    const part = partOf('@tensorflow/tfjs-node-gpu');
    await copy(part);
    const before = await contentOf(path.join(modules, '@tensorflow'));
    const fault = faultIn(await fetchPart(part, modules, never, silent, mirrors()));
    expect(fault.code).toBe('downloadFailed');
    expect(fault.message).toMatch(
      /libtensorflow-gpu-linux-x86_64-[\d.]+\.tar\.gz from http:\/\/127\.0\.0\.1:/,
    );
    expect(await contentOf(path.join(modules, '@tensorflow'))).toEqual(before);
  });

  test('TensorFlow and its addon that are there are fetched into the package', async () => {
    const part = partOf('@tensorflow/tfjs-node-gpu');
    await copy(part);
    files.set(
      'libtensorflow-gpu-linux-x86_64-2.9.1.tar.gz',
      await archive({ 'lib/libtensorflow.so.2': 'library' }),
    );
    files.set('GPU-linux-4.22.0.tar.gz', await archive({ 'napi-v8/tfjs_binding.node': 'addon' }));
    const said: string[] = [];
    const finding = await fetchPart(part, modules, never, (line) => said.push(line), mirrors());
    expect(finding.ok, said.join('\n')).toBe(true);
    const content = await contentOf(path.join(modules, part.package));
    expect(content.get(path.join(modules, part.package, 'deps/lib/libtensorflow.so.2'))).toBe('library');
    expect([...content].find(([file]) => file.endsWith('tfjs_binding.node'))?.[1]).toBe('addon');
  });

  test('CUDA for ONNX Runtime is asked for where the package says', () => {
    const part = partOf('onnxruntime-node');
    expect(part.source(path.join(root, 'node_modules', part.package))).toMatch(
      /^Microsoft\.ML\.OnnxRuntime\.Gpu\.Linux [\d.]+ from https:\/\/api\.nuget\.org\//,
    );
  });
});
