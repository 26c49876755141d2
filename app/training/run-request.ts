/** What a request for a run has to say: an outcome that this version trains a model for. */
import type { VerticalManifest } from '@praxis/core';
import { z } from 'zod';
import { hasOutcome } from '../server/verticals.ts';

export const runRequest = (among: readonly VerticalManifest[]) =>
  z.strictObject({ vertical: z.string(), outcome: z.string() }).refine((asked) => hasOutcome(asked, among), {
    path: ['outcome'],
    error: `expected one of ${among
      .flatMap(({ id, outcomes }) => outcomes.map((outcome) => `${outcome} of ${id}`))
      .join(', ')}`,
  });
