import { basename } from "node:path";
import { parse } from "yaml";

/** Two short conversations that look alike: the last turn of one gives the act, that of the other does not. */
export interface Version {
  readonly shows: readonly string[];
  readonly not: readonly string[];
}

/** A pair as written, and as recognised speech has it where that differs. */
export interface Trap {
  readonly id: string;
  readonly act: string;
  /** File name without its ending. */
  readonly file: string;
  readonly versions: readonly Version[];
}

interface Entry extends Version {
  readonly id: string;
  readonly act: string;
  readonly speech?: Version;
}

/** The pairs of one file; throws where one is not whole. */
export function readTraps(file: string, text: string): readonly Trap[] {
  const entries: readonly Entry[] = parse(text);
  return entries.map(({ id, act, shows, not, speech }) => {
    if (!id || !act || !shows?.length || !not?.length)
      throw new Error(`Unexpected entry ${id} in ${file}, expected id, act, shows and not`);
    return {
      id,
      act,
      file: basename(file, ".yaml"),
      versions: [{ shows, not }, ...(speech ? [speech] : [])],
    };
  });
}
