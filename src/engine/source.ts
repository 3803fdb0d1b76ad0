/** Something to read: a file, standard input or a member of a container, its bytes UTF-8 or UTF-16. */
export interface Source {
  /** As the user named it; `-` for standard input. */
  readonly name: string;
  /** The user named it, rather than a folder it was met in. */
  readonly named: boolean;
  readonly bytes: Uint8Array;
}
