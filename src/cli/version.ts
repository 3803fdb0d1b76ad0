declare const ATTUNE_VERSION: string | undefined;

/** The version in package.json, written in by the build. */
export const version: string = typeof ATTUNE_VERSION === "string" ? ATTUNE_VERSION : "unbuilt";
