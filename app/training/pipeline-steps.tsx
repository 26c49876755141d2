/** The steps of a run as what they are: four in a row around a loop, which says where it is. */
import { CheckIcon, classNames, Disclosure } from '@praxis/ui';
import { useTranslations } from 'next-intl';
import type { CurvePoint } from './view.ts';

const stages: readonly string[] = ['prepare', 'crossValidate', 'choose', 'bootstrap', 'export'];
const loop = ['loss', 'update', 'repeat'] as const;

type State = 'done' | 'now' | 'next';

export function PipelineSteps({
  stage,
  finished,
  running,
  points,
}: {
  stage: string | null;
  finished: boolean;
  /** Whether a worker is at it: a run that stopped stands where it stood. */
  running: boolean;
  points: readonly CurvePoint[];
}) {
  const words = useTranslations('training');
  const at = stage === null ? -1 : stages.indexOf(stage);
  const stateOf = (index: number): State =>
    finished || index < at ? 'done' : index === at && running ? 'now' : 'next';
  return (
    <section aria-label={words('pipeline.title')} className="flex flex-col gap-2">
      <ol className="flex flex-col gap-x-5 gap-y-3 sm:flex-row sm:flex-wrap sm:items-start">
        {stages.map((name, index) => (
          <Step key={name} name={name} state={stateOf(index)}>
            {name === 'crossValidate' && <Loop state={stateOf(index)} newest={points.at(-1)} />}
          </Step>
        ))}
      </ol>
      <Disclosure
        summary={<span className="text-small">{words('pipeline.explain')}</span>}
        remember="training-pipeline"
      >
        <dl className="grid max-w-prose gap-x-4 gap-y-1 text-small sm:grid-cols-[auto_minmax(0,1fr)]">
          {stages.map((name) => (
            <div key={name} className="contents">
              <dt className="font-strong">{words(`stages.${name}`)}</dt>
              <dd className="text-muted">{words(`pipeline.sentences.${name}`)}</dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    </section>
  );
}

function Step({ name, state, children }: { name: string; state: State; children: React.ReactNode }) {
  const words = useTranslations('training');
  return (
    <li aria-current={state === 'now' ? 'step' : undefined} className="flex flex-col gap-1 text-small">
      <span
        className={classNames(
          'flex items-center gap-1.5 whitespace-nowrap',
          state === 'now' ? 'font-strong text-ink' : 'text-muted',
        )}
      >
        <span
          aria-hidden="true"
          className={classNames(
            'inline-flex size-4 items-center justify-center rounded-full border',
            state === 'next' ? 'border-line-strong' : 'border-accent text-accent',
          )}
        >
          {state === 'done' && <CheckIcon className="size-3" />}
          {state === 'now' && <span className="size-1.5 rounded-full bg-accent" />}
        </span>
        {words(`stages.${name}`)}
        <span className="sr-only">({words(`stageState.${state}`)})</span>
      </span>
      {children}
    </li>
  );
}

/** Loss, update, and back: with the epoch that ended last while it turns. */
function Loop({ state, newest }: { state: State; newest: CurvePoint | undefined }) {
  const words = useTranslations('training');
  return (
    <div
      className={classNames(
        'flex flex-col gap-0.5 rounded-control border border-dashed px-2 py-1',
        state === 'now' ? 'border-accent' : 'border-line-strong',
      )}
    >
      <ol aria-label={words('pipeline.loop')} className="flex flex-wrap items-center gap-x-1.5">
        {loop.map((part) => (
          <li key={part} className="flex items-center gap-1.5 whitespace-nowrap">
            {words(`pipeline.parts.${part}`)}
            <span aria-hidden="true" className="text-muted">
              {part === 'repeat' ? '↺' : '→'}
            </span>
          </li>
        ))}
      </ol>
      {state === 'now' && newest && newest.fold !== null && (
        <span className="text-muted">
          {words('pipeline.now', {
            learner: words(`learners.${newest.learner}`),
            epoch: newest.epoch,
            fold: newest.fold,
          })}
        </span>
      )}
    </div>
  );
}
