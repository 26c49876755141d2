/** Who the person is, as known on day 0. */
import { Term } from '@praxis/ui';
import type { Person } from '../../data/records.ts';
import type { Wording } from '../wording.ts';

export function PatientHeader({ person, wording }: { person: Person; wording: Wording }) {
  const { screen } = wording;
  const facts = [
    screen('years', { count: wording.number(person.ageYears) }),
    screen(person.male ? 'sex.male' : 'sex.female'),
    person.bmi === null ? null : screen('patient.bmi', { value: wording.number(person.bmi, 1) }),
    person.weightKg === null ? null : screen('patient.weight', { value: wording.number(person.weightKg, 1) }),
    person.heightCm === null ? null : screen('patient.height', { value: wording.number(person.heightCm) }),
  ].filter((fact) => fact !== null);
  return (
    <header className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <h1 className="text-title">{screen('person', { id: String(person.id) })}</h1>
      <p className="text-muted">{facts.join(' · ')}</p>
      <p className="text-muted">
        {screen('patient.asOf')} <Term explanation={screen('dayZeroMeaning')}>{screen('dayZero')}</Term>
      </p>
    </header>
  );
}
