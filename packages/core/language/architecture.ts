/** The shape of a small causal transformer: GPT-2 (Radford et al. 2019) with relu and one matrix for reading and writing. */

export interface LanguageArchitecture {
  readonly vocabulary: number;
  /** Most symbols that one sequence has. */
  readonly positions: number;
  readonly width: number;
  readonly heads: number;
  readonly blocks: number;
}

export type BlockWeight =
  | 'gainA'
  | 'shiftA'
  | 'joined'
  | 'joinedBias'
  | 'mixed'
  | 'mixedBias'
  | 'gainB'
  | 'shiftB'
  | 'up'
  | 'upBias'
  | 'down'
  | 'downBias';

/** Every weight with its shape, by name: a block's own are `block.name`. */
export function languageShapes(architecture: LanguageArchitecture): Record<string, readonly number[]> {
  const { vocabulary, positions, width, blocks } = architecture;
  const block: Readonly<Record<BlockWeight, readonly number[]>> = {
    gainA: [width],
    shiftA: [width],
    joined: [width, 3 * width],
    joinedBias: [3 * width],
    mixed: [width, width],
    mixedBias: [width],
    gainB: [width],
    shiftB: [width],
    up: [width, 4 * width],
    upBias: [4 * width],
    down: [4 * width, width],
    downBias: [width],
  };
  const shapes: Record<string, readonly number[]> = {
    symbols: [vocabulary, width],
    places: [positions, width],
    gainEnd: [width],
    shiftEnd: [width],
  };
  for (let index = 0; index < blocks; index++) {
    for (const [name, shape] of Object.entries(block)) shapes[`${index}.${name}`] = shape;
  }
  return shapes;
}

/** ε of layer normalisation, as GPT-2 has it. */
export const normalisationEpsilon = 1e-5;
