import { neutralLine, xml } from "../../safety/index.js";

/** No export says when it was judged, and a report reads no clock. */
export const NO_TIME = "1970-01-01T00:00:00";

/** What stands around a JUnit document. */
export const JUNIT_OPEN = '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n';
/** Its end. */
export const JUNIT_CLOSE = "</testsuites>\n";

/** A suite as its opening tag counts it; `time` in ISO 8601 without a zone. */
export interface Suite {
  readonly name: string;
  readonly id: number;
  readonly time: string;
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
}

/** A suite around its test cases, with what it has to say beside them. */
export function suite(
  { name, id, time, tests, failures, errors }: Suite,
  cases: string,
  out: string,
): string {
  const open = xml`  <testsuite name="${named(name)}" package="attune" id="${id}" timestamp="${time}" hostname="localhost" tests="${tests}" failures="${failures}" errors="${errors}" time="0">`;
  return `${open}\n    <properties/>\n${cases}${xml`    <system-out>${out}</system-out>`}\n    <system-err/>\n  </testsuite>\n`;
}

/** How a test case came out: without one of these it passed. */
export interface Came {
  readonly as: "failure" | "error" | "skipped";
  readonly message: string;
  readonly type?: string;
  readonly text?: string;
}

/** One test case. */
export function testcase(name: string, classname: string, came?: Came): string {
  const open = xml`    <testcase name="${named(name)}" classname="${named(classname)}" time="0"`;
  return came === undefined ? `${open}/>\n` : `${open}>${outcome(came)}</testcase>\n`;
}

function outcome({ as, message, type = as, text = "" }: Came): string {
  if (as === "skipped") return xml`<skipped message="${message}"/>`;
  if (as === "error") return xml`<error message="${message}" type="${type}"/>`;
  return xml`<failure message="${message}" type="${type}">${text}</failure>`;
}

/** A name on one line, never empty. */
const named = (text: string): string => neutralLine(text).trim() || "(no name)";
