/**
 * Prose that begins like debris stays, wherever in a text it stands; debris of the same beginnings goes. Here the rules
 * decide alone: what they are certain of nothing else overrules.
 */
import {describe, expect, test} from 'vitest'
import {stripDebrisAgain} from '../../pipeline/strip-debris/index.js'
import {Document} from '../../src/document/document.js'

const strip = (blocks: readonly string[]): string[] => {
  const document = new Document({id: 'case', text: `${blocks.join('\n\n')}\n`, mediaType: 'text/markdown'})
  const result = stripDebrisAgain.run(document, stripDebrisAgain.options.parse({}))
  return document.apply(result.edits, result).document.text.trimEnd().split('\n\n')
}

const body = [
  'The mill by the river was sold last week to a family that intends to live in it, the council said on Monday.',
  'Its wheel has not turned for thirty years, and the new owners say that they will leave it alone for good.',
  'Nobody in the valley had expected the sale, least of all the miller, who heard of it from the newspaper.',
] as const

const prose: Readonly<Record<string, string>> = {
  en: `
We use cookies to keep sessions. Yesterday they broke.
We use cookies as rewards for the smallest of the dogs.
Cookies are used in Norland as a kind of money at fairs.
All rights reserved for the miller alone, said the old charter.
Copyright in 1911 lasted for as long as a horse lives.
Copyright law, reserved for bishops, slept in a drawer.
No part of this valley has been dry since March.
Reproduction of eels is a riddle to all who fish here.
Creative commons are fields where anybody may plant.
Any use of the sluice wakes the geese.
Used with permission, a ladder is a fine thing.
Sign up for the choir was slow at first, but grew.
Sign up for a row of beans and you will eat in winter.
Subscribe to the theory or leave the hall, that was the choice.
Follow the river on our left and you reach the weir.
Join the rope at the knot, then pull.
Get the flour to your neighbours every morning.
Have bread every morning and you will never want cake.
Never miss the moment when the dough sighs.
Don't miss the bend behind the church.
Don't miss a step on the way down.
Stay tuned like a fiddle, and cold will not hurt you.
Keep informed neighbours close and drunk ones closer.
Thanks for reading.
Thanks for reading so far.
Thanks for reading to my mother in those last weeks.
Stay in touch.
You can opt out of a war, but not of a flood.
Download the map, the app of our fathers.
Install the wheel app side down and it will not turn.
See also: the manual for details about paths.
See also: the third chapter of the deed.
Read more: that is all the advice a teacher has.
Next: the flour is sifted twice.
Next: sift the flour
Previously: a field of rye. Now: a car park.
More: the bridge is not his at all.
Watch: the wheel moves.
Video: a window on the dead.
Recommended: two cups of rye
Continue reading was all that the night left him.
Continue reading until your eyes hurt.
More from the sea than from the land they took their living.
Read the rest of the wall and you know the town.
Click here for no reason, said the sign.
Next article of faith was the price of bread.
Previous post holders slept in the loft.
More in sorrow than in anger.
Other posts in the fence are rotten.
Top of the morning stories.
Articles by the dozen lay under the stone.
Next in line came the baker.
Photos of the mill hung in every hall of the valley.
Photo by photo the wall filled.
Image from a dream, it would not be painted.
Images of the flood are few.
Photography by night is an art of patience.
Picture by picture we sold the house.
Caption by caption the book was dictated.
Main photo of the wedding: lost.
Cover image is not what a cover is.
Listen to the story, then judge.
Listen to the episode of the goat before you laugh.
Watch the program of the moon.
Play the video of our lives backwards.
Read time like a clock.
Printed on rag paper, the deed outlived the mill.
Retrieved from the mud, the bell still rang.
Downloaded at the pier, the grain was weighed.
Page 2 of the deed is missing.
Skip the sugar if you like.
Skip to the end and you will find the wheel.
Skip over the puddle.
Jump to main street if the river rises.
Back to home cooking, then.
Return to the index finger.
Create an account of the flood for your children.
Sign in with blood if you must.
Already a member of the guild, he kept silent.
New members bring their own spoons.
Not a user of words, the miller nodded.
Register or leave to the sound of bells.
You are here because the river let you.
Home is where the wheel turns.
Home – and no light in the window.
Read it in one night.
Read in: a candle, a chair, silence.
Available in: nothing.
Tagged by the river, the stones kept their numbers.
Filed under the stairs lay the last of the letters.
Posted in the north, she learned to skate.
Topics: few, and mostly rain.
Issues: the axle, the roof, the bank.
Themes: water and bread.
Keywords are the teeth of a saw.
More about that later.
Next page the story turns.
Next slide down the bank took the barn.
Leave a comment in the book by the door and a coin in the box.
Leave a reply for three days and it will write itself.
Comments on this bread are few.
Comments are closed doors to those who cannot read.
Comments may be weeds.
Comments must be weighed like flour.
To leave a comment is to leave a footprint.
Please log in to the logbook every barrel.
You must log in every barrel of flour.
You need to be logged in to believe it, a lumberman's joke.
Name (required) by law stood above the font.
Subscribe to comments, and you will hear rain.
Notify me of the flood and nothing else.
Notify me when the bread is done.
Enter the code of silence and you stay.
Report abuse of the weir.
Use this form to bake twelve loaves.
Type the words on the heavy machine.
Sort by oldest, the wine makes more sense.
Three responses to a flood: run, swim, pray.
Two comments on the weather and the talk ended.
Three thoughts about bread.
That is all that he said.
So the miller wrote.
“It turns,” she says.
On Sunday, after the bells, the miller wrote.
Posted by the gate, two geese kept watch.
Become a friend of the river before you build on it.
Become a member of the guild, or bake at home.
Support the beam now with both hands.
Help the baker through the winter with wood.
We rely on the river for all that we eat.
We depend on rain.
Have questions ever filled a sack?
Got a story? Keep it.
If you can, contribute bread.
Send your letter to the moon.
Consider becoming a patron saint.
You have read the last of the stones.
To continue, free the axle first.
Try it for free, the ferryman winked.
Want the full sack? Carry it.
One article left the house each day: a chair, a bed, a pot.
Ad: this is what the Romans said for "to".
Anzeige – a word that the aunt brought home.
We may get some money for the wheel.
Some of the links in the chain are new.
If you buy flour, earn it.
Story continues below the weir, where the second wheel stands.
Disclaimer is a word for cowards.
Opinions expressed at the oven are warm.
Contact, once lost, is hard to find on a river.
Help, like flour, comes in sacks.
About, above, below: the water is everywhere.
Privacy, in a valley, is a hedge.
Designed by nobody, the village works.
Built by monks, it has no door.
Hosted by the widow, they sang until dawn.
It appears that the flash blinded the horse.
This page of the river enabled the town to grow.
Javascript of the old kind is written with a reed by John.
Address: the house with the wheel.
Contact me at the hour of the owl.
Order a loaf, get it on Sunday from your copy of a baker.
Listen to our bells.
Watch her hands.
My books are bread.
About the author nothing is known.
Chekhov wrote 500 stories.
More stories by the author of the flood were drowned.
1,200 people
Share this story of the mill with your fire and it burns twice.
Email this is not, but a letter.
Share via the fence, as neighbours do.
Click to print a coin in the mint of Norland.
Thank you for reading. I hope that it helps.
“Share.”
“Print.”
Quality.
Enough. Give.`,
  de: `
Wir verwenden Cookies, sagte die Köchin, nur zu Weihnachten.
Alle Rechte vorbehalten, so stand es im Brief des Müllers.
Nachdruck war damals billig und Papier war teuer.
Vervielfältigung ist das Geheimnis der Hefe.
Folgen Sie dem Bach bis zum Wehr, dort steht die Mühle.
Abonnieren Sie den Regen, er kommt von selbst.
Bleiben Sie am Ofen, bis das Brot singt.
Lesen Sie auch die Steine.
Mehr dazu weiß der Pfarrer.
Lesen Sie mehr als nur die Briefe des Müllers.
Mehr von Wasser als von Wein versteht der Wirt.
Die Kommentarfunktion des Herzens ist der Schmerz.
Um zu kommentieren, was geschah, fehlt uns das Wort.
Bitte melden Sie sich an der Brücke.
Meinen Namen hat der Fluss vergessen.
Sie müssen sich anmelden wie jeder Gast.
Helfen Sie jetzt dem Müller beim Tragen.
Unterstützen Sie diese Wand mit beiden Händen.
Für den Inhalt des Kruges bürgt der Wirt.
Zum Inhalt der Truhe schwieg die Tante.
Klicken, um den Riegel zu prüfen, half nichts.
Auf Facebook war der Müller nie.
Bild: so nannte man den Stein am Weg.
„Teilen.“
– Einverstanden.`,
  fr: `
Ce site est beau, et les cookies de la tante y furent célèbres.
Tous droits réservés au meunier, disait la charte.
Toute reproduction des anguilles reste un mystère.
Suivez la rivière jusqu'au moulin.
Rejoignez la rive avant la nuit.
Abonnez la terre à la pluie.
Voir aussi loin que le clocher demande de bons yeux.
Lire aussi vite que lui était impossible.
Soutenez la poutre avec les deux mains.
Faites un don de farine à qui frappe.
Pour commenter la pluie, il suffit d'une fenêtre.
Vous devez vous connecter à la terre.
Votre adresse email ne dit rien de vous.
Les opinions exprimées au four sont chaudes.
Cliquez pour ouvrir le verrou du moulin.
Partager sur la table le pain de midi.
Plus de farine que de pain.
Aller au menu du jour coûte cher.
Pour lire la suite, tournez la pierre.
Crédit : le boulanger n'en fait plus.
« Partager. »`,
  es: `
Utilizamos harina, nunca cookies, dijo la abuela.
Todos los derechos reservados al molinero, decía la carta.
Prohibida la reproducción de las anguilas, el río calló.
Sigue el canal hasta la casa del molino.
Recibe el canal toda el agua del monte.
Únete al canto, aunque llueva en el canal.
Lea también las piedras.
Ver también es tocar.
Más información en la cabeza que en los libros.
Más de un vecino duerme en el molino.
Apoya la mano en la piedra y escucha.
Dona el pan quien lo tiene.
Para comentar la lluvia basta una ventana.
Debes iniciar sesión de canto al alba.
Las opiniones del río no reflejan nada.
Saltar a la otra orilla era cosa de niños.
Compartir en silencio el pan es una costumbre vieja.
Temas: el agua y el pan.
Si te ha gustado el pan, vuelve mañana.
—Guardar.`,
  ru: `
Мы едим файлы, пошутил мельник, а куки оставляем детям.
Все права защищены лишь на бумаге, говорил старик.
Перепечатка в те годы стоила дороже хлеба.
При использовании старых вёсел лодка течёт.
Подписаться под этим он не мог.
Следите за руками мельника.
Присоединяйтесь к хору, пока поёт река.
Читайте также камни у дороги.
Смотрите также под ноги.
Подробнее: мост был деревянным.
Другие новости дня были ещё хуже.
Чтобы комментировать погоду, довольно окна.
Необходимо войти в воду по пояс.
Уведомить меня забыли.
Обязательные поля засевали рожью.
Помогите наш мост держать, пока не схлынет вода.
Поддержать работу мельника пришли все.
Мнение автора этих строк просто: хлеб лучше.
Продолжая путь, мы теряли файлы и шапки.
Перейти к содержанию сундука не решался никто.
Поделиться на дороге хлебом — старый обычай.
Нажмите, чтобы поделиться хлебом, на ручку двери.
Фото: вот всё, что осталось.
Темы: вода и хлеб.
— Хорошо.
— Понятно.
— Сохранить.`,
  pl: `
Używamy mąki, a pliki leżą w warsztacie.
Wszelkie prawa zastrzeżone dla młynarza, mówił stary list.
Kopiowanie obrazów uczyło cierpliwości.
Zapisz się na wodzie, powiedział młynarz.
Śledź w kanale to rzadkość.
Czytaj też kamienie przy drodze.
Zobacz także dno rzeki.
Wesprzyj dłoń na kamieniu.
Przekaż chleb dalej.
Aby komentować pogodę, wystarczy okno.
Musisz się zalogować w księdze młyna.
Powiadom mnie o powodzi.
Opinie wyrażone przy piecu są ciepłe.
Przejdź do rzeki.
Udostępnij na stole chleb.
Kliknij, aby otworzyć zasuwę.
Tematy: woda i chleb.
– Wyślij.`,
  tr: `
Bu sitede oturanlar cookie sevmez, dedi kapıcı.
Tüm hakları saklıdır değirmencinin, diyordu eski senet.
Onun adımlarını takip edin.
Ayrıca okuyun taşları, dedi dede.
Yorum yapmak için pencere yeter.
E-posta adresiniz dilinizdir.
Yazarın görüşleri yağmurla değişir.
Konular: su ve ekmek.
“Gönder.”`,
  hy: `
Միացեք պայքարին, մինչև ջուրը բարձրանա։
Հետևեք գետին մինչև ջրաղացը։
Կարդացեք նաև քարերը։
Մեկնաբանելու համար բավական է պատուհանը։
Պահպանել իմ անունը մոռացավ գետը։
Հղումը պարտադիր չէ հացի համար, ասաց ջրաղացպանը։`,
  ar: `
انضم إلى الحصاد قبل المطر.
تابعنا السير حتى الطاحونة.
اشترك الجيران في الخبز.
شاهد أيضا حجارة الطريق.
للتعليق على المطر تكفي نافذة.
يمنع المطر نشر الغسيل.`,
}

const lines = (text: string): string[] => text.trim().split('\n')

describe.each(Object.entries(prose))('prose in %s stays', (_, text) => {
  test.each(lines(text))('%s', (sentence) => {
    const [first, second, third] = body
    for (const blocks of [
      [first, sentence, second, third],
      [sentence, first, second, third],
      [first, second, third, sentence],
    ]) {
      expect(strip(blocks)).toEqual(blocks)
    }
  })
})

describe('numbers stay', () => {
  test.each([
    '1950 1,000',
    '1,204',
    '2 – 1',
    '3/5',
    '3 / 5',
    '10 % 20 %',
    '5 * 3 = 15',
    'X',
    '1900\t800',
    '12:30 14:45',
    '7',
    '1 2 3',
    '- 1,204\n- 3',
    '| 1900 | 800 |\n| --- | --- |\n| 1950 | 1,000 |',
    '€ 12',
    'In',
    'Line',
    'To',
    'New',
    '16:9',
  ])('%j', (block) => {
    const [first, second, third] = body
    for (const blocks of [
      [first, block, second, third],
      [first, second, third, block],
    ])
      expect(strip(blocks)).toEqual(blocks)
  })
})

const debris: readonly string[] = lines(`
We use cookies to improve your experience on our site.
We use cookies.
This website uses cookies. By continuing to browse you agree to our use of them.
By continuing to use this site you consent to our privacy policy.
Accept all cookies
© 2021 The Mill Review. All rights reserved.
All rights reserved.
Copyright © Ada Miller, 2020
No part of this article may be reproduced without permission.
Reproduction without written permission is prohibited.
Licensed under a Creative Commons licence.
Sign up for our newsletter.
Sign up for our free newsletter and get the best of the river every week.
Sign up for free email alerts.
Subscribe to our channel.
Subscribe to get the latest posts sent to your email.
Follow us on Facebook.
Follow us on Twitter and Instagram!
Get the news delivered to your inbox every morning.
Don't miss a story!
Never miss an update.
Stay up to date with our newsletter.
Thanks for reading The Mill Letter! Subscribe for free to receive new posts and support my work.
You can unsubscribe at any time with the link in every e-mail.
By signing up you agree to our terms.
Download our app.
Download the free app from the App Store.
Read more: The last miller speaks
READ ALSO: Who owns the mill?
[See also: the weir that moved.](https://news.example/weir)
Continue reading
Read the full story here.
Click here to read the full article.
More from The Mill Review
More stories from the valley
Related articles
Photo: A. Miller.
Photo by Ada Miller / Getty Images
Image courtesy of the mill
Video unavailable
Listen to this article
0:00 / 4:31
00:00
Your browser does not support the audio element.
1,204 views
4 min read
Page 2 of 7
A version of this article appears in print on page 4 of the Sunday edition.
Skip to main content
Skip to content.
Back to top
Create a free account
Already a subscriber? Log in.
Not a member? Sign up here.
Sign in with Google
Home > Rivers > Mills
You are here: Home > Mills
This article is also available in French.
EN | RU | TR
Tags: mills, rivers
Filed under: Rivers, Law
#mills #rivers
Leave a Reply
Your email address will not be published.
Required fields are marked *
Save my name, email, and website in this browser for the next time I comment.
Notify me of new posts by email.
You must be logged in to post a comment.
This site uses Akismet to reduce spam. Learn how your comment data is processed.
Comments are closed.
Be the first to comment on this article.
Pingback: The mills of the north
Share on Facebook
Facebook Twitter WhatsApp E-Mail Print
[f](#) [x](#) [in](#) [wa](#)
Click to share on Twitter (Opens in new window)
Share
ADVERTISEMENT
Story continues below advertisement.
Some of the links in this article are affiliate links.
This article is for subscribers only.
You have read 3 of 5 free articles this month.
To continue reading, please log in or create an account.
Please consider making a donation today.
Become a Member of the Mill Review
Support our journalism today.
Got a tip? Email us.
About the author
View all posts by Ada Miller
Wir verwenden Cookies, um Ihnen den besten Dienst zu bieten.
Alle Rechte vorbehalten.
Nachdruck nur mit Genehmigung des Verlags.
Jetzt Newsletter abonnieren
Folgen Sie uns auf Facebook.
Lesen Sie auch: Die Brücke am Wehr
Kommentar verfassen
Deine E-Mail-Adresse wird nicht veröffentlicht.
Artikel teilen
Dieser Artikel ist nur für Abonnenten.
Ce site utilise des cookies pour améliorer votre expérience.
Tous droits réservés.
Suivez-nous sur Facebook.
Lire aussi : Le pont du barrage
Votre adresse e-mail ne sera pas publiée.
Laisser un commentaire
Partager sur Facebook
Article réservé aux abonnés.
Utilizamos cookies para mejorar la experiencia de nuestros usuarios.
Todos los derechos reservados.
Síguenos en Twitter.
Lea también: El puente del molino
Tu dirección de correo electrónico no será publicada.
Compartir en Facebook
Мы используем файлы cookie. Продолжая работу с сайтом, вы соглашаетесь с этим.
Все права защищены.
При использовании материалов ссылка на сайт обязательна.
Подписывайтесь на наш канал в Telegram.
Читайте также: Мост закрыли на ремонт
Ваш e-mail не будет опубликован.
Оставить комментарий
Поделиться в Facebook
Поддержите нас
Używamy plików cookie, aby ulepszyć naszą stronę.
Wszelkie prawa zastrzeżone.
Zapisz się na nasz newsletter.
Czytaj też: Most, którego nikt nie chciał
Twój adres e-mail nie zostanie opublikowany.
Udostępnij na Facebooku
Tüm hakları saklıdır.
Bizi sosyal medyada takip edin.
Ayrıca okuyun: Köprü kapandı
E-posta adresiniz yayınlanmayacak.
Bütün hüquqlar qorunur © 2011-2022
Kanalımıza abunə olun
Հետևեք մեզ Telegram-ում։
Կարդացեք նաև՝ Կամուրջը փակ է
جميع الحقوق محفوظة
تابعونا على فيسبوك
اقرأ أيضا: جسر على النهر
لن يتم نشر عنوان بريدك الإلكتروني.`)

/** Lines whose rules look no further than before and behind the body. */
const edge: ReadonlySet<string> = new Set(['About the author', 'View all posts by Ada Miller', 'All rights reserved.'])

describe('debris goes', () => {
  test.each(debris)('%s', (line) => {
    const [first, second, third] = body
    expect(strip([first, second, third, line])).toEqual([...body])
    if (!edge.has(line)) expect(strip([first, line, second, third])).toEqual([...body])
  })
})

test('there is enough of both', () => {
  expect(Object.values(prose).flatMap(lines).length).toBeGreaterThan(150)
  expect(debris.length).toBeGreaterThan(100)
})
