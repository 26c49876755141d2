import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { missingTokens } from './cells.ts';
import { type ReadTableOptions, readTable } from './read-table.ts';
import { cellText, columnNamed, missingCount, type Table } from './table.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'table-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function put(name: string, content: string | Uint8Array): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
}

async function readText(text: string | Uint8Array, options: ReadTableOptions = {}, name = 'data.csv') {
  const read = await readTable(await put(name, text), options);
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

async function failure(text: string | Uint8Array, options: ReadTableOptions = {}, name = 'data.csv') {
  const read = await readTable(await put(name, text), options);
  return read.ok ? null : read.error;
}

/** Cells as text by column, and what kind each column is. */
function shown({ rows, columns }: Table): Record<string, readonly (string | null)[]> {
  return Object.fromEntries(
    columns.map((column) => [
      `${column.name}: ${column.kind}`,
      Array.from({ length: rows }, (_, row) => cellText(column, row)),
    ]),
  );
}

test('every kind of column is found out from its cells, whatever the delimiter, quotes, line ends and byte order mark', async () => {
  const lines = (d: string) =>
    [
      `"age"${d}seen${d}smoker${d}sex${d}note`,
      `61${d}2026-01-31${d}yes${d}f${d}"a${d} ""b"""`,
      `NA${d}${d}No${d}m${d}two`,
      ` 7.5 ${d}2026-01-31T12:30:00+01:00${d}${d} f ${d}n/a`,
      `-1e3${d}${d}${d}m${d}"four\nlines"`,
      '',
    ].join('\r\n');
  for (const delimiter of [',', ';', '\t', '|']) {
    const { table, format } = await readText(`\uFEFF${lines(delimiter)}`);
    expect(format).toBe('csv');
    expect(shown(table)).toEqual({
      'age: number': ['61', null, '7.5', '-1000'],
      'seen: dateTime': ['2026-01-31T00:00:00.000Z', null, '2026-01-31T11:30:00.000Z', null],
      'smoker: boolean': ['true', 'false', null, null],
      'sex: category': ['f', 'm', 'f', 'm'],
      'note: text': [`a${delimiter} "b"`, 'two', null, 'four\nlines'],
    });
  }
});

test('gzip is known by its content, and the hash is of the bytes on the disk', async () => {
  const bytes = gzipSync('id,hdl\n7,50\n');
  const read = await readText(bytes, {}, 'no-hint');
  expect(read.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  expect(read.bytes).toBe(bytes.length);
  expect(shown(read.table)).toEqual({ 'id: number': ['7'], 'hdl: number': ['50'] });
});

test('codes and long identifiers stay what they are: a number would lose their zeros and last digits', async () => {
  const { table } = await readText('zip,account\n01234,90071992547409931\n99999,90071992547409932\n');
  expect(shown(table)).toEqual({
    'zip: text': ['01234', '99999'],
    'account: text': ['90071992547409931', '90071992547409932'],
  });
});

test('a column that holds something else beyond the sample is read again whole, as it is written', async () => {
  const text = 'x,day,known\n1.0,2026-01-01,yes\n2.50,2026-01-02,no\nn/s,soon,perhaps\n1.0,soon,no\n';
  const { table, notes } = await readText(text, { sampleRows: 2 });
  expect(shown(table)).toEqual({
    'x: text': ['1.0', '2.50', 'n/s', '1.0'],
    'day: text': ['2026-01-01', '2026-01-02', 'soon', 'soon'],
    'known: text': ['yes', 'no', 'perhaps', 'no'],
  });
  expect(notes.map(({ column }) => column)).toEqual(['x', 'day', 'known']);
  expect(notes[0].message).toMatch(/"x" begins as number, but row 3 \(line 4\) holds "n\/s", not a number/);
});

test('whatever is written, a cell is its own text, the number or time of it, or missing: nothing else', async () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '',
      'NA',
      '1',
      '-2.50',
      '007',
      '1e3',
      'yes',
      'No',
      '2026-01-31',
      'a;b',
      'x "y"',
      ' z ',
      '\n',
    ),
    fc.string({ unit: fc.constantFrom(...'01.-eNA,;"\t é'), maxLength: 5 }),
  );
  const columns = fc.array(fc.tuple(cell, cell, fc.constantFrom('0', '1', 'soon')), {
    minLength: 1,
    maxLength: 12,
  });
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
  await fc.assert(
    fc.asyncProperty(columns, fc.integer({ min: 1, max: 12 }), async (rows, sampleRows) => {
      const lines = [['a', 'b', 'c'], ...rows].map((row) => row.map(quote).join(','));
      const { table } = await readText(`${lines.join('\n')}\n`, { sampleRows });
      expect(table.rows).toBe(rows.length);
      table.columns.forEach((column, place) => {
        rows.forEach((row, index) => {
          const written = row[place].trim();
          const read = cellText(column, index);
          if (missingTokens.includes(written)) expect(read).toBeNull();
          else if (column.kind === 'number') {
            // "-0" is the number 0.
            expect(Number(read) + 0).toBe(Number(written) + 0);
          } else if (column.kind === 'boolean') {
            expect(['true', 'yes'].includes(written.toLowerCase())).toBe(read === 'true');
          } else if (column.kind === 'dateTime') expect(read).toBe(new Date(written).toISOString());
          else expect(read).toBe(written);
        });
      });
    }),
  );
});

test('a column that is empty at first is what its first value says', async () => {
  const { table } = await readText('a,b\n,\n,\n,\n3,\n', { sampleRows: 2 });
  expect(shown(table)).toEqual({ 'a: number': [null, null, null, '3'], 'b: text': [null, null, null, null] });
});

test('words that repeat are a category with levels in order; a forced category has any cells', async () => {
  const { table } = await readText('w,n\nb,1\na,2.0\nb,10\na,1\n', { category: ['n'] });
  expect(columnNamed(table, 'w')).toMatchObject({ levels: ['a', 'b'], codes: Int32Array.of(1, 0, 1, 0) });
  expect(columnNamed(table, 'n')).toMatchObject({
    kind: 'category',
    levels: ['1', '10', '2.0'],
    codes: Int32Array.of(0, 2, 1, 0),
  });
});

test('more than a thousand different words are text, though each stands twice', async () => {
  const words = Array.from({ length: 2002 }, (_, row) => `w${row % 1001}`);
  const { table } = await readText(`w\n${words.join('\n')}\n`);
  expect(shown(table)).toEqual({ 'w: text': words });
});

test('under a declared schema every bad cell is counted, and the first are named by row, line and column', async () => {
  const text = 'age,grade,when\n"1\n",low,31.01.2026\nold,mid,31.02.2026\n3,high,01.03.2026\n';
  const options: ReadTableOptions = {
    schema: {
      columns: {
        age: { kind: 'number', unit: 'a' },
        grade: { kind: 'category', levels: ['low', 'high'] },
        when: { kind: 'dateTime', format: 'DD.MM.YYYY' },
      },
    },
  };
  const error = await failure(text, options);
  expect(error).toMatchObject({
    code: 'cellsInvalid',
    columns: ['age', 'grade', 'when'],
    badCells: {
      total: 3,
      counts: { age: 1, grade: 1, when: 1 },
      first: [
        { row: 2, line: 4, column: 'age', found: 'old', expected: 'a number' },
        { row: 2, line: 4, column: 'grade', found: 'mid', expected: 'one of "low", "high"' },
        { row: 2, line: 4, column: 'when', found: '31.02.2026', expected: 'a date or time (DD.MM.YYYY)' },
      ],
    },
  });
  expect(error?.message).toMatch(/3 cells do not fit .*row 2 \(line 4\), column "age": found "old"/);

  const lenient = await readText(text, { ...options, badCells: 'missing' });
  expect(lenient.badCells.total).toBe(3);
  expect(lenient.table.columns.map((column) => missingCount(column, 3))).toEqual([1, 1, 1]);
  expect(columnNamed(lenient.table, 'age')).toMatchObject({ unit: 'a' });
});

test('lines are counted as an editor counts them, whatever their ends and those within quotes', async () => {
  const schema: ReadTableOptions['schema'] = { columns: { b: { kind: 'number' } } };
  const error = await failure('a,b\r\n1,2\n3,x\r\n\r\n"5\r\n5\n5",y\r\n6,7\r\n8,z\r\n', { schema });
  expect(error?.badCells?.first.map(({ row, line }) => [row, line])).toEqual([
    [2, 3],
    [3, 7],
    [5, 9],
  ]);
});

test('declared missing tokens replace the usual ones, and a column may have its own', async () => {
  const schema: ReadTableOptions['schema'] = {
    missing: ['?'],
    columns: { x: { kind: 'number', decimal: ',', missing: ['-9'] }, w: { kind: 'text' } },
  };
  const { table } = await readText('x;w\n1,5;NA\n-9;?\n?;b\n', { schema });
  expect(shown(table)).toEqual({ 'x: number': ['1.5', null, null], 'w: text': ['NA', null, 'b'] });
});

test('JSON Lines have typed values: text stays text, a key that a line lacks is missing', async () => {
  const text =
    '{"n":1,"code":"12","on":true}\r\n\n{"n":2.5,"code":"12","late":"2026-01-01"}\n{"n":null,"code":"7","on":false}\n{"code":"7"}';
  for (const [name, bytes] of [
    ['a.jsonl', text],
    ['a.jsonl.gz', gzipSync(text)],
    ['without-hint', text],
  ] as const) {
    const { table, format } = await readText(bytes, {}, name);
    expect(format).toBe('jsonLines');
    expect(shown(table)).toEqual({
      'n: number': ['1', '2.5', null, null],
      'code: category': ['12', '12', '7', '7'],
      'on: boolean': ['true', null, 'false', null],
      'late: dateTime': [null, '2026-01-01T00:00:00.000Z', null, null],
    });
  }
});

test('what JSON cannot hold in one cell is named, not bent', async () => {
  const nested = '{"a":1,"b":[1]}\n{"a":12345678901234567890,"b":2}\n';
  expect(await failure(nested, {}, 'n.jsonl')).toMatchObject({
    code: 'cellsInvalid',
    badCells: {
      total: 2,
      first: [
        { row: 1, line: 1, column: 'b', found: '[1]' },
        { row: 2, line: 2, column: 'a' },
      ],
    },
  });
  expect(await failure('{"a":1}\n{"a":\n', {}, 'n.jsonl')).toMatchObject({ code: 'rowMalformed', line: 2 });
  expect(await failure('[{"a":1}]', {}, 'n.json')).toMatchObject({ code: 'formatUnknown' });
});

test('Parquet keeps its types: numbers, decimals, flags, dates, times and words; lists are left out with a note', async () => {
  for (const compression of ['snappy', 'zstd']) {
    const file = join(import.meta.dirname, 'testing', `types-${compression}.parquet`);
    const read = await readTable(file);
    if (!read.ok) throw new Error(read.error.message);
    expect(shown(read.value.table)).toEqual({
      'whole: number': ['1', null, '3', '-4'],
      'id: text': [
        '4611686018427387905',
        '4611686018427387906',
        '4611686018427387907',
        '4611686018427387908',
      ],
      'real: number': ['0.5', '1.5', null, null],
      'amount: number': ['12.3', null, '-0.05', '99.99'],
      'flag: boolean': ['true', 'false', null, 'true'],
      'day: dateTime': [
        '2026-01-31T00:00:00.000Z',
        null,
        '1969-12-31T00:00:00.000Z',
        '2000-02-29T00:00:00.000Z',
      ],
      'time: dateTime': ['2026-01-31T12:30:15.250Z', null, null, '1970-01-01T00:00:00.000Z'],
      'word: text': ['12', '12', null, '007'],
      'level: category': ['low', 'high', 'low', 'high'],
    });
    expect(read.value.notes[0].message).toMatch(/"list" holds lists/);
  }
});

test('ragged rows are counted and named by row and line', async () => {
  expect(await failure('id,x\n1,2\n2\n3,4,5\n')).toMatchObject({
    code: 'rowsRagged',
    line: 3,
    message: expect.stringMatching(
      /2 rows .*row 2 \(line 3\) has 1 cells instead of 2; row 3 \(line 4\) has 3/,
    ),
  });
});

test('what is no table gets its own answer', async () => {
  const cases: readonly (readonly [string | Uint8Array, string, string])[] = [
    ['', 'data.csv', 'fileEmpty'],
    ['\n \n', 'data.csv', 'fileEmpty'],
    ['\n', 'data.jsonl', 'fileEmpty'],
    ['1,2\n3,4\n', 'data.csv', 'headerMissing'],
    ['a,b,a\n1,2,3\n', 'data.csv', 'columnRepeated'],
    ['a,b\n1,"2\n', 'data.csv', 'rowMalformed'],
    [Buffer.from('a\nM\xfcller\n', 'latin1'), 'data.csv', 'encodingInvalid'],
    [Buffer.from('\uFEFFa,b\n1,2\n', 'utf16le'), 'data.csv', 'formatUnknown'],
    [Buffer.from('PK\x03\x04rest of a workbook'), 'data.csv', 'formatUnknown'],
    [Buffer.from([97, 0, 98]), 'data.csv', 'formatUnknown'],
    ['PAR1 and no more', 'data.parquet', 'parquetDamaged'],
    [gzipSync('a,b\n1,2\n').subarray(0, 20), 'data.csv.gz', 'gzipDamaged'],
    ['a,b\n1,2\n', 'data.csv.gz', 'gzipDamaged'],
  ];
  for (const [content, name, code] of cases) {
    expect(await failure(content, {}, name), `${code} of ${name}`).toMatchObject({ code });
  }
  expect((await failure('a\n1\n', { category: ['b', 'c'] }))?.message).toMatch(/no column "b", "c"/);
  expect(await readTable(folder)).toMatchObject({ ok: false, error: { code: 'fileUnreadable' } });
  const nowhere = await readTable(join(folder, 'nowhere.csv'));
  expect(nowhere).toMatchObject({ ok: false, error: { code: 'fileMissing' } });
});

test('a character that lies across two chunks of the file is read whole', async () => {
  const rows = Array.from({ length: 40_000 }, (_, row) => `${'é€😀'.repeat(3)}${row % 7}`);
  const { table } = await readText(`w\nx${rows.join('\n')}\n`);
  expect(columnNamed(table, 'w')).toMatchObject({ kind: 'category', levels: { length: 8 } });
});

test('progress reaches the end of the file, and an abort rejects with its reason', async () => {
  const text = `a,b\n${'1,2\n'.repeat(50_000)}`;
  const seen: number[] = [];
  const read = await readText(text, { onProgress: ({ rows }) => seen.push(rows) });
  expect(seen.at(-1)).toBe(read.table.rows);
  expect(seen.length).toBeGreaterThan(3);

  const stop = new AbortController();
  const reason = new Error('stopped by the user');
  const file = await put('long.csv', text);
  const reading = readTable(file, { signal: stop.signal, onProgress: () => stop.abort(reason) });
  await expect(reading).rejects.toBe(reason);
  for (const other of [
    await put('long.csv.gz', gzipSync(text)),
    join(import.meta.dirname, 'testing/types-zstd.parquet'),
  ]) {
    await expect(readTable(other, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  }
});

test('columns of which nothing is declared can be left out: none is kept, and none makes the file be read again', async () => {
  const text = `id,note\n${'1,7\n'.repeat(30)}2,words\n`;
  const read = await readText(text, {
    schema: { columns: { id: { kind: 'number' } } },
    undeclared: 'leaveOut',
    sampleRows: 5,
  });
  expect(read.table.columns.map(({ name }) => name)).toEqual(['id']);
  expect(read.notes).toEqual([]);
  const absent = await failure(text, {
    schema: { columns: { key: { kind: 'number' } } },
    undeclared: 'leaveOut',
  });
  expect(absent?.message).toContain('"note"');
});
