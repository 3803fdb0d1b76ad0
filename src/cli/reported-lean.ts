/** A record of a report as it was read. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether a value read from a report has fields. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The lines of `--report jsonl-lean` as those of `jsonl`, as far as a review needs them; others as they are. */
export function fromLean(records: readonly Fields[]): readonly Fields[] {
  const [head] = records;
  if (head?.report !== "jsonl-lean") return records;
  const lists = listOf(head.checklists).filter(isFields);
  return records.flatMap(record => (record.kind === "lean" ? [auditOf(record, lists, head.passMark)] : []));
}

function auditOf(record: Fields, lists: readonly Fields[], passMark: unknown): Fields {
  const places = listOf(record.places).map(placeOf);
  const findings = lists.flatMap(({ name, checks }) =>
    Object.entries(fieldsOf(fieldsOf(record.findings)[String(name)])).map(([check, finding]) => ({
      checklist: name,
      ...findingOf(check, finding, fieldsOf(checks), places),
    })),
  );
  const momentOf = (moment: unknown): Fields | null => {
    if (!Array.isArray(moment)) return null;
    const [checklist, check, place] = moment;
    return { checklist, check, evidence: at(places, place) };
  };
  return {
    ...record,
    kind: "audit",
    passMark,
    checklists: lists.map(({ name, version, sha256 }) => ({ name, version, sha256 })),
    findings,
    signals: Object.entries(fieldsOf(record.signals)).flatMap(([detector, heard]) =>
      listOf(heard).map(one => signalOf(detector, one, places, listOf(record.speakers))),
    ),
    keep: momentOf(record.keep),
    change: momentOf(record.change),
  };
}

interface Placed extends Fields {
  readonly speaker: number;
}

function placeOf(place: unknown): Placed {
  const [turn, from, to, speaker, , quote] = listOf(place);
  return { turn, span: [from, to], quote, speaker: Number(speaker) };
}

const at = (places: readonly Placed[], number: unknown): Placed | null =>
  typeof number === "number" ? (places[number] ?? null) : null;

function findingOf(check: string, finding: unknown, checks: Fields, places: readonly Placed[]): Fields {
  const [verdict, message, evidence, opportunities, more] = listOf(finding);
  const { parts, ...rest } = fieldsOf(more);
  const { parts: inner, ...constants } = fieldsOf(checks[check]);
  const cues = listOf(opportunities).map(one => {
    const [cue, answer] = listOf(one);
    return { cue: at(places, cue), answer: at(places, answer) };
  });
  return {
    ...constants,
    ...rest,
    check,
    verdict,
    message,
    evidence: listOf(evidence).map(number => at(places, number)),
    ...(cues.length > 0 && { opportunities: cues }),
    ...(parts !== undefined && {
      parts: Object.entries(fieldsOf(parts)).map(([name, part]) =>
        findingOf(name, part, fieldsOf(inner), places),
      ),
    }),
  };
}

/** A signal's role is that of the turn of its first place, where it names no other. */
function signalOf(
  detector: string,
  heard: unknown,
  places: readonly Placed[],
  speakers: readonly unknown[],
): Fields {
  const given = typeof heard === "number" ? { at: [heard] } : fieldsOf(heard);
  const { at: numbers, ...rest } = given;
  const evidence = listOf(numbers).map(number => at(places, number));
  const [role] = listOf(speakers[evidence[0]?.speaker ?? -1]);
  return { detector, ...(role !== undefined && { role }), ...rest, evidence };
}
