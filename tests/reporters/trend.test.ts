import { HtmlValidate } from "html-validate";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { trendPage } from "../../src/reporters/html/trend.js";
import { trendCsv } from "../../src/reporters/shared/trend-csv.js";
import { sparkline } from "../../src/reporters/shared/trend-plot.js";
import { trendText } from "../../src/reporters/shared/trend-terminal.js";
import { page } from "./cases.js";
import { agent, team, trends } from "./trends.js";

const golden = (name: string) => `../golden/trend/${name}`;

describe.each([...trends])("%s", (name, trend) => {
  test.each([44, 80, 120])("for a terminal of %i columns", async width => {
    const text = trendText(trend, { ...page, width });
    await expect(text).toMatchFileSnapshot(golden(`${name}-${width}.txt`));
    for (const line of text.split("\n")) expect(stringWidth(line), line).toBeLessThanOrEqual(width);
  });

  test("colour adds nothing that is not there without it", () => {
    const colored = trendText(trend, { ...page, color: true });
    expect(colored).toContain("\u001B[");
    expect(colored.replace(/\u001B\[\d+m/g, "")).toBe(trendText(trend, page));
  });

  test("as CSV", async () => {
    await expect(trendCsv(trend, page)).toMatchFileSnapshot(golden(`${name}.csv`));
  });

  test("as a page that is valid, stands alone, and asks for nothing", async () => {
    const text = trendPage(trend, page);
    await expect(text).toMatchFileSnapshot(golden(`${name}.html`));
    const { results } = await validator.validateString(text);
    expect(
      results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
    ).toEqual([]);
    expect(text).not.toMatch(/<script|(?:src|srcset|action)="|url\(|@import| on\w+=| style="/);
    expect(text).toMatch(/content="default-src 'none'; style-src 'sha256-[\w+/]+=*'; img-src data:/);
  });
});

const validator = new HtmlValidate({
  extends: ["html-validate:standard", "html-validate:a11y", "html-validate:document"],
  rules: { "void-style": "off", "no-inline-style": "error", "long-title": "off" },
});

describe("what it does not say", () => {
  test("names are masked and harmless everywhere", () => {
    for (const text of [trendText(team, page), trendCsv(team, page), trendPage(team, page)]) {
      expect(text).not.toContain("bo@example.com");
      expect(text).not.toContain("\u001B");
    }
    expect(trendPage(team, page)).not.toContain("<b>");
    expect(trendText(team, { ...page, mask: false })).toContain("bo@example.com");
  });

  test("nobody has a rate below the least number, nor a rank", () => {
    const text = trendText(team, page);
    expect(text).toMatch(/Cleo.* 3 +too few$/m);
    expect(text.indexOf("Ana Doe  ")).toBeLessThan(text.indexOf("[email]  "));
  });

  test("nothing is joined over a new version, and the break is named", () => {
    const html = trendPage(team, page);
    const [first = ""] = html.split("</svg>");
    expect(first.match(/class="rate" d=/g)).toHaveLength(2);
    expect(first.match(/class="break"/g)).toHaveLength(1);
    expect(html).toContain("core 1.0 → 1.1: figures before and after do not compare");
    expect(trendText(team, page)).toContain("┄┄ core 1.0 → 1.1: figures before and after do not compare ┄┄");
  });

  test("an agent alone is not shown a table of others", () => {
    expect(trendText(agent, page)).not.toContain("In the order of their names");
  });

  test("a sparkline keeps the last points, and marks the break", () => {
    expect(sparkline(team.whole.points, 20)).toBe("▅▅█▅│▄▄▅");
    expect(sparkline(team.whole.points, 3)).toBe("▄▄▅");
  });
});
