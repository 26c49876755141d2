/** Every tfjs kernel that the tracer knows, in one table. To add one, put it into the file of its family. */
import { elementwise } from './elementwise.ts';
import { gatherLowerings } from './gather.ts';
import type { Lowerings } from './lowering.ts';
import { matmul } from './matmul.ts';
import { reduceLowerings } from './reduce.ts';
import { shapeLowerings } from './shape.ts';

export const lowerings: Lowerings = {
  ...elementwise,
  ...reduceLowerings,
  ...shapeLowerings,
  ...matmul,
  ...gatherLowerings,
};
