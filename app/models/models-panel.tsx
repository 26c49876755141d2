/** Which model of an outcome serves, what competes with it, and the decisions about that. */
import type { SignedIn } from '@praxis/db';
import { Notice } from '@praxis/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { entering, may } from '../server/permissions.ts';
import { DecideButton } from './decide-button.tsx';
import { DecisionHistory } from './decision-history.tsx';
import { shortHash } from './model-name.ts';
import { ModelsTable } from './models-table.tsx';
import type { OutcomeModels } from './outcome-models.ts';

interface ModelsPanelProps {
  readonly of: OutcomeModels;
  /** The outcome in words. */
  readonly name: string;
  readonly person: SignedIn;
}

export function ModelsPanel({ of, name, person }: ModelsPanelProps) {
  const words = useTranslations('models');
  const { purpose, models, decisions } = of;
  const address = `/api/v1/models/${purpose.vertical}/${purpose.outcome}`;
  if (models.length === 0) return <p className="text-muted">{words('none')}</p>;
  return (
    <div className="flex flex-col gap-3">
      <ProposalNotice of={of} person={person} address={address} />
      <ModelsTable of={of} name={name} role={person.role} address={address} />
      <ComparisonNote of={of} />
      <DecisionHistory decisions={decisions} outcome={purpose.outcome} />
    </div>
  );
}

function ProposalNotice({
  of: { purpose, proposal },
  person,
  address,
}: {
  of: OutcomeModels;
  person: SignedIn;
  address: string;
}) {
  const words = useTranslations('models');
  if (proposal === null) return null;
  const model = shortHash(proposal.artifact);
  const answers = may(person.role, entering(purpose.vertical)) && proposal.by?.id !== person.id;
  const common = { model, method: 'POST', address: `${address}/proposals/${proposal.id}` } as const;
  return (
    <Notice
      title={words('proposed', { name: proposal.by?.name ?? words('house'), model })}
      action={
        answers ? (
          <div className="flex gap-2">
            <DecideButton {...common} decision="approve" kind="primary" body={{ answer: 'approved' }} />
            <DecideButton {...common} decision="decline" body={{ answer: 'declined' }} />
          </div>
        ) : undefined
      }
    >
      <p>{proposal.reason}</p>
      {!answers && <p className="text-muted">{words('waits')}</p>}
    </Notice>
  );
}

/** On whom the differences were measured; one line where all challengers share their people. */
function ComparisonNote({ of: { models } }: { of: OutcomeModels }) {
  const words = useTranslations('models');
  const format = useFormatter();
  const others = models.filter(({ state }) => state !== 'champion');
  const compared = others.flatMap(({ comparison }) => comparison ?? []);
  const people = new Map(compared.map(({ rows, events }) => [`${rows} ${events}`, { rows, events }]));
  return (
    <>
      {[...people.values()].map(({ rows, events }) => (
        <p key={`${rows} ${events}`} className="max-w-prose text-small text-muted">
          {words('compared', { rows: format.number(rows), events: format.number(events) })}
        </p>
      ))}
      {compared.length < others.length && (
        <p className="max-w-prose text-small text-muted">{words('notComparable')}</p>
      )}
    </>
  );
}
