import type { ReactNode } from "react";
import type { AgentCount, Page } from "../../model/index.js";
import { nameOf } from "../shared/private.js";
import { figure } from "../shared/wording.js";

/** Below so many calls a mean says more about the calls than about the agent. */
const FEWEST = 20;

/** Agents by name; only those with calls enough have a mean, and nobody a rank. */
export function Agents({ agents, page }: { agents: readonly AgentCount[]; page: Page }): ReactNode {
  return (
    <section>
      <h3>Agents</h3>
      <p className="soft">
        In the order of their names: a mean is shown from {FEWEST} conversations on, and is no measure of a
        person. Who gets the hard calls scores lower on them.
      </p>
      <table className="narrow">
        <thead>
          <tr>
            <th scope="col">Agent</th>
            <th scope="col" className="number">
              Conversations
            </th>
            <th scope="col" className="number">
              Mean score
            </th>
          </tr>
        </thead>
        <tbody>
          {agents.map(({ agent, audits, meanScore }) => (
            <tr key={agent}>
              <th scope="row">
                <bdi>{nameOf(agent, page)}</bdi>
              </th>
              <td className="number">{audits}</td>
              <td className="number">
                {audits < FEWEST || meanScore === null ? "too few" : figure(meanScore)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
