/**
 * Each kind of context, with each place that has two names, under each profile: `{}` follows the profile, `<>` stays.
 * `<P>` and `<Q>` are the two names.
 */
import {describe, expect, test} from 'vitest'
import {gazetteer} from '../../pipeline/canonicalize-names/gazetteer/index.js'
import {optionsOf, runNames} from './stage.js'

const contexts: Readonly<Record<string, string>> = {
  'running text': `
The road to {} was closed, and the hospital in {} had no light.
Fog settled over {} before noon.
Electricity returned to {} on Friday evening.
A bus goes to {} twice a week, and the view from {} is wide.
The {}-based group left {} by bus.
The Yerevan–{} road was shut from {} on.
They came from Hadrut to {} and on to Chartar.
# Five Dead in {} After Shelling
NEAR {}, SOLDIERS DUG IN
In {} President Sahakyan spoke, and in {} Armenian guns fired.
Mr Aliyev visited {} in May, said a boy from {} who whistled.
He called from {} at night for help.
In other words, troops entered {}.`,
  quotations: `
"We lost <>. We lost everything," he said. The road to {} was shut.
‘We lost <>. We lost everything,’ he said. The road to {} was shut.
«We lost <>. We lost everything», he said. The road to {} was shut.
„We lost <>. We lost everything“, he said. The road to {} was shut.
»We lost <>. We lost everything«, he said. The road to {} was shut.
“We heard “<>” and <> again,” he said. The road to {} was shut.
“When they took <>,” he said, “my father wept for <>.” The road to {} was shut.
“We left <>.¶“We came back to <>.¶“And <> was empty.”¶The road to {} was shut.
“We left <>.¶We came back to <>.¶And <> was empty.” The road to {} was shut.
"We left <>.¶We came back to <>.¶And <> was empty." The road to {} was shut.
He forgot to close “his story of <>.¶The road to {} was shut, and nobody said “no”.
> We left <>.¶The road to {} was shut.
The minister said: We shall return to <>. There is no other way.
Q: When did you leave <>?
The slogan on the wall was: Hands off <>
The '90s were hard in {}, and the teachers' strike in {} went on.
The 6' 2" guard stood by a 10" pipe in {}.`,
  'titles of works': `
*The Fall of <>* won a prize, and in {} it rained.
His memoir, The Road to <>, was translated.
His novel Return to <> sold out.
The newspaper <> Today ceased to appear.
See Brandt (1988), <> in Watercolour, Basel.`,
  'organisations and events': `
The <> State University opened a branch in {}.
<> United lost to a team from {}.
The Bank of <> was founded in 1996.
Radio <> fell silent.
THE BATTLE OF <> BEGAN
The battle of <> began, and the hospital in {} filled.
The <>–Goris operation is taught at academies.
The <> International Music Festival was held in {}.
The <> Archaeological Expedition published its report.`,
  addresses: `
Write to info@<>.am or see https://example.org/<>/map about the road to {}.
Follow @<>_news and #<>Strong from the road to {}.
The road to [{}](https://example.org/<>) is \`<>\` in the table.`,
  pairs: `
The town of <P>/<Q> is small.
<P> (in Azerbaijani <Q>) is small.
<P>, which Azerbaijanis call <Q>, is small.
<P>, renamed <Q> in 1992, is small.
<P> is the same town (on their maps <Q>), and small.
<P> became <Q> in 1992.
The town has two names, <P> and <Q>.
Whether it is <P> or <Q> is a matter of faith.`,
  'the name itself': `
How <> got its name is disputed.
<> is a corruption of a Turkic word.
Historians derive <> from a word for branch.
The stress in <> falls on the last syllable.
On Soviet maps it appears as <>.
We use <> in this article because readers know it.
Newspapers write <>; officials do not.
For other uses, see <> (disambiguation).`,
  'persons and things of the name': `
Captain <> smiled.
His daughter <> was born in May.
<>, 34, lives by the sea.
<> was a singer of ballads.
The ship <> left Odessa.`,
  'other places': `
<> is a village near Adana, Turkey.
The Iranian village of <> is hot.`,
}

/** The names of each place that the two traditions call differently. */
const places = gazetteer.flatMap(({id, forms, needs, stays}) => {
  const {armenian, azerbaijani} = forms
  if (armenian === undefined || azerbaijani === undefined || stays) return []
  return [needs?.[armenian], needs?.[azerbaijani]].includes('never') ? [] : [{id, armenian, azerbaijani}]
})

describe.each(['international', 'armenian', 'azerbaijani', 'same-tradition'])('profile %s', (profile) => {
  const options = optionsOf({profile})
  /** What the profile makes of a name in the plainest of sentences. */
  const plain = (form: string): string =>
    /to (.*) was/.exec(runNames(`The road to ${form} was closed.`, options).text)![1]!
  test('there are places to try', () => expect(places.length).toBeGreaterThan(8))
  for (const [kind, lines] of Object.entries(contexts)) {
    test.each(lines.trim().split('\n'))(`${kind}: %s`, (line) => {
      for (const {armenian, azerbaijani} of places) {
        for (const [form, other] of [
          [armenian, azerbaijani],
          [azerbaijani, armenian],
        ] as const) {
          const isShouted = !/[a-z]/.test(line)
          const write = (free: string): string => {
            const text = line
              .replaceAll('{}', free)
              .replaceAll(/<P?>/g, form)
              .replaceAll('<Q>', other)
              .replaceAll('¶', '\n\n')
            return isShouted ? text.toUpperCase() : text
          }
          const once = runNames(write(form), options).text
          expect(once).toBe(write(plain(form)))
          expect(runNames(once, options).text).toBe(once)
        }
      }
    })
  }
})
