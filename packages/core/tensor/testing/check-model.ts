/**
 * For tests: what is wrong with an ONNX file, by the rules of the standard that need no table of operators
 * (https://onnx.ai/onnx/repo-docs/IR.html, and `onnx/checker.cc`, which says them in code).
 */
import onnxProto, { type onnx as format } from 'onnx-proto';

const { onnx } = onnxProto;

export interface ModelFault {
  readonly rule:
    | 'unreadable'
    | 'irVersion'
    | 'operatorSet'
    | 'name'
    | 'assignedTwice'
    | 'order'
    | 'undefined'
    | 'attribute'
    | 'type'
    | 'size';
  /** The node or value at fault. */
  readonly place: string;
  readonly message: string;
}

/** The newest operator sets that runtimes of today know, by domain; the standard's own is ''. */
const knownSets: Readonly<Record<string, number>> = { '': 26, 'ai.onnx.ml': 5, 'com.microsoft': 1 };
const knownIr = { oldest: 3, newest: 13 };

/** Bytes of one element in `rawData`; types that are not here are never written raw. */
const elementBytes: Readonly<Record<number, number>> = {
  1: 4,
  2: 1,
  3: 1,
  4: 2,
  5: 2,
  6: 4,
  7: 8,
  9: 1,
  10: 2,
  11: 8,
  12: 4,
  13: 8,
  16: 2,
};
const stringType = 8;

/** @returns an empty list for a model that keeps all rules. */
export function modelFaults(bytes: Uint8Array): readonly ModelFault[] {
  const model = decoded(bytes);
  if (!model?.graph) return [{ rule: 'unreadable', place: 'file', message: 'The bytes are no ONNX model.' }];
  const check = new Check();
  const ir = Number(model.irVersion);
  if (!(ir >= knownIr.oldest && ir <= knownIr.newest)) {
    check.fault('irVersion', 'model', `The file format ${ir} is not known.`);
  }
  check.operatorSets(model.opsetImport ?? []);
  check.graph(model.graph, null);
  return check.faults;
}

function decoded(bytes: Uint8Array): format.IModelProto | null {
  try {
    return onnx.ModelProto.decode(bytes);
  } catch {
    return null;
  }
}

/** Names of values; those of a loop's or branch's body are looked up in the graph around it too. */
interface Scope {
  readonly values: Set<string>;
  readonly around: Scope | null;
}

class Check {
  readonly faults: ModelFault[] = [];
  readonly #sets = new Set<string>();

  fault(rule: ModelFault['rule'], place: string, message: string): void {
    this.faults.push({ rule, place, message });
  }

  operatorSets(imports: readonly format.IOperatorSetIdProto[]): void {
    for (const { domain, version } of imports) {
      const name = domain ?? '';
      if (this.#sets.has(name)) this.fault('operatorSet', 'model', `"${name}" is imported twice.`);
      this.#sets.add(name);
      const newest = knownSets[name];
      if (newest === undefined || !(Number(version) >= 1 && Number(version) <= newest)) {
        this.fault('operatorSet', 'model', `Version ${version} of "${name}" is not known.`);
      }
    }
    if (!this.#sets.has('')) this.fault('operatorSet', 'model', 'The standard operators are not imported.');
  }

  graph(graph: format.IGraphProto, around: Scope | null): void {
    const scope: Scope = { values: new Set(), around };
    if (!graph.name) this.fault('name', 'graph', 'The graph has no name.');
    for (const input of graph.input ?? []) {
      this.#described(input, around === null);
      this.#define(scope, input.name ?? '', 'input');
    }
    const inputs = new Set(scope.values);
    const initialised = new Set<string>();
    for (const tensor of graph.initializer ?? []) {
      const name = tensor.name ?? '';
      this.#tensor(tensor, name);
      if (initialised.has(name)) this.fault('assignedTwice', name, 'Two initializers have this name.');
      initialised.add(name);
      // An initializer may give an input its value.
      if (!inputs.has(name)) this.#define(scope, name, 'initializer');
    }
    const later = new Set((graph.node ?? []).flatMap(({ output }) => output ?? []));
    for (const node of graph.node ?? []) this.#node(node, scope, later);
    if ((graph.output ?? []).length === 0) this.fault('undefined', 'graph', 'The graph has no output.');
    const given = new Set<string>();
    for (const output of graph.output ?? []) {
      const name = output.name ?? '';
      this.#described(output, around === null);
      if (!isDefined(scope, name)) this.fault('undefined', name, 'Nothing makes this output.');
      if (given.has(name)) this.fault('assignedTwice', name, 'Two outputs have this name.');
      given.add(name);
    }
  }

  #node(node: format.INodeProto, scope: Scope, later: ReadonlySet<string>): void {
    const place = node.name || (node.opType ?? 'node');
    if (!node.opType) this.fault('name', place, 'The node has no operator.');
    if (!this.#sets.has(node.domain ?? '')) {
      this.fault('operatorSet', place, `"${node.domain}" is used but not imported.`);
    }
    for (const input of node.input ?? []) {
      // An empty name leaves an optional operand out.
      if (input === '' || isDefined(scope, input)) continue;
      if (later.has(input)) this.fault('order', place, `It reads ${input} before that is made.`);
      else this.fault('undefined', place, `It reads ${input}, which nothing makes.`);
    }
    this.#attributes(node.attribute ?? [], place, scope);
    const outputs = (node.output ?? []).filter((name) => name !== '');
    if (outputs.length === 0) this.fault('name', place, 'The node has no output with a name.');
    for (const output of outputs) this.#define(scope, output, place);
  }

  #define(scope: Scope, name: string, place: string): void {
    if (name === '') this.fault('name', place, 'A value has no name.');
    if (isDefined(scope, name)) this.fault('assignedTwice', name, `${place} makes it again.`);
    scope.values.add(name);
  }

  #attributes(attributes: readonly format.IAttributeProto[], place: string, scope: Scope): void {
    const seen = new Set<string>();
    for (const attribute of attributes) {
      const name = attribute.name ?? '';
      if (name === '') this.fault('name', place, 'An attribute has no name.');
      if (seen.has(name)) this.fault('attribute', place, `The attribute ${name} stands twice.`);
      seen.add(name);
      const filled = filledFields(attribute);
      const wanted = fieldOf(attribute.type);
      const lists = ['floats', 'ints', 'strings', 'tensors', 'graphs'];
      const missing = wanted !== null && !filled.includes(wanted) && !lists.includes(wanted);
      if (wanted === null || missing || filled.some((field) => field !== wanted)) {
        const content = filled.length === 0 ? 'nothing' : filled.join(' and ');
        this.fault('attribute', place, `${name} is of type ${attribute.type} and holds ${content}.`);
      }
      if (attribute.t) this.#tensor(attribute.t, `${place}.${name}`);
      for (const body of [...(attribute.g ? [attribute.g] : []), ...(attribute.graphs ?? [])]) {
        this.graph(body, scope);
      }
    }
  }

  /** @param typed whether type and shape must stand: in a body they may be left to inference. */
  #described({ name, type }: format.IValueInfoProto, typed: boolean): void {
    const place = name ?? '';
    const tensor = type?.tensorType;
    if (!tensor) {
      if (typed) this.fault('type', place, 'It has no tensor type.');
      return;
    }
    const code = tensor.elemType ?? 0;
    if (code !== stringType && elementBytes[code] === undefined) {
      this.fault('type', place, `The element type ${code} is not known.`);
    }
    if (typed && !tensor.shape) this.fault('type', place, 'It has no shape.');
    for (const { dimValue, dimParam } of tensor.shape?.dim ?? []) {
      const named = dimParam !== undefined && dimParam !== null && dimParam !== '';
      if (!named && !(Number(dimValue ?? 0) >= 0)) {
        this.fault('type', place, `The length ${dimValue} is below 0.`);
      }
    }
  }

  #tensor(tensor: format.ITensorProto, place: string): void {
    const dims = (tensor.dims ?? []).map(Number);
    const size = dims.reduce((product, length) => product * length, 1);
    if (dims.some((length) => !(length >= 0))) this.fault('size', place, 'A length is below 0.');
    const code = tensor.dataType ?? 0;
    const bytes = elementBytes[code];
    const raw = tensor.rawData?.length ?? 0;
    const lists = [
      tensor.floatData,
      tensor.int32Data,
      tensor.int64Data,
      tensor.doubleData,
      tensor.uint64Data,
      tensor.stringData,
    ].map((list) => list?.length ?? 0);
    const listed = lists.filter((length) => length > 0);
    if (bytes === undefined && code !== stringType) {
      this.fault('type', place, `The element type ${code} is not known.`);
    } else if (listed.length + (raw > 0 ? 1 : 0) > 1) {
      this.fault('size', place, 'It holds its numbers twice.');
    } else if (raw > 0 || listed.length === 0 ? raw !== size * (bytes ?? 0) : listed[0] !== size) {
      this.fault('size', place, `[${dims.join(', ')}] is not what its ${raw || (listed[0] ?? 0)} data fill.`);
    }
  }
}

function isDefined(scope: Scope | null, name: string): boolean {
  return scope !== null && (scope.values.has(name) || isDefined(scope.around, name));
}

/** The field that holds an attribute of a type; null for types that this check does not know. */
function fieldOf(type: format.IAttributeProto['type']): string | null {
  const { AttributeType } = onnx.AttributeProto;
  if (type === AttributeType.FLOAT) return 'f';
  if (type === AttributeType.INT) return 'i';
  if (type === AttributeType.STRING) return 's';
  if (type === AttributeType.TENSOR) return 't';
  if (type === AttributeType.GRAPH) return 'g';
  if (type === AttributeType.FLOATS) return 'floats';
  if (type === AttributeType.INTS) return 'ints';
  if (type === AttributeType.STRINGS) return 'strings';
  if (type === AttributeType.TENSORS) return 'tensors';
  if (type === AttributeType.GRAPHS) return 'graphs';
  return null;
}

/** The fields of an attribute that hold something; a decoded message has only what stood in the file. */
function filledFields(attribute: format.IAttributeProto): readonly string[] {
  const single = ['f', 'i', 's', 't', 'g'].filter((field) => Object.hasOwn(attribute, field));
  const { floats, ints, strings, tensors, graphs } = attribute;
  const listed = Object.entries({ floats, ints, strings, tensors, graphs })
    .filter(([, list]) => (list?.length ?? 0) > 0)
    .map(([field]) => field);
  return [...single, ...listed];
}
