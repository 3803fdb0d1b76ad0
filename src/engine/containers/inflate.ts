import { crc32 } from "node:zlib";
import { Gunzip, Inflate } from "fflate";
import { damaged } from "../refusal.js";
import type { Meter } from "./meter.js";

/** Input goes in by so little, because a byte can become a thousand. */
const STEP = 16 * 1024;

type Machine = Gunzip | Inflate;

/** Unpacks gzip (also of several members, as log shippers write it) chunk by chunk; the check sum of the last member is held to. */
export function* gunzip(chunks: Iterable<Uint8Array>, meter: Meter): Generator<Uint8Array> {
  const machine = new Gunzip();
  let tail: Buffer = Buffer.alloc(0);
  let sum = 0;
  let size = 0;
  machine.onmember = () => {
    sum = 0;
    size = 0;
  };
  const seen = function* (): Generator<Uint8Array> {
    for (const chunk of chunks) {
      tail = Buffer.from(Buffer.concat([tail, chunk.subarray(-8)]).subarray(-8));
      yield chunk;
    }
  };
  const out = (chunk: Uint8Array): void => {
    sum = crc32(chunk, sum);
    size = (size + chunk.length) % 2 ** 32;
  };
  yield* run(machine, seen(), meter, out);
  const zeros = tail.every(byte => byte === 0);
  if (!zeros && tail.length === 8 && (tail.readUInt32LE(0) !== sum || tail.readUInt32LE(4) !== size))
    throw damaged("gzip data whose check sum differs", "what was packed: the file is damaged or cut off");
}

/** Unpacks raw deflate, as entries of a ZIP hold it. */
export function inflate(chunks: Iterable<Uint8Array>, meter: Meter): Generator<Uint8Array> {
  return run(new Inflate(), chunks, meter, () => {});
}

function* run(
  machine: Machine,
  chunks: Iterable<Uint8Array>,
  meter: Meter,
  see: (chunk: Uint8Array) => void,
): Generator<Uint8Array> {
  let ready: Uint8Array[] = [];
  machine.ondata = chunk => {
    if (chunk.length === 0) return;
    meter.bytes(chunk.length);
    see(chunk);
    ready.push(chunk);
  };
  for (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += STEP) {
      push(machine, chunk.subarray(at, at + STEP), false);
      const made = ready;
      ready = [];
      yield* made;
    }
  }
  push(machine, new Uint8Array(0), true);
  yield* ready;
}

/** What the machine throws is about the bytes, where its code is a number; a refusal of the meter goes on. */
function push(machine: Machine, chunk: Uint8Array, final: boolean): void {
  try {
    machine.push(chunk as Uint8Array<ArrayBuffer>, final);
  } catch (error) {
    const { code, message } = error as { code?: unknown; message?: string };
    if (typeof code !== "number") throw error;
    throw damaged(`compressed data (${message ?? code})`, "an archive that is whole");
  }
}
