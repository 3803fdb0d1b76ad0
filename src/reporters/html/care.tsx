import type { ReactNode } from "react";
import type { Boilerplate, Burden, Page } from "../../model/index.js";
import { CARE, careLine, oftenLine } from "../shared/care.js";

/** Who bore much on one day, and that care is due. */
export function Care({ burdens, page }: { burdens: readonly Burden[]; page: Page }): ReactNode {
  if (burdens.length === 0) return null;
  return (
    <section>
      <h3>Care is due</h3>
      <p className="soft">{CARE}</p>
      <Lines lines={burdens.map(burden => careLine(burden, page))} />
    </section>
  );
}

/** Warm words that have become a formula. */
export function SaidOften({ sentences, page }: { sentences: readonly Boilerplate[]; page: Page }): ReactNode {
  if (sentences.length === 0) return null;
  return (
    <section>
      <h3>The same words again and again</h3>
      <p className="soft">Empathy, apologies and thanks that an agent says word for word in many calls.</p>
      <Lines lines={sentences.map(sentence => oftenLine(sentence, page))} />
    </section>
  );
}

function Lines({ lines }: { lines: readonly string[] }): ReactNode {
  return (
    <ul>
      {lines.map(line => (
        <li key={line}>
          <bdi>{line}</bdi>
        </li>
      ))}
    </ul>
  );
}
