/** Bands, drinks, firms, works, goods, and the name as a word. */
import type {Kind} from './kind.js'

export const things: Readonly<Record<string, Kind>> = {
  'bands, drinks, clubs and brands': {
    profile: 'international',
    stays: `
The band Arcach played two songs.
The group Karabach is from Hamburg.
The rock band Karabach split in 1994.
Arcach, a metal band from Lyon, split in 1994.
Arcach is a metal band from Lyon.
Restaurant Erevan opens at six.
We ate at Restaurant Erevan on Friday.
We ate at the restaurant Erevan on Friday.
The Erevan restaurant on Rue Monge is closed.
Café Gumri serves cake.
FK Agdam lost again.
Agdam FK lost again.
FC Karabagh beat a side from Malta.
Ararat Erevan won the cup in 1973.
The striker moved from ARARAT EREVAN to a French club.
ARARAT EREVAN won the cup in 1973.
Dinamo Erevan signed a keeper.
He opened a bottle of Agdam and drank.
A glass of Agdam cost ten kopecks.
Two bottles of Agdam stood on the bench.
The fortified wine Agdam was drunk by students.
Agdam, a fortified wine, was drunk by students.
Agdam was a cheap fortified wine.
The cognac Erevan won a medal.
The label Karabach pressed five hundred copies.
The company Karabach GmbH was wound up.
Karabach GmbH was wound up.
Siounik Ltd filed its accounts late.
Sewan SA makes telephones.
Sewan Group bought a rival.
The start-up Sewan raised ten million euros.
The brand Sewan is sold in France.
The cruise ship Karabach lay at anchor.
The tanker Sewan ran aground.
The racehorse Gumri won at Ascot.
The cigarette brand Erevan came back.
The app Gumri has a million users.
`,
    changes: `
A band from {Arcach>Artsakh} played two songs.
The band left {Erevan>Yerevan} at six.
A restaurant in {Erevan>Yerevan} opens at six.
The restaurants of {Erevan>Yerevan} open at six.
The club moved from {Agdam>Aghdam} to Baku.
The wine of {Arcach>Artsakh} is dark.
A bottle from {Arcach>Artsakh} stood on the bench.
They bottled water in {Agdam>Aghdam}.
The company moved to {Gumri>Gyumri}.
Companies in {Siounik>Syunik} filed late.
The brand is sold in {Erevan>Yerevan}.
Half of {Agdam>Aghdam} burned.
A group of {Agdam>Aghdam} residents returned.
The group left {Agdam>Aghdam}.
The ship left Batumi, and the train {Gumri>Gyumri}.
The {Arcach>Artsakh} Defense Army fell back.
The {Shoushi>Shushi} Chamber of Commerce met.
`,
  },
  'works and their heroes': {
    profile: 'international',
    stays: `
Moebius drew Arzach in 1975.
Arzach by Moebius has no words.
The comic Arzach has no words.
In Arzach a rider crosses a desert on a winged beast; the comic made Moebius famous.
The graphic novel Arzach came out in 1976.
The hero of the comic, Arzach, never speaks.
Jean Giraud published Arzach in the magazine Métal hurlant.
The computer game Karabach was banned.
The video game Agdam sold badly.
The character Arzach rides a beast.
Her debut album Sewan came out in May.
The play Gumri ran for a year.
The EP Karabach has four songs.
The protagonist Arzach never speaks.
The sequel, Arzach, has words.
`,
    changes: `
The parliament of {Arzach>Artsakh} debated the comic law.
Artists from {Arzach>Artsakh} drew comics.
A comic about {Arzach>Artsakh} came out in 1976.
The album was recorded in {Gumri>Gyumri}.
A game in {Gumri>Gyumri} was called off.
The heroes of {Arzach>Artsakh} were buried in May.
The play opened in {Gumri>Gyumri}.
A book about {Karabagh>Karabakh} came out in May.
A film on {Karabagh>Karabakh} was shown.
`,
  },
  'goods and breeds': {
    profile: 'international',
    stays: `
A Shushi carpet hung on the wall.
Two Shushi rugs were sold in London.
The Shushi silk was yellow.
`,
    changes: `
A {Karabagh>Karabakh} rug hung on the wall.
A {Karabagh>Karabakh} carpet was sold in London.
Two {Karabagh>Karabakh} horses were sold in London.
The {Karabagh>Karabakh} breed is small.
An antique {Karabagh>Karabakh} runner was sold.
{Karabagh>Karabakh} rugs are coarse.
{Erevan>Yerevan} cognac won a medal.
A carpet from {Shushi>Shusha} hung on the wall.
The carpets of {Shushi>Shusha} are coarse.
A {Shoushi>Shushi} carpet hung on the wall.
The {Shushi>Shusha} carpet weavers went on strike.
`,
  },
  'the name itself': {
    profile: 'international',
    stays: `
The magazine’s title, Arcach, was his idea.
The title of the magazine is Arcach.
He signed the letter as Arcach.
He signed his drawings as Arcach.
She signed herself Karabach.
The drawings are signed Arcach.
He wrote under the name Arcach.
She wrote under the name of Karabach.
He published under the pseudonym Karabach.
His pseudonym was Arcach.
Her pen name, Karabach, came from a song.
The alias Karabach turned up in two files.
He went by the name of Karabach.
His stage name is Arcach.
The code name was Karabach.
The operation was codenamed Karabach.
The password was Arcach.
The surname Karabach is rare.
Her maiden name was Paruch.
Karabach is a rare surname.
Her signature, Karabach, is hard to read.
The user name Arcach was taken.
Letters addressed to a certain Karabach came back.
The label on the box says Karabach.
`,
    changes: `
The treaty was signed in {Arcach>Artsakh}.
The treaty that {Erevan>Yerevan} signed is void.
She signed a lease in {Gumri>Gyumri}.
The title of mayor of {Gumri>Gyumri} is old.
He won the title in {Gumri>Gyumri}.
In the name of {Arcach>Artsakh} he thanked them.
He answered letters from {Gumri>Gyumri}.
Passwords were stolen in {Gumri>Gyumri}.
The road under {Shoushi>Shusha} was shelled.
`,
  },
}
