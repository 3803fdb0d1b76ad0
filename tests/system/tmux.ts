import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { plainEnv } from "../cli/executable.js";

/** Whether tmux is on this machine. */
export const hasTmux = ["/usr/bin/tmux", "/usr/local/bin/tmux", "/opt/homebrew/bin/tmux"].some(existsSync);

/** A real terminal of so many columns and rows, to type into and to look at. */
export interface Terminal {
  type(keys: string): void;
  /** What was written, lines that the terminal broke joined again; with `styled`, colours too. */
  screen(styled?: boolean): string;
  /** Waits until the screen shows something. */
  until(shown: string | RegExp): Promise<string>;
  close(): void;
}

let opened = 0;

/** Opens a terminal in a folder. */
export function openTerminal(columns: number, rows: number, cwd: string): Terminal {
  const socket = `attune-${process.pid}-${opened++}`;
  const tmux = (...args: readonly string[]) =>
    execFileSync("tmux", ["-L", socket, "-f", "/dev/null", ...args], {
      encoding: "utf8",
      env: { ...plainEnv(), TERM: "xterm-256color", LANG: "C.UTF-8" },
    });
  tmux(
    "new-session",
    "-d",
    "-x",
    `${columns}`,
    "-y",
    `${rows}`,
    "-c",
    cwd,
    "env",
    "PS1=$ ",
    "bash",
    "--norc",
    "--noprofile",
  );
  const screen = (styled = false) =>
    tmux("capture-pane", "-p", "-J", "-t", "0", "-S", "-1000", ...(styled ? ["-e"] : [])).trimEnd();
  return {
    type: keys => void tmux("send-keys", "-t", "0", keys, "Enter"),
    screen,
    async until(shown) {
      for (let tries = 0; tries < 300; tries++) {
        const now = screen();
        if (typeof shown === "string" ? now.includes(shown) : shown.test(now)) return now;
        await new Promise(resolve => setTimeout(resolve, 50));
      }
      throw new Error(`Expected ${String(shown)} on the screen:\n${screen()}`);
    },
    close: () => void tmux("kill-server"),
  };
}
