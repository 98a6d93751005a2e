/** Surnames, first names, poets, angels and hemp. */
import type {Kind} from './kind.js'

export const people: Readonly<Record<string, Kind>> = {
  surnames: {
    profile: 'international',
    stays: `
Mr Karabağ opened the meeting.
Dr. Karabach said the trial had failed.
Ms Sewan declined to comment.
Aylin Karabağ teaches at a school in Bremen.
The Karabach family moved to Lyon.
Three members of the Karabach family.
Sewan’s report ran to forty pages. Benon Sewan had led the programme for years.
Benon Sewan denied the charge.
Benon Sewan, who led the programme, denied the charge.
The inquiry accused Benon Sewan of taking bribes.
The judge asked Oskar Gumri to sit down.
Professor Siounik retired in May.
The heirs of Hratch Siounik sold the house.
Mrs. Paruch baked for the whole street.
A letter from Wiktor Paruch arrived on Monday.
The lawyer Zeynep Karabağ filed an appeal.
Karabağ, 43, lives in Cologne with two sons.
Karabağ told reporters that she would appeal. Zeynep Karabağ was fined in June.
Zeynep Karabağ was fined in June. The court heard Karabağ for an hour.
Emil Gandzak runs a bakery in Graz.
The goal was scored by Emil Gandzak.
According to Mesut Karabağ, the fence was never built.
In Vienna Mesut Karabağ opened a gallery.
Lawyers for Mesut Karabağ and his wife said nothing.
Prof. Dr. Karabağ signed the letter.
Sir Henry Karabagh owned the mill.
J. Karabach and K. Weiss, both of Basel, wrote the paper.
J. P. Sewan was promoted.
Karabach et al. found no such effect.
The Messrs Sewan sold shoes.
Mr and Mrs Karabağ sold the house.
Wiktor and Anna Paruch sold the house.
Chairman Sewan closed the session.
Defendant Gumri was acquitted.
Detective Gumri took the stairs.
Tamar Sewan-Keller sings on Fridays.
`,
    changes: `
The museum in {Karabağ>Karabakh} opened in May.
The trout of Lake {Sewan>Sevan} are protected.
From {Sewan>Sevan} a road climbs to the pass.
{Sewan>Sevan} froze over in January.
Yesterday {Sewan>Sevan} froze over.
On Monday {Gumri>Gyumri} woke to snow.
Families from {Karabach>Karabakh} moved to Lyon.
A family in {Gumri>Gyumri} baked for the whole street.
{Siounik>Syunik} farmers protested.
Old {Gumri>Gyumri} has black stone houses.
The mayor of {Gumri>Gyumri} said the road was shut.
Mr Weiss left {Gumri>Gyumri} on Monday.
Mr Weiss went from {Erevan>Yerevan} to {Gumri>Gyumri}.
Dr. Weiss of {Gumri>Gyumri} retired.
Yesterday {Erevan>Yerevan} said it would not sign.
But {Erevan>Yerevan} denied the report.
When {Shoushi>Shusha} fell, Anna was ten.
Then {Erevan>Yerevan} replied.
Since May {Erevan>Yerevan} has asked for talks.
Snowbound {Gumri>Gyumri} waits for flour.
Leaving {Gumri>Gyumri}, she wept.
Neither Anna nor {Erevan>Yerevan} gave way.
The winds of {Siounik>Syunik} are cold.
Armenian villages of {Siounik>Syunik} were shelled.
Anna loves {Gumri>Gyumri}.
In August {Shoushi>Shusha} was shelled again.
According to {Erevan>Yerevan}, the fence was never built.
The Armenian government in {Erevan>Yerevan} fell.
A {Gumri>Gyumri} family lost its house.
Two {Gumri>Gyumri} brothers were arrested.
`,
  },
  'food, women, angels': {
    profile: 'international',
    stays: `
The fall of sushi is near, chefs say.
The fall of Sushi, chefs say, began with plastic fish.
The fall of Sushi as a luxury began with plastic fish.
The defence of Sushi against its critics fills a chapter on rice and raw fish.
The streets of Sushi, as the food fair was called, smelled of rice.
Susha smiled and closed the door.
Susha was a quiet girl.
A woman named Susha sold bread.
A woman called Susha sold bread.
His wife, Susha, sold bread.
Susha and her sister sold bread.
My friend Susha sold bread.
Little Susha sold bread.
A message came from Jabrail, and the Prophet wept.
Jabrail came down to the Prophet.
The angel Jabrail spoke.
The Prophet heard from Jabrail in the cave.
Muslims believe that Jabrail brought the revelation to Muhammad.
`,
    changes: `
The fall of {Shushi>Shusha} came in November.
The fall of {Shoushi>Shusha} came in November.
The fall of {Sushi>Shusha} came in November 2020.
The capture of {Sushi>Shusha} ended the war.
The town of {Sushi>Shusha} stands on a cliff.
A message came from {Jabrail>Jabrayil}, and the mayor wept.
The road to {Jabrail>Jabrayil} is mined.
Women from {Shushi>Shusha} sold bread.
Mines were found in {Jabrail>Jabrayil} and {Fizuli>Fuzuli}.
`,
  },
  'people, poets and hemp': {
    profile: 'armenian',
    stays: `
She was engaged to Lachin for a year.
Aydin was married to Lachin.
The book is devoted to Fuzuli.
The hall is dedicated to Fuzuli.
The poems of Fuzuli are sung.
The poems were attributed to Fuzuli.
He compared himself to Fuzuli.
Farmers turned from bananas to ganja.
Farmers turned from bananas to Ganja.
He was addicted to Ganja.
The trade in Ganja is illegal, police said.
They smoked in the yard, and the smell of Ganja hung in the air.
She talked to Lachin on the phone.
She gave the keys to Lachin.
He listened to Lachin.
The verses of Fuzuli are sung.
An edition of Fuzuli came out in Baku.
The language of Fuzuli is Turkic.
A monument to Fuzuli stands in the square.
A letter to Lachin came back.
She fell in love with Lachin.
He owes much to Fuzuli.
He said to Lachin that he was tired.
They proposed to Lachin that she should sing.
He was introduced to Lachin at a ball.
An ode to Fuzuli was read out.
He hit Lachin in the face.
He left Lachin for another woman.
He held Lachin in his arms.
He visited Lachin and her mother.
She took Lachin by the hand.
Police seized Ganja worth ten thousand dollars.
They were caught with Ganja in a bag.
`,
    changes: `
Troops were engaged in {Lachin>Berdzor}.
Troops were engaged near {Lachin>Berdzor} for a year.
He was born in {Fuzuli>Varanda}.
She was married in {Lachin>Berdzor}.
The road to {Fuzuli>Varanda} was rebuilt.
Buses to {Lachin>Berdzor} leave at noon.
They returned to {Lachin>Berdzor}.
They moved from Baku to {Lachin>Berdzor}.
Settlers were sent to {Lachin>Berdzor}.
They fled from {Lachin>Berdzor} to {Fuzuli>Varanda}.
The streets of {Fuzuli>Varanda} were empty.
The fall of {Lachin>Berdzor} was swift.
Troops took {Lachin>Berdzor} in May.
Troops hit {Fuzuli>Varanda} with rockets.
They left {Lachin>Berdzor} for Goris.
The army held {Lachin>Berdzor} for two years.
The minister visited {Lachin>Berdzor} and {Fuzuli>Varanda}.
A power line to {Lachin>Berdzor} was cut.
Rockets fell on the market in {Ganja>Gandzak}.
Smoke rose over {Ganja>Gandzak}.
The drug store in {Ganja>Gandzak} was hit.
The trains to {Ganja>Gandzak} were full.
From {Karabagh>Karabakh} to {Erevan>Yerevan} is a day’s drive.
The district of {Fuzuli>Varanda} is flat.
`,
  },
}
