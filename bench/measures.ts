/** What is measured of each server on each job; times in milliseconds, memory in megabytes. */
export type Measure =
  | 'start'
  | 'keystroke'
  | 'processorTime'
  | 'completion'
  | 'completionAgain'
  | 'hover'
  | 'hoverAgain'
  | 'memoryOpened'
  | 'memoryEdited'
  | 'startPushed'
  | 'keystrokePushed';

/** The values of one server on one job, of all rounds. */
export type Samples = Record<Measure, number[]>;

export function noSamples(): Samples {
  return {
    start: [],
    keystroke: [],
    processorTime: [],
    completion: [],
    completionAgain: [],
    hover: [],
    hoverAgain: [],
    memoryOpened: [],
    memoryEdited: [],
    startPushed: [],
    keystrokePushed: [],
  };
}
