/** How a model says in its `config.json` that it was trained on stories whose slots are symbols. */
import { z } from 'zod';

export const wordingTask = z.object({ reword: z.object({ slots: z.literal(true) }) });
