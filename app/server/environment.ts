/** What the command line hands to the web server. Read once, so that a mistake is told at the start. */
import { z } from 'zod';

const environment = z.object({
  DATABASE_URL: z.string().min(1, 'is missing: start with `npm start`, which brings a database along'),
  PRAXIS_HOME: z.string().min(1, 'is missing: the folder that holds the trained models'),
  BETTER_AUTH_SECRET: z.string().min(32, 'must have at least 32 characters'),
  BETTER_AUTH_URL: z.url('must be an address such as http://localhost:3000'),
  PRAXIS_DEMO: z.enum(['0', '1']).default('0'),
});

export interface Environment {
  readonly databaseUrl: string;
  /** Folder of the model registry. */
  readonly models: string;
  /** Folder of the model of what learners know. */
  readonly knowledge: string;
  readonly secret: string;
  readonly url: string;
  readonly demo: boolean;
}

/** @throws Error that names the variable and how to mend it. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const read = environment.safeParse(variables);
  if (!read.success) {
    const faults = read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
    throw new Error(`The environment is not complete. ${faults.join('; ')}.`);
  }
  const { DATABASE_URL, PRAXIS_HOME, BETTER_AUTH_SECRET, BETTER_AUTH_URL, PRAXIS_DEMO } = read.data;
  return {
    databaseUrl: DATABASE_URL,
    models: `${PRAXIS_HOME}/models`,
    knowledge: `${PRAXIS_HOME}/practice/tracing`,
    secret: BETTER_AUTH_SECRET,
    url: BETTER_AUTH_URL,
    demo: PRAXIS_DEMO === '1',
  };
}
