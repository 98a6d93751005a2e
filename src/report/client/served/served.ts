/** Speak to the server of a report that is served. Its address, and with it the secret, is that of the page. */
import type {ReportApi} from '../api.js'

async function ask<Answer>(action: string, value: unknown): Promise<Answer> {
  const response = await fetch(`api/${action}`, {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify(value),
  }).catch(() => {
    throw new Error('The program that served this report has ended; start `palimpsest report --serve` again.')
  })
  const answer = (await response.json()) as Answer & {error?: string}
  if (!response.ok) throw new Error(answer.error ?? `The server answered ${response.status}`)
  return answer
}

const palimpsestApi: ReportApi = {
  decide: (wish) => ask('decide', wish),
  undo: (id) => ask('undo', {id}),
  list: () => ask('list', {}),
  apply: () => ask('apply', {}),
}
Object.assign(globalThis, {palimpsestApi})
