/** The process of the web server, until its supervisor stops it or goes: decisions on payments, and Next for all else. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { type Database, fraudStore, models, openDatabase } from '@praxis/db';
import { defaultPolicy, openDecisionDesk } from '@praxis/fraud/service';
import next from 'next';
import { z } from 'zod';
import { reason } from './fault.ts';
import { answerDecisionsRequest, isDecisionsRequest } from './payments/decisions-endpoint.ts';
import { servingModel } from './payments/serving-model.ts';
import { readSettings, root, type Settings } from './settings.ts';
import { endChild } from './supervise/end-child.ts';

const stop = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => stop.abort());
process.once('disconnect', () => stop.abort());
// Nobody reads what is printed any more once the supervisor is gone; that must not interrupt the clean ending.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

const decisionsKey = z
  .string('PRAXIS_DECISIONS_KEY is missing')
  .min(32, 'PRAXIS_DECISIONS_KEY must have at least 32 characters');

const patienceMs = 1_500;

/** False after a second and a half without an answer. */
async function answers({ pool }: Database): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => {
    setTimeout(() => resolve(false), patienceMs).unref();
  });
  const asked = pool.query('select 1').then(
    () => true,
    () => false,
  );
  return Promise.race([asked, late]);
}

function openDecisions(database: Database, { home }: Settings) {
  const desk = openDecisionDesk({
    log: fraudStore(database),
    model: servingModel(() => models(database).champion('fraud', 'fraud'), path.join(home, 'models')),
    policy: defaultPolicy,
    nowSeconds: () => Date.now() / 1000,
  });
  // What fails here is told by the first request.
  void desk.prepare().catch(() => {});
  const key = decisionsKey.parse(process.env.PRAXIS_DECISIONS_KEY);
  return { desk, key, databaseAnswers: () => answers(database) };
}

/** Requests in flight are answered, connections that wait for the next one are closed. */
async function close(server: Server): Promise<void> {
  server.close();
  server.closeIdleConnections();
  await once(server, 'close');
}

async function serve(): Promise<void> {
  const settings = readSettings(process.env);
  const { databaseUrl, host, port } = settings;
  if (databaseUrl === null) throw new Error('The web server needs DATABASE_URL.');
  const database = await openDatabase(databaseUrl);
  const decisions = openDecisions(database, settings);
  const server = createServer();
  const app = next({ dev: false, dir: root, hostname: host, port, httpServer: server });
  await app.prepare();
  const pages = app.getRequestHandler();
  server.on('request', (request, response) => {
    if (isDecisionsRequest(request)) void answerDecisionsRequest(request, response, decisions);
    else void pages(request, response);
  });
  server.listen(port, host);
  await once(server, 'listening');
  await once(stop.signal, 'abort');
  await close(server);
  await app.close();
  await database.close();
}

try {
  await serve();
  endChild(0);
} catch (error) {
  console.error(reason(error));
  endChild(1);
}
