'use client';
/** The rows of the worklist under the keys: `j` and `k` move, Enter opens. */
import { Row, useListKeys } from '@praxis/ui';
import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';

export interface KeyedRow {
  readonly key: number;
  readonly href: string;
  /** The cells, rendered on the server. */
  readonly cells: ReactNode;
}

export function RowKeys({ rows }: { rows: readonly KeyedRow[] }) {
  const router = useRouter();
  const { selected, rowRef } = useListKeys(
    rows.map(({ key }) => key),
    (index) => {
      const row = rows[index];
      if (row) router.push(row.href);
    },
  );
  return (
    <tbody>
      {rows.map((row, index) => (
        <Row key={row.key} ref={rowRef(index)} selected={index === selected} className="scroll-my-16">
          {row.cells}
        </Row>
      ))}
    </tbody>
  );
}
