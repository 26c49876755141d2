import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from './connection.ts';
import { type TestDatabase, testDatabase } from './testing/index.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.remove());

async function refusal(url: string): Promise<Error> {
  const error = await openDatabase(url).then(
    (database) => database.close(),
    (reason) => reason,
  );
  if (!(error instanceof Error)) throw new Error('The database opened.');
  return error;
}

const changed = (change: (url: URL) => void): string => {
  const url = new URL(test.url);
  change(url);
  return url.href;
};

async function portOf(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port.');
  return address.port;
}

/** Says in PostgreSQL's protocol (version 3) that everyone may enter and that its release is `version`. */
function serverOfRelease(version: string): Server {
  const message = (type: string, body: Buffer) => {
    const head = Buffer.alloc(5);
    head.write(type);
    head.writeInt32BE(body.length + 4, 1);
    return Buffer.concat([head, body]);
  };
  const ready = message('Z', Buffer.from('I'));
  const column = Buffer.concat([
    Buffer.from('\0\x01version\0'),
    Buffer.from('0000000000000000001900000000ffffffff0000', 'hex').subarray(0, 18),
  ]);
  const text = Buffer.from(version);
  const row = Buffer.concat([Buffer.from([0, 1, 0, 0, 0, text.length]), text]);
  return createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => {
      socket.write(Buffer.concat([message('R', Buffer.alloc(4)), ready]));
      socket.once('data', () => {
        socket.write(
          Buffer.concat([
            message('T', column),
            message('D', row),
            message('C', Buffer.from('SELECT 1\0')),
            ready,
          ]),
        );
      });
    });
  });
}

describe('openDatabase', () => {
  it('opens what is there', async () => {
    const database = await openDatabase(test.url);
    expect((await database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await database.close();
  });

  it('names host and port where nothing listens', async () => {
    const server = createServer();
    const port = await portOf(server);
    server.close();
    await once(server, 'close');
    expect(await refusal(`postgres://u:secret@127.0.0.1:${port}/x`)).toMatchObject({
      code: 'databaseUnreachable',
      host: '127.0.0.1',
      port,
      why: expect.stringContaining('ECONNREFUSED'),
    });
  });

  it('tells a host name that does not exist', async () => {
    expect(await refusal('postgres://u:secret@nowhere.invalid/x')).toMatchObject({
      code: 'databaseUnreachable',
      host: 'nowhere.invalid',
      port: 5432,
    });
  });

  it('tells a server that speaks something else', async () => {
    const server = createServer((socket) => socket.on('error', () => undefined).end('HTTP/1.1 400\r\n\r\n'));
    const port = await portOf(server);
    expect(await refusal(`postgres://u:secret@127.0.0.1:${port}/x`)).toMatchObject({
      code: 'databaseUnreachable',
    });
    server.close();
  });

  // Another server than the embedded one may let everyone in.
  it.skipIf(process.env.PRAXIS_TEST_DATABASE_URL)('tells a wrong or missing password', async () => {
    for (const password of ['wrong', '']) {
      const url = changed((address) => {
        address.password = password;
      });
      expect(await refusal(url)).toMatchObject({ code: 'databaseRefused' });
    }
  });

  it('tells a database that does not exist', async () => {
    const url = changed((address) => {
      address.pathname = 'nowhere';
    });
    expect(await refusal(url)).toMatchObject({
      code: 'databaseMissing',
      message: expect.stringContaining('"nowhere"'),
    });
  });

  it('refuses a server older than 15', async () => {
    const server = serverOfRelease('14.9');
    const port = await portOf(server);
    expect(await refusal(`postgres://u:secret@127.0.0.1:${port}/x`)).toMatchObject({
      code: 'databaseTooOld',
      message: expect.stringContaining('14.9'),
    });
    server.close();
  });

  it.each(['mysql://u:secret@h/x', 'postgres://u:secret@h:port/x', 'secret'])(
    'tells an address that is none, without repeating its password: %s',
    async (url) => {
      const error = await refusal(url);
      expect(error).toMatchObject({ code: 'databaseUrlInvalid' });
      expect(JSON.stringify([error.message, error.cause ?? null, { ...error }])).not.toContain('secret');
    },
  );
});
