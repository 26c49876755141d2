/** What to write instead of kernels that have no lowering; `docs/engine.md` says why each has none. */
export const alternatives: Readonly<Record<string, string>> = {
  Unique: 'Find the different values before training and give each row its number, or compare with tf.equal.',
  Bincount: 'Use tf.sum(tf.oneHot(x, size), 0).',
  DenseBincount: 'Use tf.sum(tf.oneHot(x, size), 0).',
  SparseToDense: 'Use tf.scatterND, and tf.where for another default than 0.',
  LRNGrad: 'Use tf.batchNorm or a layer normalisation of tf.moments.',
  Dilation2D: 'Use tf.maxPool, which is a dilation by a flat window.',
  Complex: 'Keep the real and the imaginary part as two tensors.',
  ComplexAbs:
    'Keep the real and the imaginary part as two tensors, and use tf.sqrt of the sum of their squares.',
  FFT: 'Transform the signal before training, or multiply with the cosines and sines of tf.matMul.',
  IFFT: 'Transform the signal before training, or multiply with the cosines and sines of tf.matMul.',
  NonMaxSuppressionV3: 'Choose boxes from the numbers of the outputs, after the model ran.',
  NonMaxSuppressionV4: 'Choose boxes from the numbers of the outputs, after the model ran.',
  NonMaxSuppressionV5: 'Choose boxes from the numbers of the outputs, after the model ran.',
  CropAndResize: 'Use tf.slice and tf.image.resizeBilinear.',
  Transform: 'Change pictures before they enter the model.',
  RotateWithOffset: 'Change pictures before they enter the model.',
  MaxPoolWithArgmax: 'Use tf.maxPool.',
};
