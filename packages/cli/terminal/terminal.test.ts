import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { steps } from './steps.ts';
import { type Screen, Terminal } from './terminal.ts';
import { milestone, plainTrainingLine, type TrainingLine, trainingLine } from './training-board.ts';

/** A screen that keeps what it shows, and understands the two codes the terminal uses: up, and erase to the end. */
class Paper implements Screen {
  readonly isTTY: boolean;
  readonly columns: number;
  rows: string[] = [''];
  #at = 0;
  constructor(isTTY: boolean, columns = 60) {
    this.isTTY = isTTY;
    this.columns = columns;
  }
  write(text: string): boolean {
    const up =
      text.startsWith('\u001B[') && text.endsWith('A\r\u001B[0J') ? Number.parseInt(text.slice(2), 10) : 0;
    if (up > 0) {
      this.#at -= up;
      this.rows = [...this.rows.slice(0, this.#at), ''];
      return true;
    }
    for (const part of stripVTControlCharacters(text).split(/(\n)/)) {
      if (part === '\n') this.rows[++this.#at] = '';
      else this.rows[this.#at] += part;
    }
    return true;
  }
}

const never = new AbortController().signal;

const running: TrainingLine = {
  outcome: 'diabetes',
  status: 'running',
  stage: 'crossValidate',
  fraction: 0.5,
  startedAt: new Date(0),
  finishedAt: null,
  error: null,
};

test('live lines are drawn in place and lines that stay go above them', () => {
  const paper = new Paper(true);
  const terminal = new Terminal(paper);
  terminal.live(['a 1', 'b 1']);
  terminal.line('stays');
  terminal.live(['a 2', 'b 2']);
  expect(paper.rows).toEqual(['stays', 'a 2', 'b 2', '']);
  terminal.live([]);
  expect(paper.rows).toEqual(['stays', '']);
});

test('a live line is cut to the width, for a wrapped one could not be erased', () => {
  const paper = new Paper(true, 10);
  new Terminal(paper).live(['0123456789abcdef']);
  expect(paper.rows[0]).toHaveLength(9);
});

test('where the output is no terminal nothing is drawn in place', async () => {
  const paper = new Paper(false);
  const terminal = new Terminal(paper);
  const value = await steps(terminal, never)('Database', async (say) => {
    terminal.live(['drawn']);
    say('embedded');
    return 7;
  });
  expect(value).toBe(7);
  expect(paper.rows).toHaveLength(2);
  expect(paper.rows[0]).toMatch(/^ {2}✓ Database +\d+\.\d s {2}embedded$/);
});

test('a step that fails leaves no line behind', async () => {
  const paper = new Paper(true);
  const terminal = new Terminal(paper);
  const step = steps(terminal, never);
  await expect(step('Database', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(paper.rows).toEqual(['']);
});

test('the line of a run shows how far it is, what it does and for how long', () => {
  const line = trainingLine(running, new Date(67_000));
  expect(line).toContain('diabetes');
  expect(line).toContain('━'.repeat(12) + '─'.repeat(12));
  expect(line).toContain('50 %');
  expect(line).toContain('cross-validating');
  expect(line).toContain('1:07');
});

test('the clock of a finished run stands still, a failed run says why, a queued one waits', () => {
  const finished: TrainingLine = { ...running, status: 'succeeded', finishedAt: new Date(42_000) };
  expect(trainingLine(finished, new Date(900_000))).toContain('0:42');
  expect(trainingLine({ ...running, status: 'failed', error: 'the disk is full' }, new Date())).toContain(
    'the disk is full',
  );
  expect(trainingLine({ ...running, status: 'queued', startedAt: null }, new Date())).toContain('waiting');
});

test('plain lines come at every quarter and every change of state, and at nothing else', () => {
  const fractions = [0, 0.1, 0.24, 0.25, 0.49, 0.5, 0.74, 0.75, 0.99];
  expect(new Set(fractions.map((fraction) => milestone({ ...running, fraction }))).size).toBe(4);
  expect(milestone({ ...running, status: 'succeeded' })).not.toBe(milestone(running));
  expect(plainTrainingLine(running)).toBe('  diabetes: 50 %, cross-validating');
  expect(plainTrainingLine({ ...running, status: 'failed', error: 'no room' })).toBe(
    '  diabetes: failed: no room',
  );
});
