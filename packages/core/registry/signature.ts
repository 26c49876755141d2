/** What every model of the registry takes and gives: a model of another origin is told apart before it scores. */
import { describeSlot, type Signature, type Slot } from '../tensor/session.ts';
import type { ModelCard } from './card.ts';

/** What every model answers with: no feature may have one of these names. */
export const answerNames: readonly string[] = ['probability', 'lower', 'upper', 'logOdds', 'contributions'];

/** Every length that a row does not choose; the first axis is the rows. */
interface Expected {
  readonly name: string;
  readonly dtype: 'float32' | 'string';
  /** Numbers in one row. */
  readonly width: number;
}

/**
 * Inputs are the card's features, float32 [rows, 1], categories string [rows, 1]; outputs are `probability`, `lower`, `upper`, `logOdds`, float32
 * [rows, 1], and `contributions`, float32 [rows, features].
 *
 * @returns one sentence for inputs and one for outputs, where they differ: what is there, and what was expected. null where
 * all is as it should be.
 */
export function signatureFault(
  { inputs, outputs }: Signature,
  { features }: Pick<ModelCard, 'features'>,
): string | null {
  const dtype = 'float32' as const;
  const faults = [
    fault(
      'inputs',
      inputs,
      features.map(({ name, kind }) => ({
        name,
        dtype: kind === 'category' ? ('string' as const) : ('float32' as const),
        width: 1,
      })),
    ),
    fault('outputs', outputs, [
      ...['probability', 'lower', 'upper', 'logOdds'].map((name) => ({ name, dtype, width: 1 })),
      { name: 'contributions', dtype, width: features.length },
    ]),
  ].filter((sentence) => sentence !== null);
  return faults.length > 0 ? faults.join(' ') : null;
}

function fault(kind: string, there: readonly Slot[], expected: readonly Expected[]): string | null {
  const fits = ({ name, dtype, width }: Expected) =>
    there.some(
      (slot) =>
        slot.name === name &&
        slot.dtype === dtype &&
        slot.shape.length === 2 &&
        // An axis whose length is chosen at run time may have any.
        (typeof slot.shape[1] === 'string' || slot.shape[1] === width),
    );
  if (there.length === expected.length && expected.every(fits)) return null;
  const found = there.map((slot) => `${slot.name} ${describeSlot(slot)}`).join(', ');
  const needed = expected.map(({ name, dtype, width }) => `${name} ${dtype}[any, ${width}]`).join(', ');
  return `Its ${kind} are ${found || 'none'}; expected: ${needed}.`;
}
