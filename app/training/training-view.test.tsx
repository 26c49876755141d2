import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import { en } from '../words/en.ts';
import { TrainingView } from './training-view.tsx';

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: () => {}, push: () => {} }) }));

const diagnosis = { id: 'diagnosis', name: 'Diagnosis risk' };
const fraud = { id: 'fraud', name: 'Fraud' };

function markup(verticals: readonly (typeof fraud)[]): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      <TrainingView
        vertical="fraud"
        verticals={verticals}
        firstList={{ runs: [], now: '2026-11-24T12:00:00.000Z' }}
        firstRun={null}
        compared={null}
        follow
        outcomeNames={{ fraud: 'Fraudulent payment' }}
        canRun
        simulated={false}
        cards={null}
      />
    </NextIntlClientProvider>,
  );
}

it('with two verticals one is switched to by its address, and wears its own colour and names', () => {
  const both = markup([diagnosis, fraud]);
  expect(both).toContain('href="/training?vertical=diagnosis"');
  expect(both).toMatch(/aria-current="page"[^>]*>Fraud</);
  expect(both).toContain('data-practice="fraud"');
  expect(both).toContain('Fraudulent payment');
});

it('with one there is no switch', () => {
  expect(markup([fraud])).not.toContain('?vertical=');
});
