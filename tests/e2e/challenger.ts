/** A challenger for the running product: a copy of the champion under a name of its own, whose scores are half as high. */
import { cp, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readArtifactFolder } from '@praxis/core';
import { type Database, diagnosisStore } from '@praxis/db';
import { type Outcome, riskBand } from '@praxis/diagnosis';
import { z } from 'zod';

const heldOut = z.array(z.object({ person: z.number(), event: z.boolean() }));

/** Registers it as a worker does after training; a real second training on the same data makes the same artifact. */
export async function addChallenger(database: Database, home: string, outcome: Outcome): Promise<string> {
  const store = diagnosisStore(database);
  const champion = await store.champion(outcome);
  if (champion === null) throw new Error(`Nothing serves ${outcome} yet.`);
  const { artifact, card } = await copyOf(path.join(home, 'models'), champion);
  const { rows } = await store.worklist({
    outcome,
    sort: 'id',
    direction: 'ascending',
    page: 1,
    pageSize: 100_000,
  });
  const risks = rows
    .flatMap((row) => row.risks.filter((risk) => risk.outcome === outcome))
    .map((risk) => {
      if (risk.status !== 'risk') return { ...risk, artifact };
      const [probability, lower] = [risk.probability / 2, risk.lower / 2];
      return { ...risk, artifact, probability, lower, band: riskBand(probability) };
    });
  const known = await database.pool.query(
    'select person_id as person, event from risks where artifact = $1 and event is not null',
    [champion],
  );
  const events = new Map(heldOut.parse(known.rows).map(({ person, event }) => [person, event]));
  await store.register(outcome, { artifact, card, risks, events }, 'Trained again, in a test.', null);
  return artifact;
}

/** The same files with one more limit on the card, under the name that its content has then. */
async function copyOf(models: string, champion: string): Promise<{ artifact: string; card: unknown }> {
  const copy = path.join(models, '.copy');
  await cp(path.join(models, champion), copy, { recursive: true });
  const file = path.join(copy, 'card.json');
  const limits = z
    .looseObject({ limits: z.array(z.string()) })
    .parse(JSON.parse(await readFile(file, 'utf8')));
  await writeFile(file, JSON.stringify({ ...limits, limits: limits.limits.slice(1) }));
  const { hash, card } = await readArtifactFolder(copy);
  await rename(copy, path.join(models, hash));
  return { artifact: hash, card };
}
