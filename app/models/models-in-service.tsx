/** The models of every outcome one after the other, under one heading. */
import 'server-only';
import type { SignedIn } from '@praxis/db';
import { getTranslations } from 'next-intl/server';
import { ModelsPanel } from './models-panel.tsx';
import { outcomeModels } from './outcome-models.ts';

export async function ModelsInService({
  vertical,
  outcomes,
  person,
}: {
  vertical: string;
  outcomes: readonly string[];
  person: SignedIn;
}) {
  const [words, names, all] = await Promise.all([
    getTranslations('models'),
    getTranslations(`${vertical}.outcomes`),
    Promise.all(outcomes.map((outcome) => outcomeModels({ vertical, outcome }))),
  ]);
  return (
    <section className="mt-10 flex flex-col gap-6" aria-labelledby="models" data-practice={vertical}>
      <div className="flex max-w-prose flex-col gap-1">
        <h2 id="models" className="text-title">
          {words('title')}
        </h2>
        <p className="text-muted">{words('intro')}</p>
      </div>
      {all.map((of) => (
        <div key={of.purpose.outcome} className="flex flex-col gap-2">
          {all.length > 1 && <h3 className="font-strong">{names(of.purpose.outcome)}</h3>}
          <ModelsPanel of={of} name={names(of.purpose.outcome)} person={person} />
        </div>
      ))}
    </section>
  );
}
