/** Sorts rows by a value: a radix sort, whose time grows with the rows alone. */

const digitBits = 11;
const digits = 2 ** digitBits;

export interface Ascending {
  /** Rows whose value is not NaN, lowest value first and equal values by row. */
  readonly rows: Int32Array;
  /** Their values; 0 in place of -0. */
  readonly values: Float32Array;
}

export function ascending(values: Float32Array): Ascending {
  let rows = new Int32Array(values.length);
  let keys = new Uint32Array(values.length);
  let count = 0;
  const bits = new Int32Array(1);
  const number = new Float32Array(bits.buffer);
  for (let row = 0; row < values.length; row++) {
    // Adding 0 makes one number of -0 and 0.
    number[0] = values[row] + 0;
    rows[count] = row;
    // Ordered like the numbers: negative ones, whose bits rise as they fall, turned round and below the others.
    keys[count] = bits[0] ^ ((bits[0] >> 31) | 0x80000000);
    if (!Number.isNaN(values[row])) count++;
  }
  let [otherRows, otherKeys] = [new Int32Array(count), new Uint32Array(count)];
  for (let shift = 0; shift < 32; shift += digitBits) {
    const places = new Int32Array(digits + 1);
    for (let index = 0; index < count; index++) places[((keys[index] >>> shift) & (digits - 1)) + 1]++;
    // Whole numbers have many digits in common.
    if (places.includes(count)) continue;
    for (let digit = 1; digit < digits; digit++) places[digit] += places[digit - 1];
    for (let index = 0; index < count; index++) {
      const place = places[(keys[index] >>> shift) & (digits - 1)]++;
      otherRows[place] = rows[index];
      otherKeys[place] = keys[index];
    }
    [rows, otherRows] = [otherRows, rows];
    [keys, otherKeys] = [otherKeys, keys];
  }
  const sorted = new Int32Array(count);
  // The first bit is set where the number is not negative.
  for (let index = 0; index < count; index++)
    sorted[index] = keys[index] ^ (~(keys[index] >> 31) | 0x80000000);
  return { rows: rows.subarray(0, count), values: new Float32Array(sorted.buffer) };
}
