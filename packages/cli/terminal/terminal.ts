/**
 * The terminal of `praxis start`: lines that stay, and below them a few live lines that are drawn again in place. Where
 * the output is no terminal, live lines are left out; whoever draws them prints plain lines instead.
 */
import { stripVTControlCharacters, styleText } from 'node:util';

/** What is used of `process.stdout`. */
export interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): boolean;
}

const eraseToEnd = '\u001B[0J';
const up = (lines: number): string => (lines > 0 ? `\u001B[${lines}A\r` : '\r');

export class Terminal {
  readonly #screen: Screen;
  #live: readonly string[] = [];

  constructor(screen: Screen) {
    this.#screen = screen;
  }

  get interactive(): boolean {
    return this.#screen.isTTY === true;
  }

  /** Columns of a line, 80 where nobody knows (some terminals then say 0). */
  get width(): number {
    return this.#screen.columns || 80;
  }

  /** Prints lines that stay. */
  line(text = ''): void {
    const live = this.#live;
    this.#erase();
    this.#screen.write(`${text}\n`);
    this.live(live);
  }

  /** Replaces the live lines. */
  live(lines: readonly string[]): void {
    if (!this.interactive) return;
    this.#erase();
    this.#live = lines.map((line) => cut(line, this.width - 1));
    for (const line of this.#live) this.#screen.write(`${line}\n`);
  }

  #erase(): void {
    if (this.#live.length > 0) this.#screen.write(`${up(this.#live.length)}${eraseToEnd}`);
    this.#live = [];
  }
}

/** A line that wrapped could not be erased again: cuts it, colours left out where it must be cut. */
function cut(line: string, width: number): string {
  const plain = stripVTControlCharacters(line);
  return plain.length <= width ? line : `${plain.slice(0, Math.max(0, width - 1))}…`;
}

type Style = 'bold' | 'dim' | 'green' | 'red' | 'yellow';

/** Colours a text where standard output shows colours (a terminal, and NO_COLOR unset). */
export const styled = (style: Style, text: string): string =>
  styleText(style, text, { stream: process.stdout });

/** `0:07`, `2:41`. */
export function clock(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
