import {describe, expect, test} from 'vitest'
import {listStages, registerStages, stagesOf} from '../../src/cli/stages.js'
import {loadConfig} from '../../src/config/load.js'
import {builtInStages} from '../../src/config/stages.js'
import {plain} from '../../src/inspect/palette.js'
import {toyStages} from '../inspect/fixture.js'
import {helpOf} from './capture.js'

const entries = toyStages.map((stage, index) => ({stage, isOn: index !== 1, isCustom: index === 2}))

describe('palimpsest stages', () => {
  test('lists stages in order, on and off', () => {
    expect(listStages(entries, {}, plain)).toBe(
      [
        '1  join    v1  on    1 rule  Do join',
        '2  lift    v1  off   1 rule  Do lift',
        '3  strip   v1  on   2 rules  Do strip (your own)',
        '4  repeat  v1  on    1 rule  Do repeat',
        '5  names   v1  on    1 rule  Do names',
        '6  head    v1  on    1 rule  Do head',
        '',
      ].join('\n'),
    )
  })

  test('gives the same as JSON', () => {
    expect((JSON.parse(listStages(entries, {json: true}, plain)) as unknown[])[1]).toEqual({
      id: 'lift',
      version: 1,
      description: 'Do lift',
      rules: 1,
      isOn: false,
      isCustom: false,
    })
  })

  test('keeps a stage that is off in its place', async () => {
    const config = await loadConfig({cwd: '/'})
    const ids = builtInStages.map(({id}) => id)
    const [first] = ids
    const listed = await stagesOf({...config, stages: {...config.stages, [first!]: false}})
    expect(listed.map(({stage}) => stage.id)).toEqual(ids)
    expect(listed.map(({isOn}) => isOn)).toEqual(ids.map((id) => id !== first && config.stages[id] !== false))
    expect(listed.some(({isCustom}) => isCustom)).toBe(false)
  })

  test('has help with examples', () => {
    expect(helpOf(registerStages, 'stages')).toMatch(
      /Examples:\n {2}palimpsest stages .*\n {2}palimpsest stages --json/,
    )
  })
})
