/** Other places of the name, and sentences of all kinds. */
import type {Kind} from './kind.js'

export const places: Readonly<Record<string, Kind>> = {
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
  'people, in the Armenian profile': {
    profile: 'armenian',
    stays: `
He whispered to Lachin.
Lachin whispered to Aydin.
She kissed Lachin on the cheek.
They elected Lachin to the board.
He read Fuzuli in the original.
She translated Fuzuli into French.
The influence of Fuzuli on Nava’i is small.
The manuscript was ascribed to Fuzuli.
A street named after Fuzuli runs to the sea.
Fuzuli died of the plague in 1556.
Customs officers found Ganja in the boot.
He grew Ganja behind the shed.
They sold Ganja by the gram.
He was high on Ganja.
Lachin thanked her mother.
Her husband took Lachin to court.
We wrote to Lachin.
He sent flowers to Lachin.
It reminded Lachin of home.
`,
    changes: `
He came back to {Lachin>Berdzor} after the war.
Trucks rolled into {Fuzuli>Varanda}.
The villages around {Lachin>Berdzor} burned.
Peacekeepers were deployed to {Lachin>Berdzor}.
Families were resettled in {Fuzuli>Varanda}.
The mayor of {Ganja>Gandzak} resigned.
Missiles landed in {Ganja>Gandzak}.
The railway from Baku to {Ganja>Gandzak} was cut.
He studied in {Ganja>Gandzak} before the war.
They were expelled from {Lachin>Berdzor}.
The airport in {Fuzuli>Varanda} opened.
Power was restored to {Lachin>Berdzor}.
The army advanced to {Fuzuli>Varanda}.
They were exiled to {Ganja>Gandzak}.
The capture of {Fuzuli>Varanda} took a week.
`,
  },
  'and more': {
    profile: 'international',
    stays: `
Onnik Sewan sells carpets.
The trial of Onnik Sewan began.
Onnik Sewan, 61, sells carpets.
Judge Karabağ read the verdict.
Ms Karabağ’s lawyer left.
Haik Gumri and Onnik Sewan met.
Sculptor Haik Gumri met him.
Haik Gumri’s statue fell.
The Gumri foundation, set up by Haik Gumri, gave money.
Karabach AG builds lifts.
The rock group Arcach toured Poland.
Our favourite bar, Erevan, closed.
The label Sewan Records folded.
The airline Karabach was grounded.
They screened Karabach, a film by Weiss.
The minesweeper Agdam sank.
Her first single, Arcach, flopped.
Karabağ (Bodrum) is a quarter.
He adopted the name Arcach.
Under the pen name Karabach she wrote odes.
`,
    changes: `
Talks with {Erevan>Yerevan} failed.
{Erevan>Yerevan} welcomed the deal.
Ankara and {Erevan>Yerevan} reopened the border.
Ankara told {Erevan>Yerevan} to wait.
The Kremlin warned {Erevan>Yerevan}.
Weiss flew to {Erevan>Yerevan}.
The Armenian capital, {Erevan>Yerevan}, was calm.
Armenia’s second city, {Gumri>Gyumri}, was calm.
Russian troops in {Gumri>Gyumri} stayed.
{Gumri>Gyumri}, Vanadzor and Goris were calm.
Heavy snow fell on {Gumri>Gyumri}.
A quake hit {Gumri>Gyumri} in 1988.
{Gumri>Gyumri} was levelled in 1988.
{Gumri>Gyumri} had two theatres.
Tourists love {Gumri>Gyumri}.
Tourists in {Gumri>Gyumri} eat well.
Historic {Shoushi>Shusha} had six churches.
{Karabagh>Karabakh} has been at war.
No one left {Karabagh>Karabakh}.
{Karabagh>Karabakh} peace talks began.
Why {Karabagh>Karabakh} matters is plain.
What {Erevan>Yerevan} wants is plain.
Where {Agdam>Aghdam} stood there are stones.
Medieval {Arcach>Artsakh} had its princes.
Autumn in {Arcach>Artsakh} is mild.
Rebuilt {Agdam>Aghdam} has wide streets.
The Azerbaijani city of {Agdam>Aghdam} is empty.
German tourists in {Erevan>Yerevan} were safe.
Police in {Erevan>Yerevan} freed him.
Tickets to {Erevan>Yerevan} cost more.
Two hours from {Erevan>Yerevan} lies a lake.
Deputies from {Siounik>Syunik} objected.
The company opened a restaurant in {Gumri>Gyumri}.
`,
  },
}
