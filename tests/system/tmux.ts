import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { plainEnv } from "../cli/executable.js";

/** Whether tmux is on this machine. */
export const hasTmux = ["/usr/bin/tmux", "/usr/local/bin/tmux", "/opt/homebrew/bin/tmux"].some(existsSync);

/** A real terminal of so many columns and rows, to type into and to look at. */
export interface Terminal {
  type(keys: string): void;
  /** Keys by tmux's names, without Enter. */
  press(...keys: readonly string[]): void;
  /** Text as it is, without Enter. */
  write(text: string): void;
  resize(columns: number, rows: number): void;
  /** The screen once it has stopped changing. */
  settled(): Promise<string>;
  /** Whether an alternate screen is up, and the cursor shown. */
  mode(): { readonly alternate: boolean; readonly cursor: boolean };
  /** The title that what runs in it gave the window. */
  title(): string;
  /** Process id of what runs in the shell. */
  child(): string;
  /** What was written, lines that the terminal broke joined again; with `styled`, colours too. */
  screen(styled?: boolean): string;
  /** The rows that are shown, colours and all. */
  rows(): string;
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
    press: (...keys) => void tmux("send-keys", "-t", "0", ...keys),
    write: text => void tmux("send-keys", "-t", "0", "-l", text),
    resize: (width, height) => void tmux("resize-window", "-t", "0", "-x", `${width}`, "-y", `${height}`),
    async settled() {
      let before = "";
      for (let tries = 0; tries < 100; tries++) {
        await new Promise(resolve => setTimeout(resolve, 150));
        const now = screen();
        if (now === before && now !== "") return now;
        before = now;
      }
      throw new Error(`Expected the screen to settle:\n${before}`);
    },
    mode() {
      const [alternate, cursor] = tmux("display-message", "-p", "-t", "0", "#{alternate_on} #{cursor_flag}")
        .trim()
        .split(" ");
      return { alternate: alternate === "1", cursor: cursor === "1" };
    },
    title: () => tmux("display-message", "-p", "-t", "0", "#{pane_title}").trim(),
    child() {
      const shell = tmux("display-message", "-p", "-t", "0", "#{pane_pid}").trim();
      return execFileSync("ps", ["-o", "pid=", "--ppid", shell], { encoding: "utf8" })
        .trim()
        .split("\n")[0] as string;
    },
    screen,
    rows: () => tmux("capture-pane", "-p", "-e", "-t", "0").replace(/\n$/, ""),
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
