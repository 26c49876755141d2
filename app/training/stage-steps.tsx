/** The stages of a run in order, each marked done, under way or to come. */
import { CheckIcon, classNames } from '@praxis/ui';
import { useTranslations } from 'next-intl';

const stages: readonly string[] = ['prepare', 'crossValidate', 'choose', 'bootstrap', 'export'];

export function StageSteps({ stage, finished }: { stage: string | null; finished: boolean }) {
  const words = useTranslations('training');
  const now = stage === null ? -1 : stages.indexOf(stage);
  return (
    <ol className="flex flex-wrap gap-x-4 gap-y-1 text-small">
      {stages.map((name, index) => {
        const state = finished || index < now ? 'done' : index === now ? 'now' : 'next';
        return (
          <li
            key={name}
            aria-current={state === 'now' ? 'step' : undefined}
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
          </li>
        );
      })}
    </ol>
  );
}
