/** Which ways of thinking lead the class to wrong answers, with what was typed. */
import { buttonClass, Cell, Disclosure, Empty, HeaderCell, Row, Table } from '@praxis/ui';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ClassMisconceptions, MisconceptionView } from '../../service/class/class-contract.ts';
import { Mathematics } from '../mathematics.tsx';
import { Day } from './day.tsx';
import { LearnerLabel, SimulatedNote } from './learner-label.tsx';
import { setAddress } from './set-address.ts';
import { TypedAnswer } from './typed-answer.tsx';

/** Names that are read at a glance. */
const mostNames = 6;
/** Misconceptions whose examples stand open: those that most of the class has. */
const openAtFirst = 3;

/** @param address of the class */
export function MisconceptionList({ view, address }: { view: ClassMisconceptions; address: string }) {
  const t = useTranslations('practice.class.misconceptions');
  if (view.misconceptions.length === 0) return <Empty title={t('none')}>{t('noneText')}</Empty>;
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      {view.misconceptions.map((misconception, place) => (
        <Misconception
          key={misconception.id}
          misconception={misconception}
          of={view.learners}
          open={place < openAtFirst}
          address={address}
        />
      ))}
      <SimulatedNote learners={view.misconceptions.flatMap(({ learners }) => learners)} />
    </div>
  );
}

function Misconception({
  misconception,
  of,
  open,
  address,
}: {
  misconception: MisconceptionView;
  of: number;
  /** Whether the examples are unfolded. */
  open: boolean;
  address: string;
}) {
  const t = useTranslations('practice.class.misconceptions');
  const { name, explanation, learners, times, skills, examples } = misconception;
  const [skill] = skills;
  return (
    <section className="flex flex-col gap-3 border-t border-line pt-4 pb-2">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div>
          <h2 className="text-title">{name}</h2>
          <p className="text-muted">{t('seen', { learners: learners.length, of, times })}</p>
        </div>
        {skill === undefined ? null : (
          <Link
            prefetch={false}
            href={setAddress(address, { skills: [skill.id], learners: learners.map(({ id }) => id) })}
            className={buttonClass()}
          >
            {t('assign', { count: learners.length })}
          </Link>
        )}
      </div>
      <dl className="grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1 max-sm:grid-cols-1">
        <dt className="text-muted">{t('who')}</dt>
        <dd className="flex flex-wrap gap-x-4">
          {learners.slice(0, mostNames).map((learner) => (
            <LearnerLabel key={learner.id} learner={learner} />
          ))}
          {learners.length > mostNames ? (
            <span className="text-muted">{t('more', { count: learners.length - mostNames })}</span>
          ) : null}
        </dd>
        <dt className="text-muted">{t('skills')}</dt>
        <dd>{skills.map((one) => one.name).join(' · ')}</dd>
        {explanation === null ? null : (
          <>
            <dt className="text-muted">{t('told')}</dt>
            <dd className="max-w-prose">
              <Mathematics text={explanation} />
            </dd>
          </>
        )}
      </dl>
      {examples.length === 0 ? null : (
        <Disclosure summary={t('examples')} open={open}>
          <Examples examples={examples} label={t('examplesOf', { name })} />
        </Disclosure>
      )}
    </section>
  );
}

function Examples({ examples, label }: { examples: MisconceptionView['examples']; label: string }) {
  const t = useTranslations('practice.class.misconceptions');
  return (
    <Table label={label}>
      <thead>
        <tr>
          {(['exercise', 'typed', 'right', 'learner', 'when'] as const).map((column) => (
            <HeaderCell key={column}>{t(column)}</HeaderCell>
          ))}
        </tr>
      </thead>
      <tbody>
        {examples.map(({ prompt, typed, answer, learner, at }) => (
          <Row key={`${learner.id} ${at.getTime()} ${prompt} ${typed}`}>
            <Cell className="min-w-48">
              <Mathematics text={prompt} />
            </Cell>
            <Cell className="font-strong">
              <TypedAnswer typed={typed} />
            </Cell>
            <Cell>
              <Mathematics text={answer} />
            </Cell>
            <Cell>
              <LearnerLabel learner={learner} />
            </Cell>
            <Cell>
              <Day at={at} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
