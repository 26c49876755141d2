/** The preparation as TensorFlow.js operations: the same lines prepare the training rows and run in the exported graph. */
import { tf } from '../tensor/index.ts';
import type { Preparation, PreparedColumn } from './preparation.ts';

/**
 * Raw features to prepared columns.
 *
 * @param raw shape [batch, features], NaN where missing; a count below 0 is taken as 0
 * @returns shape [batch, columns]
 */
export function prepareColumns(preparation: Preparation, raw: tf.Tensor2D): tf.Tensor2D {
  const { columns } = preparation;
  const constant = (of: (column: PreparedColumn) => number) => tf.tensor2d([columns.map(of)]);
  const own = tf.gather(
    raw,
    tf.tensor1d(
      columns.map(({ feature }) => feature),
      'int32',
    ),
    1,
  );
  const isMissing = tf.isNaN(own);
  const missing = tf.cast(isMissing, 'float32');
  const known = tf.where(isMissing, tf.zerosLike(own), own);

  const value = valueOrLevel(preparation, known, constant);
  const centred = tf.sub(
    value.of,
    constant(({ centre }) => centre),
  );
  const absent = value.unseen === null ? isMissing : tf.logicalOr(isMissing, value.unseen);
  const present = tf.where(absent, tf.zerosLike(centred), centred);
  const indicators = constant(({ part }) => (part === 'missing' ? 1 : 0));
  const indicated = tf.sub(
    missing,
    constant(({ centre }) => centre),
  );
  const mixed = columns.some(({ part }) => part === 'missing')
    ? tf.add(tf.mul(present, tf.sub(1, indicators)), tf.mul(indicated, indicators))
    : present;
  return tf.mul(
    mixed,
    constant(({ scale }) => scale),
  );
}

/** What a column says of a value that is there, and whether its level is one that training has not seen. */
function valueOrLevel(
  { features, columns }: Preparation,
  known: tf.Tensor,
  constant: (of: (column: PreparedColumn) => number) => tf.Tensor2D,
): { readonly of: tf.Tensor; readonly unseen: tf.Tensor | null } {
  const isCount = constant(({ kind }) => (kind === 'count' ? 1 : 0));
  const scaled = columns.some(({ kind }) => kind === 'count')
    ? tf.add(tf.mul(isCount, tf.log1p(tf.relu(known))), tf.mul(tf.sub(1, isCount), known))
    : known;
  if (!columns.some(({ part }) => part === 'level')) return { of: scaled, unseen: null };
  const isLevel = constant(({ part }) => (part === 'level' ? 1 : 0));
  // A level that no value can be stands for columns of other parts.
  const level = constant(({ level: position }) => position ?? Number.NEGATIVE_INFINITY);
  const afterLast = constant(({ feature, part }) => {
    const definition = features[feature];
    return part === 'level' && definition.kind === 'category'
      ? definition.levels.length
      : Number.NEGATIVE_INFINITY;
  });
  const flags = tf.mul(isLevel, tf.cast(tf.equal(known, level), 'float32'));
  return {
    of: tf.add(flags, tf.mul(tf.sub(1, isLevel), scaled)),
    unseen: tf.equal(known, afterLast),
  };
}

/**
 * Sums what each prepared column contributes over the raw features.
 *
 * @param byColumn shape [batch, columns]
 * @returns shape [batch, features]
 */
export function sumByFeature(preparation: Preparation, byColumn: tf.Tensor2D): tf.Tensor2D {
  const belongs = preparation.columns.map(({ feature }) =>
    preparation.features.map((_, index) => (index === feature ? 1 : 0)),
  );
  return tf.matMul(byColumn, tf.tensor2d(belongs));
}
