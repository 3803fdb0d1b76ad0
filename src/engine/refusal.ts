import type { Complaint } from "../model/index.js";

/** Thrown out of a stream that cannot go on; whoever reads the source makes a problem of it. */
export class Refusal extends Error {
  readonly complaint: Complaint;
  /** It is about the archive that the user named, whatever was being read in it. */
  readonly named: boolean;

  constructor(complaint: Complaint, named = false) {
    super(complaint.message);
    this.name = "Refusal";
    this.complaint = complaint;
    this.named = named;
  }
}

/** A refusal of bytes that are damaged. */
export function damaged(met: string, expected: string): Refusal {
  return new Refusal({
    code: "damaged-archive",
    message: `Unexpected ${met}, expected ${expected}`,
    effect: "unreadable",
  });
}
