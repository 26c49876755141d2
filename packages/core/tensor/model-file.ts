/** Why ONNX Runtime refuses a model: read from the file itself (https://onnx.ai/onnx/repo-docs/IR.html). */
import onnxProto, { type onnx as format } from 'onnx-proto';

const { onnx } = onnxProto;

/** The versions that a file says it needs. */
export interface Versions {
  readonly ir: number;
  /** By domain; the standard's own is `ai.onnx`. */
  readonly operatorSets: ReadonlyMap<string, number>;
}

export interface Operator {
  readonly domain: string;
  readonly type: string;
  /** Of the node; empty where it has none. */
  readonly name: string;
}

export interface ModelFile extends Versions {
  readonly operators: readonly Operator[];
}

/** The standard's own domain may be written as nothing. */
const standardDomain = 'ai.onnx';

/** @returns null where the bytes are no ONNX model that can be read to its end. */
export function readModelFile(bytes: Uint8Array): ModelFile | null {
  try {
    const { irVersion, opsetImport, graph } = onnx.ModelProto.decode(bytes);
    if (!graph) return null;
    return {
      ir: Number(irVersion),
      operatorSets: new Map(
        opsetImport.map(({ domain, version }) => [domain || standardDomain, Number(version)]),
      ),
      operators: operatorsOf(graph),
    };
  } catch {
    return null;
  }
}

/** Those of loops and branches too. */
function operatorsOf(graph: format.IGraphProto): readonly Operator[] {
  return (graph.node ?? []).flatMap(({ domain, opType, name, attribute }) => [
    { domain: domain || standardDomain, type: opType ?? '', name: name ?? '' },
    ...(attribute ?? [])
      .flatMap(({ g, graphs }) => [...(g ? [g] : []), ...(graphs ?? [])])
      .flatMap(operatorsOf),
  ]);
}

/** The smallest model that needs these versions: what opens it supports them. */
export function probeModel({ ir, operatorSets }: Versions = probed): Uint8Array {
  const value = (name: string) => ({
    name,
    type: { tensorType: { elemType: onnx.TensorProto.DataType.FLOAT, shape: { dim: [{ dimValue: 1 }] } } },
  });
  const model = onnx.ModelProto.create({
    irVersion: ir,
    opsetImport: [...operatorSets].map(([domain, version]) => ({
      domain: domain === standardDomain ? '' : domain,
      version,
    })),
    graph: {
      name: 'probe',
      node: [{ opType: 'Identity', input: ['x'], output: ['y'] }],
      input: [value('x')],
      output: [value('y')],
    },
  });
  return onnx.ModelProto.encode(model).finish();
}

/** Old enough for every runtime. */
export const probed: Versions = { ir: 8, operatorSets: new Map([[standardDomain, 13]]) };
