import { expect, it } from 'vitest';
import { placesFor, shellUser } from './places.ts';

const addresses = (role: Parameters<typeof placesFor>[0]) => placesFor(role).map(({ href }) => href);

it('a role finds the places of its own vertical and no other, then what all share', () => {
  expect(addresses('clinician')).toEqual([
    '/diagnosis',
    '/diagnosis/models',
    '/diagnosis/private-score',
    '/training',
  ]);
  expect(addresses('analyst')).toEqual(['/fraud', '/fraud/capacity', '/fraud/models', '/training']);
  expect(addresses('administrator')).toEqual(['/training']);
  expect(addresses('learner')).toEqual(['/practice', '/practice/skills', '/practice/calendar']);
  expect(addresses('teacher')).toEqual(['/practice/class']);
});

it('a number in the commands opens a record of the vertical that one works in', () => {
  const records = (role: Parameters<typeof placesFor>[0]) => shellUser({ name: 'A', role }).records;
  expect(records('clinician')).toEqual([
    { href: '/diagnosis/patients', word: 'diagnosis.navigation.patient' },
  ]);
  expect(records('analyst')).toEqual([{ href: '/fraud/alerts', word: 'fraud.navigation.alert' }]);
  expect(records('administrator')).toEqual([]);
});
