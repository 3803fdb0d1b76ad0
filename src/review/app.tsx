import { useInput } from "ink";
import { type ReactElement, useSyncExternalStore } from "react";
import { Screen } from "./components/screen.js";
import { frameOf } from "./frame.js";
import { keysOfInput } from "./input.js";
import type { Session } from "./session.js";
import type { Now } from "./state.js";

/** What the app is given; it knows no file, no clock and no terminal. */
export interface AppProps {
  readonly session: Session;
  readonly color: boolean;
  readonly columns: number;
  readonly rows: number;
}

/** The review on the screen: keys go to the session, its states are drawn. */
export function App({ session, color, columns, rows }: AppProps): ReactElement {
  const state = useSyncExternalStore(session.onChange, session.state);
  const frame = frameOf(state, columns, rows, session.problem());

  useInput((input, key) => {
    // Keys that came in one chunk must each see what the one before did.
    const seen = (): Omit<Now, "at"> => frameOf(session.state(), columns, rows).seen;
    for (const pressed of keysOfInput(input, key))
      if ("key" in pressed) session.press(pressed.key, seen());
      else if (session.state().prompt !== undefined) session.put(pressed.text, seen());
      else for (const one of pressed.text) session.press(one, seen());
  });
  return <Screen frame={frame} color={color} />;
}
