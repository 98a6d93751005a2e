/** How many texts a rule took, and how many of them stand in the body. */
export interface MeasuredRow {
  readonly hits: number
  readonly inGold: number
}

export function readMeasured(path: string): Record<string, MeasuredRow>
export function writeMeasured(path: string, rows: ReadonlyMap<string, MeasuredRow>): void
export function measuredText(rows: ReadonlyMap<string, MeasuredRow>): string
export function harmRisen(
  was: Readonly<Record<string, MeasuredRow>>,
  rows: ReadonlyMap<string, MeasuredRow>,
): string[]
