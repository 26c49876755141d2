/** Starts the processes of the product, hands on what they say, and ends the product when one will not live. */
import { FaultError } from '../fault.ts';
import { type ChildPlan, superviseChild } from '../supervise/child.ts';
import type { Stage } from '../supervise/shutdown.ts';
import { styled } from '../terminal/terminal.ts';
import type { Surroundings } from './surroundings.ts';

const kept = 30;

export interface Process {
  /** Its lines go to the terminal from now on; before, they are only kept. */
  speak(): void;
  /** What it printed last. */
  last(): string;
}

/**
 * Starts a child under supervision and has it stopped in its stage.
 *
 * @param givenUp is called when it died too often to be started again
 */
export function launch(
  plan: ChildPlan,
  stage: Stage,
  { terminal, shutdown }: Surroundings,
  givenUp: (error: FaultError) => void,
): Process {
  const lines: string[] = [];
  let speaking = false;
  const say = (line: string): void => terminal.line(`  ${styled('dim', `${plan.name} │`)} ${line}`);
  const last = (): string => lines.join('\n').trim();
  const child = superviseChild(plan, {
    onLine: (line) => {
      lines.push(line);
      if (lines.length > kept) lines.shift();
      if (speaking) say(line);
    },
    onDeath: (cause, again) => {
      if (again) return say(`died (${cause}) and is started again`);
      givenUp(
        new FaultError({
          code: stage === 'web' ? 'webFailed' : 'workerFailed',
          message: `The ${plan.name} died ${plan.deaths} times within a minute (${cause}). It printed last:\n\n${last()}\n`,
          mend: 'Mend what it names; "npx praxis doctor" looks at the rest.',
        }),
      );
    },
  });
  shutdown.add(stage, plan.name, child.stop, child.kill);
  return {
    last,
    speak: () => {
      speaking = true;
    },
  };
}
