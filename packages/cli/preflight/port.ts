/** The port of the web server: free, or who has it. */
import { readdir, readFile, readlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { type Finding, found, reason, systemCode, wrong } from '../fault.ts';

/** Tries to listen for an instant; the error's code where that fails. */
function listen(port: number, host: string): Promise<Error | null> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', resolve);
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(null)));
  });
}

/** Inodes of the sockets that listen on a port (Linux, `/proc/net/tcp`: state 0A is LISTEN). */
async function listeningSockets(port: number): Promise<Set<string>> {
  const hexadecimal = port.toString(16).toUpperCase().padStart(4, '0');
  const inodes = new Set<string>();
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    const lines = (await readFile(table, 'utf8').catch(() => '')).split('\n');
    for (const line of lines) {
      const [, local, , state, , , , , , inode] = line.trim().split(/\s+/);
      if (local?.endsWith(`:${hexadecimal}`) && state === '0A' && inode) inodes.add(`socket:[${inode}]`);
    }
  }
  return inodes;
}

/** Name and number of the process that listens on a port, null where the system does not tell. */
async function portOwner(port: number): Promise<string | null> {
  const sockets = await listeningSockets(port);
  if (sockets.size === 0) return null;
  const processes = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  for (const id of processes) {
    for (const descriptor of await readdir(`/proc/${id}/fd`).catch(() => [])) {
      const target = await readlink(`/proc/${id}/fd/${descriptor}`).catch(() => '');
      if (!sockets.has(target)) continue;
      const name = await readFile(`/proc/${id}/comm`, 'utf8').catch(() => '');
      return `${name.trim().split(' ')[0] || 'a program'}, process ${id}`;
    }
  }
  return null;
}

/**
 * A web server left behind by a killed `npm start` notices within a second or two and goes: `patienceMs` is how long
 * to wait for a port to come free. Faults: portInUse, portRefused.
 */
export async function checkPort(port: number, host: string, patienceMs: number): Promise<Finding> {
  const until = Date.now() + patienceMs;
  let error = await listen(port, host);
  while (systemCode(error) === 'EADDRINUSE' && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    error = await listen(port, host);
  }
  if (error === null) return found(`${host}:${port} is free`);
  const other = port === 65_535 ? 3001 : port + 1;
  if (systemCode(error) === 'EADDRINUSE') {
    const owner = await portOwner(port);
    return wrong(
      'portInUse',
      `Port ${port} is in use${owner ? ` (by ${owner})` : ''}.`,
      `Stop that program, or take another port: PORT=${other} npm start`,
    );
  }
  if (systemCode(error) === 'EACCES') {
    return wrong(
      'portRefused',
      `Port ${port} may not be opened by this user.`,
      'Take one above 1023: PORT=3000 npm start',
    );
  }
  return wrong(
    'portRefused',
    `The web server cannot listen on ${host}:${port}: ${reason(error)}.`,
    'Set PRAXIS_HOST to an address of this machine (127.0.0.1: this machine only, 0.0.0.0: the whole network).',
  );
}
