import { expect, it } from 'vitest';
import { csvText } from './csv-text.ts';

it('writes figures so that a spreadsheet reads them back: quotes doubled, nothing for null, a mark for Chinese', () => {
  const text = csvText({
    columns: ['折', 'He said "yes"'],
    rows: [
      [1, 'a,b'],
      [null, 'line\nbreak'],
    ],
  });
  expect(text).toBe('\uFEFF折,"He said ""yes"""\r\n1,"a,b"\r\n,"line\nbreak"\r\n');
});
