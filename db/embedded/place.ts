/**
 * Where the embedded server's files lie, kept in `<home>/postgres/server.json`. Usually beside that file; as root
 * below a closed folder (/root) the data goes where the server's account can reach it, and the file remembers it.
 */
import { randomBytes } from 'node:crypto';
import {
  chmod,
  chown,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
} from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { DatabaseError, errorCode } from '../errors.ts';
import type { Account } from './account.ts';

const record = z.object({
  format: z.literal(1),
  /** Holds the cluster (`data/`), its log, and a copy of the binaries where one is needed; may be relative. */
  folder: z.string(),
  /** Port of the last start, tried first, so that an address outlives a restart; null before the first. */
  port: z.number().int().nullable(),
  password: z.string(),
  administratorPassword: z.string(),
  /** Whether data has been there: a folder that is missing then is a loss and no first start. */
  initialised: z.boolean(),
});
export type ServerRecord = z.infer<typeof record>;

/** Names of what is not whole yet begin so. */
export const unfinished = 'unfinished-';

/** Where root keeps what must not lie in a closed home. */
const openFolder = '/var/lib/praxis';

/** The files of one embedded server; every path is absolute. */
export class Place {
  /** `<home>/postgres`, without symbolic links, so that everyone who looks for the server names it alike. */
  readonly root: string;
  readonly account: Account | null;

  constructor(root: string, account: Account | null) {
    this.root = root;
    this.account = account;
  }

  get lock(): string {
    return path.join(this.root, 'start.lock');
  }

  get recordFile(): string {
    return path.join(this.root, 'server.json');
  }

  folder(of: ServerRecord): string {
    return path.resolve(this.root, of.folder);
  }

  data(of: ServerRecord): string {
    return path.join(this.folder(of), 'data');
  }

  log(of: ServerRecord): string {
    return path.join(this.folder(of), 'server.log');
  }

  /** The record; null before the first start. @throws DatabaseError dataDamaged. */
  async read(): Promise<ServerRecord | null> {
    let text: string;
    try {
      text = await readFile(this.recordFile, 'utf8');
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return null;
      throw error;
    }
    try {
      return record.parse(JSON.parse(text));
    } catch (error) {
      throw new DatabaseError(
        'dataDamaged',
        `${this.recordFile} cannot be read as the record of the embedded database.`,
        `Restore it from a backup, or move ${this.root} away to begin with an empty database.`,
        error,
      );
    }
  }

  /** Written whole or not at all, readable by us alone. */
  async write(value: ServerRecord): Promise<ServerRecord> {
    const draft = `${this.recordFile}.new`;
    const file = await open(draft, 'w', 0o600);
    try {
      await file.writeFile(`${JSON.stringify(value, null, 2)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, this.recordFile);
    return value;
  }

  /** Chooses folder and passwords of a new server. */
  async choose(): Promise<ServerRecord> {
    const name = `${path.basename(path.dirname(this.root))}-${randomBytes(4).toString('hex')}`;
    const beside = !this.account || (await canPass(this.root, this.account));
    return this.write({
      format: 1,
      folder: beside ? 'cluster' : path.join(openFolder, name),
      port: null,
      password: randomBytes(24).toString('base64url'),
      administratorPassword: randomBytes(24).toString('base64url'),
      initialised: false,
    });
  }

  /** Makes the folder and gives it to the account that the server runs as. */
  async makeFolder(of: ServerRecord): Promise<void> {
    const folder = this.folder(of);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if (!this.account) return;
    // The account must be able to pass what leads to it, but need not list it.
    await chmod(path.dirname(folder), 0o711);
    await chown(folder, this.account.uid, this.account.gid);
  }

  /** A folder in it for something that will be moved to its place once it is whole. */
  async makeUnfinished(of: ServerRecord): Promise<string> {
    const folder = await mkdtemp(path.join(this.folder(of), unfinished));
    if (this.account) await chown(folder, this.account.uid, this.account.gid);
    return folder;
  }

  /** Removes what killed starts left unfinished; what an orphan still writes to is left to the next start. */
  async sweep(of: ServerRecord): Promise<void> {
    for (const name of await readdir(this.folder(of))) {
      if (!name.startsWith(unfinished)) continue;
      await rm(path.join(this.folder(of), name), { recursive: true, force: true }).catch(() => undefined);
    }
  }
}

/** Makes `<home>/postgres` where it is missing. */
export async function openPlace(home: string, account: Account | null): Promise<Place> {
  const root = path.join(path.resolve(home), 'postgres');
  await mkdir(root, { recursive: true, mode: account ? 0o711 : 0o700 });
  return new Place(await realpath(root), account);
}

/** Whether every folder on the way lets the account pass. */
async function canPass(folder: string, account: Account): Promise<boolean> {
  for (let at = path.dirname(folder); ; at = path.dirname(at)) {
    const { mode, uid, gid } = await stat(at);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}
