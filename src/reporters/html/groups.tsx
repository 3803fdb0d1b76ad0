import type { ReactNode } from "react";
import type { GroupCount, Page } from "../../model/index.js";
import { FEWEST, GROUPS, NO_RANK } from "../shared/fewest.js";
import { nameOf } from "../shared/private.js";
import { wilson } from "../shared/wilson.js";
import { figure } from "../shared/wording.js";

/** Agents, teams, queues and days by name; only those with calls enough have figures, and nobody a rank. */
export function Groups({ groups, page }: { groups: readonly GroupCount[]; page: Page }): ReactNode {
  const kinds = (Object.keys(GROUPS) as GroupCount["by"][]).filter(kind =>
    groups.some(({ by }) => by === kind),
  );
  return kinds.map((kind, i) => (
    <Group
      key={kind}
      title={GROUPS[kind]}
      note={i === 0 ? NO_RANK : undefined}
      rows={groups.filter(({ by }) => by === kind)}
      page={page}
    />
  ));
}

function Group({
  title,
  note,
  rows,
  page,
}: {
  title: string;
  note: string | undefined;
  rows: readonly GroupCount[];
  page: Page;
}): ReactNode {
  return (
    <section>
      <h3>{title}</h3>
      {note && <p className="soft">{note}</p>}
      <table className="narrow">
        <thead>
          <tr>
            <th scope="col">{title}</th>
            {["Conversations", "Above the bar", "Interval", "Mean score"].map(name => (
              <th key={name} scope="col" className="number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <Row key={row.name} row={row} page={page} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({
  row: { name, audits, scored, passed, meanScore },
  page,
}: {
  row: GroupCount;
  page: Page;
}): ReactNode {
  const interval = scored < FEWEST ? undefined : wilson(passed, scored);
  const percent = (rate: number): string => `${Math.round(100 * rate)}`;
  return (
    <tr>
      <th scope="row">
        <bdi>{nameOf(name, page)}</bdi>
      </th>
      <td className="number">{audits}</td>
      <td className="number">{interval ? `${percent(interval.rate)} %` : "too few"}</td>
      <td className="number">{interval && `${percent(interval.low)}–${percent(interval.high)} %`}</td>
      <td className="number">{interval && meanScore !== null && figure(meanScore)}</td>
    </tr>
  );
}
