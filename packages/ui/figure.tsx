'use client';
/** The frame of every chart: its finding as the title, the numbers one press away, and both to take along. */
import { type ReactNode, useRef } from 'react';
import type { CsvTable } from './csv-text.ts';
import { Disclosure } from './disclosure.tsx';
import { DownloadCsv, DownloadSvg } from './download.tsx';
import { Cell, HeaderCell, Row, Table } from './table.tsx';

export function Figure({
  title,
  note,
  file,
  remember = file,
  table,
  words,
  children,
}: {
  /** What the picture shows, as a sentence. */
  title: ReactNode;
  note?: ReactNode;
  /** Name of downloaded files, without ending. */
  file: string;
  /** Under which name this browser keeps whether the numbers stand open; the file's where it is left out. */
  remember?: string;
  /** The figures behind the picture, already written as people read them. */
  table: CsvTable;
  words: { numbers: string };
  children: ReactNode;
}) {
  const picture = useRef<HTMLDivElement>(null);
  return (
    <figure className="flex flex-col gap-2">
      <figcaption>
        <p className="font-strong">{title}</p>
        {note && <p className="text-small text-muted">{note}</p>}
      </figcaption>
      <div ref={picture}>{children}</div>
      <div className="relative" data-print="hide">
        <Disclosure
          summary={<span className="text-small">{words.numbers}</span>}
          remember={`numbers-${remember}`}
        >
          <div className="max-h-80 overflow-y-auto">
            <Table label={words.numbers}>
              <thead>
                <tr>
                  {table.columns.map((column, index) => (
                    <HeaderCell key={column} numeric={isNumeric(table, index)}>
                      {column}
                    </HeaderCell>
                  ))}
                </tr>
              </thead>
              <tbody>
                {table.rows.map((row) => (
                  <Row key={row.join('|')}>
                    {row.map((value, index) => (
                      <Cell key={table.columns[index]} numeric={isNumeric(table, index)}>
                        {value ?? '–'}
                      </Cell>
                    ))}
                  </Row>
                ))}
              </tbody>
            </Table>
          </div>
        </Disclosure>
        <div className="absolute top-0 right-0 flex gap-3">
          <DownloadCsv file={file} table={table} />
          <DownloadSvg file={file} picture={picture} />
        </div>
      </div>
    </figure>
  );
}

/** Figures stand to the right, also those that are already written with a unit or an interval. */
function isNumeric(table: CsvTable, column: number): boolean {
  const values = table.rows.map((row) => row[column] ?? null).filter((value) => value !== null);
  return values.length > 0 && values.every((value) => typeof value === 'number' || /^[-−+]?\d/.test(value));
}
