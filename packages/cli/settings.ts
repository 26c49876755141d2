/** The environment variables that Praxis reads, checked once at the door of every command. */
import path from 'node:path';
import type { DeviceSetting } from '@praxis/core';
import { z } from 'zod';
import { type Fault, FaultError } from './fault.ts';

/** Folder of the checkout: `app/`, `packages/`, `db/` and `node_modules/` lie in it. */
export const root = path.resolve(import.meta.dirname, '../..');

/** `process.env`, or a part of it. */
export type Environment = Readonly<Record<string, string | undefined>>;

export interface Settings {
  /** Data folder, absolute: database, models, secret. */
  readonly home: string;
  readonly port: number;
  /** Address that the web server listens on. */
  readonly host: string;
  /** null: the embedded database. */
  readonly databaseUrl: string | null;
  /** Demo accounts exist and stand on the sign-in page. */
  readonly demo: boolean;
  /** Address under which people reach the web server. */
  readonly publicUrl: string;
  /** Seconds of the simulated live day in one of ours; 0: it is not played. */
  readonly liveSpeed: number;
  /** What trains: `auto` takes CUDA where it works. */
  readonly device: DeviceSetting;
  /** A model that rewords word problems in place of the product's own: a folder, absolute, or a name on the hub. */
  readonly languageModel: string | null;
}

const text = z.string().trim();
const isPath = (value: string) => /^(\.{0,2}[/\\]|[A-Za-z]:[/\\])/.test(value);
/** The Hugging Face hub's: `owner/model`. */
const hubName = /^[\w.-]+\/[\w.-]+$/;
const variables = z.object({
  PRAXIS_HOME: text.default('').transform((value) => path.resolve(value || path.join(root, '.praxis'))),
  PORT: text
    .default('')
    .transform((value) => Number(value || 3000))
    .refine((value) => Number.isInteger(value) && value >= 1 && value <= 65_535, {
      error: 'is not a port between 1 and 65535',
    }),
  PRAXIS_HOST: text.default('').transform((value) => value || '127.0.0.1'),
  DATABASE_URL: text
    .default('')
    .refine((value) => value === '' || /^postgres(ql)?:\/\//.test(value), {
      error: 'does not begin with postgres://',
    })
    .transform((value) => value || null),
  PRAXIS_DEMO: text
    .default('')
    .pipe(z.enum(['', '0', '1'], { error: 'is neither 0 nor 1' }))
    .transform((value) => (value === '' ? null : value === '1')),
  PRAXIS_LIVE_SPEED: text
    .default('')
    .transform((value) => Number(value || 60))
    .refine((value) => value >= 0 && value <= 86_400, { error: 'is not a number from 0 to 86400' }),
  PRAXIS_DEVICE: text
    .default('')
    .transform((value) => value || 'auto')
    .pipe(z.enum(['auto', 'cpu', 'cuda'], { error: 'is neither auto, cpu nor cuda' })),
  PRAXIS_LANGUAGE_MODEL: text
    .default('')
    .refine((value) => value === '' || isPath(value) || hubName.test(value), {
      error: 'is neither the path of a folder, such as ./model, nor a name such as owner/model',
    })
    .transform((value) => (value === '' ? null : isPath(value) ? path.resolve(value) : value)),
  BETTER_AUTH_URL: text
    .default('')
    .pipe(z.literal('').or(z.url({ error: 'is not an address such as https://praxis.example' }))),
});

/** The value of DATABASE_URL holds a password: no message shows it. */
function fault(environment: Environment, name: string, what: string): Fault {
  const secret = name === 'DATABASE_URL';
  return {
    code: 'settingInvalid',
    message: `${name}${secret ? '' : ` ("${environment[name] ?? ''}")`} ${what}.`,
    mend: `Correct it, or unset it to use the default: "npx praxis help" lists the settings.`,
  };
}

/** @throws FaultError settingInvalid, naming the variable. */
export function readSettings(environment: Environment): Settings {
  const parsed = variables.safeParse(environment);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new FaultError(fault(environment, String(issue?.path[0]), issue?.message ?? 'is not valid'));
  }
  const {
    PORT: port,
    DATABASE_URL: databaseUrl,
    PRAXIS_DEMO: demo,
    BETTER_AUTH_URL: publicUrl,
    PRAXIS_DEVICE: device,
    PRAXIS_LIVE_SPEED: liveSpeed,
    PRAXIS_LANGUAGE_MODEL: languageModel,
  } = parsed.data;
  return {
    home: parsed.data.PRAXIS_HOME,
    port,
    host: parsed.data.PRAXIS_HOST,
    databaseUrl,
    demo: demo ?? databaseUrl === null,
    publicUrl: publicUrl || `http://localhost:${port}`,
    liveSpeed,
    device,
    languageModel,
  };
}
