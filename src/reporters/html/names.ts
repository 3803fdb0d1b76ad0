/** Ids of the page: the nth audit, its turns and its findings; links are made of nothing else. */
export const auditId = (index: number): string => `a${index + 1}`;

/** Id of a turn as people count turns. */
export const turnId = (index: number, turn: number): string => `${auditId(index)}-t${turn + 1}`;

/** Id of a finding in the order of the checklist. */
export const findingId = (index: number, finding: number): string => `${auditId(index)}-f${finding + 1}`;
