/** What is known of one of several files for ordering them: its jobs' ids, and that of the job it is linked to. */
export interface Chained {
  ids: readonly string[];
  linkedJobId?: string;
}

/** For each file the index of the file that is its linked job, where that is among them. A file is not its own. */
export function parentsOf(files: readonly Chained[]): (number | undefined)[] {
  const byId = new Map<string, number>();
  for (const [index, { ids }] of files.entries())
    for (const id of ids) if (!byId.has(id.toLowerCase())) byId.set(id.toLowerCase(), index);
  return files.map(({ linkedJobId }, index) => {
    const parent = linkedJobId === undefined ? undefined : byId.get(linkedJobId.toLowerCase());
    return parent === index ? undefined : parent;
  });
}

/** The files that wait for each other, each circle from its first file on, in the order in which they wait. */
export function circlesIn(parents: readonly (number | undefined)[]): number[][] {
  const circles: number[][] = [];
  const done = new Set<number>();
  for (const start of parents.keys()) {
    const way: number[] = [];
    let at: number | undefined = start;
    while (at !== undefined && !done.has(at)) {
      done.add(at);
      way.push(at);
      at = parents[at];
    }
    if (at !== undefined && way.includes(at)) circles.push(way.slice(way.indexOf(at)));
  }
  return circles;
}

/** Every file after the one that is its linked job, and otherwise in the order given. Files of a circle are as given. */
export function parentsFirst(parents: readonly (number | undefined)[]): number[] {
  const order = new Set<number>();
  for (const start of parents.keys()) {
    const way: number[] = [];
    for (let at: number | undefined = start; at !== undefined && !order.has(at) && !way.includes(at); at = parents[at])
      way.push(at);
    for (const index of way.reverse()) order.add(index);
  }
  return [...order];
}
