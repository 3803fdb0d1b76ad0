import type { Fields } from "../model/index.js";
import { closest } from "./closest.js";
import { isMap, isScalar, isSeq, type Node, type YAMLMap, type YamlFile } from "./yaml.js";

/** What names may be used in a check. */
export interface Names {
  readonly acts: ReadonlySet<string>;
}

/** Reads the fields of one mapping, remembers which were asked for, and can then tell the others as unexpected. */
export class FieldReader implements Fields {
  private readonly asked = new Set<string>();
  private readonly inner: FieldReader[] = [];

  constructor(
    private readonly file: YamlFile,
    private readonly map: YAMLMap,
    private readonly names: Names,
  ) {}

  /** The node of a field. */
  node(name: string): Node | undefined {
    this.asked.add(name);
    return this.map.get(name, true) as Node | undefined;
  }

  has(name: string): boolean {
    return this.node(name) !== undefined;
  }

  wrong(name: string, message: string): void {
    this.file.wrong(this.map.get(name, true) ?? this.map, message);
  }

  text(name: string, otherwise?: string): string {
    const node = this.node(name);
    const value = isScalar(node) ? node.value : undefined;
    if (typeof value === "string") return value;
    if (typeof value === "number" || typeof value === "boolean") return String(value);
    if (node !== undefined || otherwise === undefined) this.wrong(name, `Unexpected \`${name}\`, expected a text`);
    return otherwise ?? "";
  }

  texts(name: string): readonly string[] {
    const node = this.node(name);
    if (node === undefined) return [];
    const items = isSeq(node) ? node.items : [node];
    return items.flatMap(item => {
      if (isScalar(item) && (typeof item.value === "string" || typeof item.value === "number")) return [String(item.value)];
      this.file.wrong(item, `Unexpected entry in \`${name}\`, expected a text`);
      return [];
    });
  }

  number(name: string, otherwise?: number): number {
    const node = this.node(name);
    if (isScalar(node) && typeof node.value === "number" && Number.isFinite(node.value)) return node.value;
    if (node !== undefined || otherwise === undefined) this.wrong(name, `Unexpected \`${name}\`, expected a number`);
    return otherwise ?? 0;
  }

  flag(name: string, otherwise = false): boolean {
    const node = this.node(name);
    if (node === undefined) return otherwise;
    if (isScalar(node) && typeof node.value === "boolean") return node.value;
    this.wrong(name, `Unexpected \`${name}\`, expected true or false`);
    return otherwise;
  }

  choice<T extends string>(name: string, among: readonly T[], otherwise?: T): T {
    if (!this.has(name) && otherwise !== undefined) return otherwise;
    const value = this.text(name);
    const found = among.find(each => each === value);
    if (found === undefined) this.wrong(name, `Unexpected \`${value}\`, expected ${among.map(each => `\`${each}\``).join(", ")}`);
    return found ?? otherwise ?? (among[0] as T);
  }

  act(name: string): string {
    const value = this.text(name);
    this.known(name, value);
    return value;
  }

  acts(name: string): readonly string[] {
    return this.texts(name).filter(act => this.known(name, act));
  }

  known(name: string, act: string): boolean {
    if (this.names.acts.has(act)) return true;
    this.wrong(name, `Unexpected act \`${act}\`, expected ${closest(act, this.names.acts)}`);
    return false;
  }

  within(name: string): Fields | undefined {
    const node = this.node(name);
    if (node === undefined) return undefined;
    if (isMap(node)) return this.child(node);
    this.wrong(name, `Unexpected \`${name}\`, expected a mapping`);
    return undefined;
  }

  each(name: string): readonly Fields[] {
    const node = this.node(name);
    if (node === undefined) return [];
    const items = isSeq(node) ? node.items : [node];
    return items.flatMap(item => {
      if (isMap(item)) return [this.child(item)];
      this.file.wrong(item, `Unexpected entry in \`${name}\`, expected a mapping`);
      return [];
    });
  }

  /** Reports every field that nobody asked for, with the likeliest one that somebody did. */
  finish(): void {
    for (const pair of this.map.items) {
      const key = isScalar(pair.key) ? String(pair.key.value) : "";
      if (!this.asked.has(key)) this.file.wrong(pair.key, `Unexpected \`${key}\`, expected ${closest(key, this.asked)}`);
    }
    for (const inner of this.inner) inner.finish();
  }

  private child(map: YAMLMap): FieldReader {
    const reader = new FieldReader(this.file, map, this.names);
    this.inner.push(reader);
    return reader;
  }
}
