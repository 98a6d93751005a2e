/**
 * Let requests through in turn: so many at once in all, so many at once and so far apart to each host, and none to a host
 * that has asked to be left alone for a while.
 */
import pLimit, {type LimitFunction} from 'p-limit'

export interface GateOptions {
  /** Requests under way at once. */
  readonly concurrency: number
  /** Those of them to one host. */
  readonly perHost: number
  /** Least time between the beginnings of two requests to one host, in milliseconds. */
  readonly delay: number
}

interface Gate {
  readonly limit: LimitFunction
  /** When the next request may begin, by the clock of `performance.now`. */
  next: number
  /** Until when the host wants no more. */
  pausedUntil: number
}

export class Gates {
  readonly #options: GateOptions
  readonly #overall: LimitFunction
  readonly #gates: Map<string, Gate> = new Map()

  constructor(options: GateOptions) {
    this.#options = options
    this.#overall = pLimit(options.concurrency)
  }

  /** Do one request to a host when its turn has come. Who waits for a host's sake takes no place from others. */
  run<Value>(host: string, request: () => Promise<Value>): Promise<Value> {
    const gate = this.#gate(host)
    return gate.limit(async () => {
      for (;;) {
        for (let wait = waitOf(gate); wait > 0; wait = waitOf(gate)) await sleep(wait)
        const outcome = await this.#overall(async () => {
          // Before there was a place, another of the host may have begun, or it may have asked for a pause.
          if (waitOf(gate) > 0) return undefined
          gate.next = performance.now() + this.#options.delay
          return {value: await request()}
        })
        if (outcome) return outcome.value
      }
    })
  }

  /** Send nothing to a host for a time, in milliseconds. */
  pause(host: string, time: number): void {
    const gate = this.#gate(host)
    gate.pausedUntil = Math.max(gate.pausedUntil, performance.now() + time)
  }

  #gate(host: string): Gate {
    let gate = this.#gates.get(host)
    if (!gate) {
      gate = {limit: pLimit(this.#options.perHost), next: 0, pausedUntil: 0}
      this.#gates.set(host, gate)
    }
    return gate
  }
}

/** How long it is until a request may begin, in milliseconds. */
function waitOf({next, pausedUntil}: Gate): number {
  return Math.max(next, pausedUntil) - performance.now()
}

/** Wait, in milliseconds. */
export function sleep(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.ceil(time)))
}
