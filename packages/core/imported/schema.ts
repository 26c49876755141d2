/** What a person says about an ONNX file that another program wrote: its features, and where its probability is. */
import { z } from 'zod';
import { answerNames } from '../registry/signature.ts';
import type { FeatureDefinition } from '../table/matrix.ts';

const common = {
  name: z.string().min(1),
  /** The model's input for this feature, where it has one input a column and calls it differently. */
  input: z.string().min(1).optional(),
};

const feature = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    kind: z.enum(['number', 'count', 'flag']),
    unit: z.string().min(1).optional(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('category'),
    levels: z.array(z.string().min(1)).min(1),
    /** The number that stands for each level in the model's matrix; 0, 1, 2, … unless told. */
    codes: z.array(z.number()).optional(),
  }),
]);

/** Schema of the file that `--schema` names; see docs/command-line.md. */
export const importSchema = z
  .strictObject({
    /** What the probability is of. */
    outcome: z.string().min(1),
    /** The column of a table that says what happened, and its two values. */
    target: z
      .strictObject({ column: z.string().min(1), positive: z.string(), negative: z.string() })
      .optional(),
    /** SHA-256 of each file that it was trained on, where that is known. */
    trainedOn: z
      .array(z.string().regex(/^[0-9a-f]{64}$/, { error: 'is no SHA-256 in hexadecimal digits' }))
      .min(1)
      .optional(),
    /** In the order in which the model takes them. */
    features: z.array(feature).min(1),
    /** The output that holds probabilities, where there are several. */
    output: z.string().min(1).optional(),
    /** Which of its classes is the event: its label where the model names them, else its place from 0. The last unless told. */
    class: z.union([z.string(), z.number().int()]).optional(),
  })
  .superRefine(({ features }, context) => {
    const names = features.map(({ name }) => name);
    const repeated = names.find((name, place) => names.indexOf(name) !== place);
    if (repeated !== undefined) {
      context.addIssue({ code: 'custom', path: ['features'], message: `"${repeated}" stands there twice` });
    }
    const output = names.find((name) => answerNames.includes(name));
    if (output !== undefined) {
      context.addIssue({
        code: 'custom',
        path: ['features'],
        message: `"${output}" is the name of an output`,
      });
    }
    features.forEach((one, place) => {
      if (one.kind !== 'category' || one.codes === undefined || one.codes.length === one.levels.length)
        return;
      const message = `${one.codes.length} codes for ${one.levels.length} levels`;
      context.addIssue({ code: 'custom', path: ['features', place, 'codes'], message });
    });
  });
export type ImportSchema = z.output<typeof importSchema>;
export type ImportedFeature = ImportSchema['features'][number];

export function definitionOf(feature: ImportedFeature): FeatureDefinition {
  const { name, kind } = feature;
  if (kind === 'category') return { name, kind, unit: null, levels: feature.levels };
  return { name, kind, unit: feature.unit ?? null };
}
