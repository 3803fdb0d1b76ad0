import { type Command, perform, type Typing, type } from "./commands.js";
import { bindingOf, type Key } from "./keys.js";
import type { Now, State } from "./state.js";

/** What a review needs of the world. */
export interface World {
  /** The call at a place of the queue as it stands, or as it was left. */
  open(at: number): State;
  /** Keeps what was confirmed; says why where it cannot. Nothing is shown as done before this returns. */
  save(state: State): string | undefined;
  /** ISO 8601. */
  now(): string;
}

/** A review going on: keys in, states out. */
export interface Session {
  state(): State;
  /** Why the last save failed. */
  problem(): string | undefined;
  /** A key was pressed while this much of the call was seen. */
  press(key: Key, seen: Omit<Now, "at">): void;
  /** Text was typed or pasted into the line that is open. */
  put(text: string, seen: Omit<Now, "at">): void;
  /** Told after every change. */
  onChange(told: () => void): () => void;
}

/** Opens a review at a place of the queue. */
export function createSession(world: World, at: number): Session {
  let state = world.open(at);
  let problem: string | undefined;
  const told = new Set<() => void>();

  const become = (next: State): void => {
    if (next.work !== state.work) problem = world.save(next);
    const { leaving } = next;
    // What could not be saved must not be left behind in silence.
    if ((leaving === "next" || leaving === "previous") && problem === undefined)
      state = world.open(next.queue.at + (leaving === "next" ? 1 : -1));
    else state = next;
    for (const tell of told) tell();
  };
  const press = (key: Key, seen: Omit<Now, "at">): void => {
    const now = { ...seen, at: world.now() };
    if (state.prompt !== undefined) become(type(state, typingOf(key), now));
    else {
      const command = commandOf(key, state);
      if (command !== undefined) become(perform(state, command, now));
    }
  };
  return {
    state: () => state,
    problem: () => problem,
    press,
    put: (text, seen) => become(type(state, { put: text }, { ...seen, at: world.now() })),
    onChange(tell) {
      told.add(tell);
      return () => void told.delete(tell);
    },
  };
}

/** A page that lies over the rest goes with any key but those that turn it. */
function commandOf(key: Key, state: State): Command | undefined {
  if (key === "ctrl-c") return "quit";
  if (state.help > 0) return ["down", "page-down", " ", "j"].includes(key) ? "help-on" : "help";
  return state.card ? "card" : bindingOf(key, state)?.does;
}

const EDITING: ReadonlyMap<Key, Typing> = new Map<Key, Typing>([
  ["enter", { key: "enter" }],
  ["escape", { key: "leave" }],
  ["ctrl-c", { key: "leave" }],
  ["backspace", { key: "back" }],
  ["ctrl-u", { key: "clear" }],
]);

/** In a line that is being typed, keys without a letter edit or do nothing. */
const typingOf = (key: Key): Typing => EDITING.get(key) ?? { put: [...key].length === 1 ? key : "" };
