/**
 * Writes a protobuf message from its end to its beginning, so that the length of what is nested is known when it is to be
 * written before it: one pass, one buffer. https://protobuf.dev/programming-guides/encoding/
 */
export class BackwardWriter {
  readonly #buffer: Buffer;
  #at: number;

  /** `size` is at least what will be written. */
  constructor(size: number) {
    this.#buffer = Buffer.allocUnsafe(size);
    this.#at = size;
  }

  /** Where the writer stands: remembered before what is nested is written, given to `nested` after it. */
  get mark(): number {
    return this.#at;
  }

  written(): Buffer {
    return this.#buffer.subarray(this.#at);
  }

  /** Closes everything since the mark as a field of this number (1 to 15). */
  nested(field: number, mark: number): void {
    this.#varint(mark - this.#at);
    this.#byte((field << 3) | LENGTH_DELIMITED);
  }

  bytes(field: number, value: Uint8Array): void {
    const mark = this.#at;
    this.raw(value);
    this.nested(field, mark);
  }

  text(field: number, value: string): void {
    const mark = this.#at;
    const length = Buffer.byteLength(value);
    this.#at -= length;
    this.#buffer.write(value, this.#at, length, 'utf8');
    this.nested(field, mark);
  }

  /** Any integer type but zigzag; a negative number takes its 64 bits of two's complement. */
  integer(field: number, value: bigint): void {
    const bits = BigInt.asUintN(64, value);
    if (bits <= SAFE) this.#varint(Number(bits));
    else this.#longVarint(bits);
    this.#byte(field << 3);
  }

  /** As it stands, without a field's number or length. */
  raw(value: Uint8Array): void {
    this.#at -= value.length;
    this.#buffer.set(value, this.#at);
  }

  #byte(value: number): void {
    this.#at -= 1;
    this.#buffer[this.#at] = value;
  }

  #varint(value: number): void {
    if (value < 0x80) {
      this.#byte(value);
      return;
    }
    let length = 1;
    for (let rest = value; rest >= 0x80; rest = Math.floor(rest / 0x80)) length += 1;
    this.#at -= length;
    let rest = value;
    for (let index = 0; index < length; index += 1) {
      this.#buffer[this.#at + index] = index === length - 1 ? rest : (rest % 0x80) | 0x80;
      rest = Math.floor(rest / 0x80);
    }
  }

  #longVarint(value: bigint): void {
    const groups: number[] = [];
    for (let rest = value; rest > 0n; rest >>= 7n) groups.push(Number(rest & 0x7fn));
    for (const [index, group] of groups.reverse().entries()) this.#byte(index === 0 ? group : group | 0x80);
  }
}

const LENGTH_DELIMITED = 2;
const SAFE = BigInt(Number.MAX_SAFE_INTEGER);
