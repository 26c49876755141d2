import { expect, it } from 'vitest';
import { csvLines, csvText } from './csv-text.ts';

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

it('is the same text when it is written part by part', () => {
  const columns = ['a', 'b'];
  const rows = [
    [1, 'x'],
    [2, 'y,z'],
    [3, null],
  ];
  const parts = csvText({ columns, rows: rows.slice(0, 1) }) + csvLines(rows.slice(1)) + csvLines([]);
  expect(parts).toBe(csvText({ columns, rows }));
});
