declare const ATTUNE_VERSION: string | undefined;
declare const ATTUNE_BUILD: string | undefined;

/** The version in package.json, written in by the build. */
export const version: string = typeof ATTUNE_VERSION === "string" ? ATTUNE_VERSION : "unbuilt";

/** Hash of the sources it was built from. */
export const build: string = typeof ATTUNE_BUILD === "string" ? ATTUNE_BUILD : "unbuilt";
