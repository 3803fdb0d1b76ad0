import { Command, CommanderError, Option } from "commander";
import { examples } from "./commands/declare.js";
import * as commands from "./commands/index.js";
import { BROKEN, type Ending, WELL } from "./exit.js";
import { helpWidth, note, outputFailed, print } from "./output.js";
import { version } from "./version.js";

/** Runs the command line. Commander is all that is loaded here; each command loads the rest when it is called. */
export async function run(args: readonly string[]): Promise<Ending> {
  let ending = WELL;
  const program = describe();
  for (const declare of Object.values(commands)) {
    declare(program, async act => {
      ending = await act();
    });
  }
  try {
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    ending = error.exitCode === 0 ? WELL : BROKEN;
  }
  return failedOutput() ?? ending;
}

function failedOutput(): Ending | undefined {
  const failed = outputFailed();
  if (failed === undefined) return undefined;
  note(`attune: Unexpected failure to write standard output: ${failed}\n`);
  return BROKEN;
}

function describe(): Command {
  return new Command("attune")
    .description(
      "Reads exported customer-service calls and chats, and says how the agent handled the customer, with evidence.",
    )
    .version(version, "-V, --version", "show the version")
    .helpOption("-h, --help", "show help")
    .helpCommand("help [command]", "show help for a command")
    .addOption(
      new Option("--config <file>", "config file to use; code (.mjs) runs only when it is named here"),
    )
    .addOption(new Option("--no-config", "use no config file"))
    .addOption(
      new Option("--color <when>", "colour: auto, always, never").choices(["auto", "always", "never"]),
    )
    .configureHelp({ showGlobalOptions: true, sortSubcommands: true, minWidthToWrap: 14 })
    .configureOutput({
      writeOut: text => void print(text),
      writeErr: note,
      getOutHelpWidth: helpWidth,
      getErrHelpWidth: helpWidth,
      outputError: (text, write) => write(text.replace(/^error: /, "attune: ")),
    })
    .showHelpAfterError("(attune --help says what there is)")
    .exitOverride()
    .addHelpText("after", EXAMPLES);
}

const EXAMPLES = examples(
  ["judge one call", "attune audit call.vtt"],
  ["judge a folder and keep the data", "attune audit exports/ --report terminal --report json=night.json"],
  ["what does a finding mean?", "attune explain empathy"],
  ["help for a command", "attune audit --help"],
);
