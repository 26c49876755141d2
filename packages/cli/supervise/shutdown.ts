/** What must be stopped, in one order whatever the order it was started in. */

/** The web server first, so that nobody begins anything; then the work; the database when nobody needs it. */
const stages = ['web', 'workers', 'connections', 'database', 'folder'] as const;
export type Stage = (typeof stages)[number];

interface Part {
  readonly stage: Stage;
  readonly name: string;
  readonly stop: () => Promise<void>;
  readonly kill?: (() => void) | undefined;
}

export class Shutdown {
  readonly #parts: Part[] = [];
  #running: Promise<void> | null = null;

  /** `kill` is for what can be ended without waiting. */
  add(stage: Stage, name: string, stop: () => Promise<void>, kill?: () => void): void {
    this.#parts.push({ stage, name, stop, kill });
  }

  /** Stops stage after stage, the parts of one together. A part that fails is reported and the rest goes on. */
  run(report: (name: string, error: unknown) => void): Promise<void> {
    this.#running ??= this.#stop(report);
    return this.#running;
  }

  /** Ends at once what can be ended; `run` then has nothing left to wait for. */
  force(): void {
    for (const part of this.#parts) part.kill?.();
  }

  async #stop(report: (name: string, error: unknown) => void): Promise<void> {
    for (const stage of stages) {
      const parts = this.#parts.filter((part) => part.stage === stage);
      await Promise.all(parts.map((part) => part.stop().catch((error: unknown) => report(part.name, error))));
    }
  }
}
