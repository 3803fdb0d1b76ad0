import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { Audit, Moment, Transcript } from "../../model/index.js";

/** An audit without its conversation; the two moments by the number of their finding. */
interface Kept {
  readonly key: string;
  readonly audit: Omit<Audit, "transcript" | "keep" | "change">;
  readonly keep?: KeptMoment;
  readonly change?: KeptMoment;
}

type KeptMoment = Omit<Moment, "finding"> & { readonly at: number };

/** More than any entry unpacks to; what claims more is broken. */
const LARGEST = 64 * 1024 * 1024;

/** What is kept of a masked audit: places, figures and sentences; never a turn. */
export function pack(key: string, { transcript: _, keep, change, ...audit }: Audit): Uint8Array {
  const kept: Kept = {
    key,
    audit,
    ...moment("keep", keep),
    ...moment("change", change),
  };
  return deflateRawSync(JSON.stringify(kept), { level: 1 });

  function moment(name: "keep" | "change", given: Moment | undefined) {
    if (given === undefined) return {};
    const { finding, ...rest } = given;
    return { [name]: { ...rest, at: audit.findings.indexOf(finding) } };
  }
}

/** The audit that was kept under a key, with its conversation; undefined where the bytes hold anything else. */
export function unpack(key: string, bytes: Uint8Array, transcript: Transcript): Audit | undefined {
  try {
    const kept = JSON.parse(inflateRawSync(bytes, { maxOutputLength: LARGEST }).toString("utf8")) as Kept;
    if (kept.key !== key) return undefined;
    const { findings } = kept.audit;
    const back = (name: "keep" | "change") => {
      const { at, ...rest } = kept[name] ?? { at: -1 };
      const finding = findings[at];
      return finding === undefined ? {} : { [name]: { ...rest, finding } };
    };
    return { transcript, ...kept.audit, ...back("keep"), ...back("change") };
  } catch {
    return undefined;
  }
}
