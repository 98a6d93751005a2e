/**
 * Sentences by the kind of thing that a name is of: what stays, and beside it what looks alike and must change. `{Old>New}` is
 * what the profile writes; a sentence without it stays as it is.
 */
export interface Kind {
  readonly profile: 'international' | 'armenian'
  /** What is no place of the gazetteer, or is named by others. */
  readonly stays: string
  /** Places, in sentences much like those. */
  readonly changes: string
}

export const kinds: Readonly<Record<string, Kind>> = {
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
  'other places': {
    profile: 'international',
    stays: `
Gandja is a town in Guinea.
Gandja, in Guinea, has a market.
Gandja, Guinea, has a market.
In Gandja, Guinea, it rained.
The market of Gandja in Guinea burned.
Bakou is a village in Burkina Faso.
Bakou, a commune in western Burkina Faso, has a school.
The Burkinabe village of Bakou has a school.
Bakou lies in Burkina Faso.
The Choucha camp in Tunisia was closed.
Choucha camp, near the Libyan border, was closed.
Refugees stayed at Choucha in southern Tunisia.
The Tunisian camp of Choucha was closed.
Hankendi is a town in Elazığ Province.
Hankendi, in the province of Elazığ, has a weekly market.
Hankendi is a town in the Elazığ district of Turkey.
The Turkish town of Hankendi has a weekly market.
Karabağ is a village in Konya Province, Turkey.
Karabağ is a neighbourhood of Bodrum.
Agdam is a village in Iran.
Sewan is a town in Sindh, Pakistan.
Gumri, a river in Bangladesh, floods each year.
Varanda is a village in Peru.
The Peruvian village of Erevan has a chapel.
Erevan, Idaho, has one street.
`,
    changes: `
{Agdam>Aghdam} is a town in Azerbaijan.
{Agdam>Aghdam}, in western Azerbaijan, was empty.
{Gumri>Gyumri} is the second city of Armenia.
{Bakou>Baku} exports oil to Guinea.
A delegation from Guinea visited {Bakou>Baku}.
A camp near {Agdam>Aghdam} was closed.
The refugee camp in {Agdam>Aghdam} was closed.
The Armenian town of {Gumri>Gyumri} has black houses.
The town of {Hankendi>Stepanakert} in Karabakh was shelled.
The Turkish ambassador visited {Gumri>Gyumri}.
The Turkish border near {Gumri>Gyumri} is closed.
{Gumri>Gyumri}, near the Turkish border, is cold.
{Gumri>Gyumri} lies near the border with Turkey.
{Erevan>Yerevan} and Turkey signed.
In {Erevan>Yerevan}, Turkey was the topic.
Flights from {Erevan>Yerevan} to Tunisia resumed.
The representation of {Arcach>Artsakh} in France was closed.
Refugees from {Shoushi>Shusha} in Russia sent money.
A report on {Karabagh>Karabakh} in Germany was read out.
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
  'more of them': {
    profile: 'international',
    stays: `
Karabach GmbH & Co. KG filed for bankruptcy.
Ruben Karabağ plays the oud in Izmir.
Police arrested Deniz Karabağ on Friday.
Ms. Deniz Karabağ was arrested on Friday.
Investigators questioned Karabağ for hours. Deniz Karabağ is a banker from Mersin.
The painter Sewan was born in Aleppo.
Under-Secretary-General Benon Sewan resigned.
Mr. Sewan resigned. Sewan had led the programme.
Volker and Sewan wrote the report, and Sewan signed it. Mr Sewan is a lawyer.
Heinz Karabach (1920–1990) was a chemist.
The chemist Heinz Karabach died in 1990.
Lt. Gumri fired twice.
Officer Gumri fired twice.
Coach Gumri picked a young side.
Gumri scored twice for Malmö. Selim Gumri joined in May.
The Sewan brothers run a garage.
The Karabağs live upstairs.
Jazz trio Karabach plays on Friday.
They drank Agdam from tin mugs, a fortified wine of the eighties.
A shot of Erevan, the brandy, came with lemon.
We stayed at the Hotel Erevan in Paris.
Bar Gumri is open late.
Ararat Erevan beat Bayern.
FK Karabakh Agdam drew with Neftchi.
The hedge fund Karabach lost money.
The yacht Arcach was sold.
The horse Karabach won at Baden-Baden.
Arzach, the silent hero of Moebius, rides a pterodactyl.
The manga Arzach was a hit.
Her novel Arcach is out.
The TV series Karabach was cancelled.
Gandja, a town of Guinea, lies on a river.
The road from Gandja to Conakry, in Guinea, is bad.
Bakou, Burkina Faso, has a school.
Choucha, a transit camp in Tunisia, was emptied.
The camp at Choucha, Tunisia, was emptied.
Agdam, Iran, is a hamlet.
The Iraqi village of Agdam is a hamlet.
Karabağ, a district of Ankara, has a mosque.
The author, who signs as Arcach, is from Łódź.
The blogger known as Arcach is from Łódź.
The nom de guerre Arcach was his own.
His nickname was Arcach.
The file was called Arcach.
He entered the chat as Arcach.
Chefs discuss the fall of Sushi: prices rose.
Susha, a nurse, came home.
Jabrail is the angel of revelation.
The archangel Jabrail came from heaven.
`,
    changes: `
In {Karabağ>Karabakh} the harvest was good.
Soldiers from {Karabağ>Karabakh} came home.
The war over {Karabagh>Karabakh} lasted six years.
{Karabagh>Karabakh} was quiet on Friday.
Yerevan says {Karabagh>Karabakh} must decide.
The people of {Karabagh>Karabakh} voted.
The {Karabagh>Karabakh} conflict is frozen.
{Karabagh>Karabakh} Armenians fled.
The President of {Arcach>Artsakh} resigned.
President Sahakyan of {Arcach>Artsakh} resigned.
Bako Sahakyan, president of {Arcach>Artsakh}, resigned.
{Arcach>Artsakh} President Sahakyan resigned.
{Arcach>Artsakh} Foreign Minister Mayilian spoke.
Last year {Arcach>Artsakh} had a surplus.
For {Arcach>Artsakh}, winter came early.
Independent {Arcach>Artsakh} was its aim.
Little {Arcach>Artsakh} stood alone.
Neighbouring {Siounik>Syunik} took in refugees.
Southern {Siounik>Syunik} was cut off.
Pashinyan visited {Gumri>Gyumri}.
Nikol Pashinyan visited {Gumri>Gyumri}.
Pashinyan’s {Erevan>Yerevan} was not amused.
Baku and {Erevan>Yerevan} agreed.
Moscow, {Erevan>Yerevan} and Baku agreed.
Both {Erevan>Yerevan} and Baku agreed.
Officials in {Erevan>Yerevan} said so.
{Erevan>Yerevan}, the capital, was calm.
{Erevan>Yerevan} is a city of a million.
{Gumri>Gyumri} is a cold city with a good restaurant.
{Gumri>Gyumri} has a band, a brewery and a theatre.
The restaurant moved to {Gumri>Gyumri}.
Musicians from {Gumri>Gyumri} formed a band.
The company’s {Erevan>Yerevan} office closed.
An {Erevan>Yerevan} court freed him.
{Erevan>Yerevan} Mayor Avinyan resigned.
{Erevan>Yerevan}-born Anna Weiss sings.
Anna Weiss from {Erevan>Yerevan} sings.
Anna of {Gumri>Gyumri} sings.
Anna left {Gumri>Gyumri} for Paris.
The heroes of {Shoushi>Shusha} are buried here.
The fall of {Shoushi>Shusha} shocked him.
After {Shoushi>Shusha} fell, Mr Weiss left.
Near {Shoushi>Shusha} Colonel Weiss was killed.
On Tuesday {Agdam>Aghdam} was returned.
Deserted {Agdam>Aghdam} is being rebuilt.
{Agdam>Aghdam} once made a fortified wine.
Wine was made in {Agdam>Aghdam}.
Trucks from Iran reached {Agdam>Aghdam}.
{Agdam>Aghdam} lies on the plain.
{Agdam>Aghdam} in the east was lost first.
{Jebrail>Jabrayil} and Zangilan were taken.
{Fizuli>Fuzuli} airport opened.
He was named mayor of {Agdam>Aghdam}.
The signing in {Erevan>Yerevan} was short.
He signed in {Erevan>Yerevan}, as agreed.
He goes by bus to {Erevan>Yerevan}.
The game in {Erevan>Yerevan} ended two all.
Trade through {Siounik>Syunik} grew.
He met Pashinyan. {Shushi>Shusha} fell.
The guests left Paris. {Shushi>Shusha} was quiet.
Azerbaijan took {Hankendi>Stepanakert} in 2023.
Two sons of {Gumri>Gyumri} fell.
Turkey’s border with {Gumri>Gyumri} province is shut.
Georgia and {Erevan>Yerevan} signed.
Refugees from {Bakou>Baku} came in 1990.
`,
  },
}
