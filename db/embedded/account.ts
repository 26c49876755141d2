/** PostgreSQL refuses to run with the administrator's rights: root lends it the rights of an ordinary account. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { DatabaseError } from '../errors.ts';

const run = promisify(execFile);

export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/**
 * The account that the server runs as: null for one's own, else `praxis` or `postgres`, made when neither exists.
 * @throws DatabaseError accountMissing.
 */
export async function serverAccount(): Promise<Account | null> {
  if (process.getuid?.() !== 0) return null;
  const known = (await lookUp('praxis')) ?? (await lookUp('postgres'));
  if (known) return known;
  const why = await createAccount();
  const made = await lookUp('praxis');
  if (made) return made;
  throw new DatabaseError(
    'accountMissing',
    `PostgreSQL does not run as root, and no other account could be made for it: ${why}`,
    'Start Praxis as an ordinary user, or create a user called "praxis" first.',
  );
}

async function lookUp(name: string): Promise<Account | null> {
  try {
    const [uid, gid] = await Promise.all(
      ['-u', '-g'].map(async (option) => Number((await run('id', [option, name])).stdout.trim())),
    );
    return uid && gid ? { name, uid, gid } : null;
  } catch {
    return null; // There is no such account.
  }
}

/** `useradd` where the system has it, BusyBox's `adduser` on Alpine. Returns why neither worked. */
async function createAccount(): Promise<string> {
  const commands: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'praxis']],
    ['adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin', 'praxis']],
  ];
  const failures: string[] = [];
  for (const [command, options] of commands) {
    try {
      await run(command, options);
      return '';
    } catch (error) {
      failures.push(error instanceof Error ? error.message.trim() : String(error));
    }
  }
  return failures.join(' / ');
}

/**
 * The environment of the server's programs: without PG* variables, which would redirect them, and in English,
 * because their messages are read.
 */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = { ...process.env, LC_ALL: 'C' };
  for (const name of Object.keys(environment)) if (name.startsWith('PG')) delete environment[name];
  return environment;
}
