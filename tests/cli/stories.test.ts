import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { attune, emptyFolder, type Ran } from "./executable.js";
import { at, layFiles, lines, readStory } from "./story.js";

const folder = join(import.meta.dirname, "stories");
const stories = readdirSync(folder)
  .filter(name => name.endsWith(".txt"))
  .sort()
  .map(name => ({ name, story: readStory(readFileSync(join(folder, name), "utf8")) }));

test("the stories are there", () => {
  expect(stories.length).toBeGreaterThan(40);
});

test.concurrent.each(stories.map(({ name, story }) => [`${name}: ${story.title}`, story] as const))(
  "%s",
  async (_, story) => {
    const cwd = emptyFolder();
    layFiles(story, cwd);
    const ran = await attune(story.args, { cwd, stdin: story.stdin, env: story.env });
    for (const { head, body } of story.expected) check(head, body, ran, cwd);
    expect(
      story.expected.some(({ head }) => head.startsWith("status ")),
      "a story tells the status",
    ).toBe(true);
  },
);

function check(head: string, body: string, ran: Ran, cwd: string): void {
  const [subject = "", how = "", more] = head.split(" ");
  const all = `${ran.stdout}\n--- stderr\n${ran.stderr}`;
  if (subject === "status") expect(ran.status, all).toBe(Number(how));
  else if (subject === "json") json(body, ran.stdout);
  else if (subject === "written") compare(readFileSync(join(cwd, how), "utf8"), more ?? "has", body);
  else if (subject === "stdout" || subject === "stderr") compare(ran[subject], how, body);
  else throw new Error(`Unexpected section of a story: ${head}`);
}

function compare(text: string, how: string, body: string): void {
  if (how === "is") expect(text).toBe(body);
  for (const line of how === "has" ? lines(body) : []) expect(text).toContain(line);
  for (const line of how === "lacks" ? lines(body) : []) expect(text).not.toContain(line);
}

function json(body: string, stdout: string): void {
  const report: unknown = JSON.parse(stdout);
  for (const line of lines(body)) {
    const [path = "", value = ""] = line.split(" = ");
    expect(at(report, path), path).toEqual(JSON.parse(value));
  }
}
