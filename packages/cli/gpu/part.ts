/** What a default install leaves out for a GPU: native libraries that the npm registry does not carry. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';

export interface GpuPart {
  /** The npm package that fetches it, with a script of its own. */
  readonly package: string;
  readonly what: string;
  /** Paths in the package that the script needs. */
  readonly needs: readonly string[];
  /** Script and arguments, relative to the package. */
  readonly script: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Files or folders in the package that the script makes. */
  readonly makes: readonly string[];
  /** Which file from where, as far as the package says before it is asked. */
  readonly source: (folder: string) => string;
}

/** TensorFlow's library and the addon between it and Node, for models that run eagerly. */
const tensorflow: GpuPart = {
  package: '@tensorflow/tfjs-node-gpu',
  what: 'TensorFlow for eager models',
  needs: ['package.json', 'scripts', 'binding.gyp', 'binding'],
  script: ['scripts/install.js', 'gpu', 'download'],
  environment: {},
  makes: ['deps', 'lib'],
  source: () => 'libtensorflow from https://storage.googleapis.com/',
};

const metadata = z.object({
  packages: z.record(
    z.string(),
    z.object({ name: z.string(), versions: z.array(z.object({ feed: z.string(), version: z.string() })) }),
  ),
  feeds: z.record(z.string(), z.object({ index: z.string() })),
});

const platform = 'linux/x64';
const binaries = `bin/napi-v6/${platform}`;

/** ONNX Runtime's CUDA provider, for traced models. */
const onnxruntime: GpuPart = {
  package: 'onnxruntime-node',
  what: 'CUDA for traced models',
  needs: ['package.json', 'script'],
  script: ['script/install.js'],
  // Stronger than the "skip" of our .npmrc, which npm hands on to what it runs. "cuda12", as its help has it, is read as
  // nothing by 1.30.0, and then it does nothing under npm.
  environment: { ONNXRUNTIME_NODE_INSTALL: 'true' },
  makes: ['shared', 'cuda', 'tensorrt'].map((name) => `${binaries}/libonnxruntime_providers_${name}.so`),
  source(folder) {
    const script: unknown = createRequire(path.join(folder, 'package.json'))('./script/install-metadata.js');
    const { packages, feeds } = metadata.parse(script);
    const { name, versions } = packages[`nuget:${platform}:cuda12`] ?? { name: 'the package', versions: [] };
    const [first] = versions;
    return first ? `${name} ${first.version} from ${feeds[first.feed]?.index ?? first.feed}` : name;
  },
};

export const gpuParts: readonly GpuPart[] = [onnxruntime, tensorflow];

/** Both are made for NVIDIA GPUs under Linux; TensorFlow's script puts its library in the wrong place on Windows. */
export const gpuPlatform = { platform: 'linux', architecture: 'x64' } as const;
