/** Below so many scored conversations a rate says more about the conversations than about who held them. */
export const FEWEST = 20;

/** How the groups of a run are called. */
export const GROUPS = { agent: "Agents", team: "Teams", queue: "Queues", day: "Days" } as const;

/** Why nobody is ranked. */
export const NO_RANK = `Names stand in their order: rates and means are shown from ${FEWEST} scored conversations on, and are no measure of a person. Who gets the hard calls scores lower on them.`;
