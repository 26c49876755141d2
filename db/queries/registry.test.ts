import { beforeEach, expect, it } from 'vitest';
import { madeUpCohort, madeUpRisks } from '../testing/cohort.ts';
import { type TestDatabase, testDatabase } from '../testing/index.ts';
import { type DiagnosisStore, diagnosisStore } from './diagnosis.ts';
import { type Registry, registry } from './registry.ts';

const purpose = { vertical: 'diagnosis', outcome: 'diabetes' } as const;
const administrator = { id: 'a', name: 'Ada', role: 'administrator' };
const clinician = { id: 'c', name: 'Cleo', role: 'clinician' };
const cohort = madeUpCohort(60);

let test: TestDatabase;
let store: DiagnosisStore;
let models: Registry;

beforeEach(async () => {
  test = await testDatabase();
  store = diagnosisStore(test.database);
  models = registry(test.database);
  await store.importCohort(cohort);
  await trained('first');
  await trained('second');
  return () => test.remove();
});

/** Registers a model; every second person had the event. */
async function trained(artifact: string, seed = artifact.length): Promise<void> {
  const risks = madeUpRisks(cohort, 'diabetes', artifact, seed);
  const events = new Map(cohort.people.map(({ id }) => [id, id % 2 === 0]));
  await store.register('diabetes', { artifact, card: {}, risks, events }, `Trained ${artifact}.`, null);
}

async function proposed(artifact: string): Promise<number> {
  expect(await models.propose(purpose, artifact, administrator, 'Fresher data.')).toEqual({ ok: true });
  const { proposal } = await models.state(purpose);
  if (!proposal) throw new Error('The proposal is not there.');
  return proposal.id;
}

async function promoted(artifact: string): Promise<void> {
  const answered = await models.answer(purpose, await proposed(artifact), 'approved', clinician, 'Agreed.');
  expect(answered).toEqual({ ok: true });
}

async function shown(): Promise<ReadonlySet<string>> {
  const { rows } = await store.worklist({
    outcome: 'diabetes',
    sort: 'risk',
    direction: 'descending',
    page: 1,
    pageSize: 100,
  });
  return new Set(rows.flatMap(({ risks }) => risks.map(({ artifact }) => artifact)));
}

async function kept(): Promise<string[]> {
  const { rows } = await test.database.pool.query('select distinct artifact from risks order by 1');
  return rows.map(({ artifact }) => artifact);
}

it('a later model is a challenger: its scores lie beside the champion’s, which alone are shown', async () => {
  expect(await models.state(purpose)).toMatchObject({
    champion: 'first',
    previous: null,
    challengers: ['second'],
    proposal: null,
  });
  expect(await kept()).toEqual(['first', 'second']);
  expect(await shown()).toEqual(new Set(['first']));
});

it('only the approval of another person promotes, and at once', async () => {
  const id = await proposed('second');
  expect(await shown()).toEqual(new Set(['first']));
  const own = await models.answer(purpose, id, 'approved', administrator, 'I am sure.');
  expect(own).toEqual({ ok: false, code: 'ownProposal' });
  expect(await models.answer(purpose, id, 'approved', clinician, 'Agreed.')).toEqual({ ok: true });
  expect(await shown()).toEqual(new Set(['second']));
  const { champion, previous, challengers, decisions } = await models.state(purpose);
  expect({ champion, previous, challengers }).toEqual({
    champion: 'second',
    previous: 'first',
    challengers: [],
  });
  expect(decisions.map(({ kind, artifact, previous, by }) => [kind, artifact, previous, by])).toEqual([
    ['approved', 'second', 'first', clinician],
    ['proposed', 'second', 'first', administrator],
    ['registered', 'second', 'first', null],
    ['promoted', 'first', null, null],
  ]);
});

it('a proposal is answered once, also by two people at the same time', async () => {
  const id = await proposed('second');
  const other = { ...clinician, id: 'd' };
  const answers = await Promise.all([
    models.answer(purpose, id, 'approved', clinician, 'Yes.'),
    models.answer(purpose, id, 'declined', other, 'No.'),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers).toContainEqual({ ok: false, code: 'alreadyAnswered' });
});

it('a declined model is a challenger no more, until it is trained again', async () => {
  await models.answer(purpose, await proposed('second'), 'declined', clinician, 'Too few women.');
  expect(await models.state(purpose)).toMatchObject({ champion: 'first', challengers: [], proposal: null });
  expect(await kept()).toEqual(['first']);
  const again = await models.propose(purpose, 'second', administrator, 'Please.');
  expect(again).toEqual({ ok: false, code: 'noScores' });
  await trained('second');
  expect((await models.state(purpose)).challengers).toEqual(['second']);
});

it('putting the last champion back is one step, and its successor a challenger again', async () => {
  await promoted('second');
  const back = await models.putBack(purpose, 'first', clinician, 'Complaints about the scores.');
  expect(back).toEqual({ ok: true });
  expect(await shown()).toEqual(new Set(['first']));
  expect(await models.state(purpose)).toMatchObject({ previous: null, challengers: ['second'] });
  const forth = await models.putBack(purpose, 'second', clinician, 'I was wrong.');
  expect(forth).toEqual({ ok: false, code: 'notApproved' });
});

it('no challenger serves without an approved proposal', async () => {
  const forced = await models.putBack(purpose, 'second', administrator, 'I say so.');
  expect(forced).toEqual({ ok: false, code: 'notApproved' });
  expect(await shown()).toEqual(new Set(['first']));
});

it('a proposal made before another promotion is stale, and a new one can be made', async () => {
  const id = await proposed('second');
  await trained('third');
  // The champion is found damaged, and the house replaces it.
  const risks = madeUpRisks(cohort, 'diabetes', 'fourth', 9);
  await store.register(
    'diabetes',
    { artifact: 'fourth', card: {}, risks, events: new Map() },
    'Damaged.',
    'first',
  );
  const stale = await models.answer(purpose, id, 'approved', clinician, 'Agreed.');
  expect(stale).toEqual({ ok: false, code: 'staleProposal' });
  await promoted('third');
  expect(await shown()).toEqual(new Set(['third']));
});

it('scores are kept of the champion, the one before it and open challengers alone', async () => {
  await promoted('second');
  await trained('third');
  await trained('fourth', 7);
  await promoted('third');
  expect(await kept()).toEqual(['fourth', 'second', 'third']);
});

it.each([
  ['another', 'unknownModel'],
  ['first', 'alreadyChampion'],
] as const)('proposing %s is refused: %s', async (artifact, code) => {
  expect(await models.propose(purpose, artifact, administrator, 'Why not.')).toEqual({ ok: false, code });
});

it('one proposal at a time waits for its answer, and answering none is refused', async () => {
  await proposed('second');
  await trained('third');
  const next = await models.propose(purpose, 'third', administrator, 'Better still.');
  expect(next).toEqual({ ok: false, code: 'alreadyProposed' });
  const none = await models.answer(purpose, 999, 'approved', clinician, 'Agreed.');
  expect(none).toEqual({ ok: false, code: 'unknownProposal' });
});

it('two models are compared on the people whom a fold of both held out', async () => {
  const heldOut = (artifact: string) =>
    new Map(
      madeUpRisks(cohort, 'diabetes', artifact, artifact.length).flatMap((risk) =>
        risk.status === 'risk' && risk.fold !== null ? [[risk.personId, risk.probability]] : [],
      ),
    );
  const [first, second] = [heldOut('first'), heldOut('second')];
  const both = [...first.keys()].filter((id) => second.has(id)).sort((a, b) => a - b);
  expect(both.length).toBeGreaterThan(10);
  expect(await models.paired(purpose, 'first', 'second')).toEqual({
    events: both.map((id) => id % 2 === 0),
    first: both.map((id) => first.get(id)),
    second: both.map((id) => second.get(id)),
    groups: null,
  });
});
