/** Rows of which few columns are not 0, one after the other (compressed sparse rows). */

export interface SparseRows {
  /** Where each row's entries begin, shape [rows + 1]. */
  readonly starts: Int32Array;
  /** Column of each entry, shape [entries]. */
  readonly columns: Int32Array;
  /** Shape [entries]. */
  readonly values: Float32Array;
}

/** Grows by rows; arrays of JavaScript numbers would take several times the memory. */
export class SparseRowBuilder {
  #columns = new Int32Array(1024);
  #values = new Float32Array(1024);
  #length = 0;
  readonly #starts = [0];

  /** An entry of the row that is being built; several of one column add up. */
  add(column: number, value: number): void {
    if (value === 0) return;
    if (this.#length === this.#columns.length) this.#grow();
    this.#columns[this.#length] = column;
    this.#values[this.#length] = value;
    this.#length++;
  }

  endRow(): void {
    this.#starts.push(this.#length);
  }

  rows(): SparseRows {
    return {
      starts: Int32Array.from(this.#starts),
      columns: this.#columns.slice(0, this.#length),
      values: this.#values.slice(0, this.#length),
    };
  }

  #grow(): void {
    const columns = new Int32Array(2 * this.#columns.length);
    const values = new Float32Array(2 * this.#values.length);
    columns.set(this.#columns);
    values.set(this.#values);
    [this.#columns, this.#values] = [columns, values];
  }
}

/** Intercept plus the row's values times the coefficients, for every row, shape [rows]. */
export function sparseLogOdds(
  { starts, columns, values }: SparseRows,
  { intercept, coefficients }: { readonly intercept: number; readonly coefficients: Float64Array },
): Float64Array {
  const logOdds = new Float64Array(starts.length - 1);
  for (let row = 0; row < logOdds.length; row++) {
    let sum = intercept;
    for (let entry = starts[row]; entry < starts[row + 1]; entry++) {
      sum += values[entry] * coefficients[columns[entry]];
    }
    logOdds[row] = sum;
  }
  return logOdds;
}
