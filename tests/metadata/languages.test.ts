/** Bylines and dates above an article, in the languages that the pipeline knows. */
import {describe, expect, test} from 'vitest'
import {readHeadLine} from '../../pipeline/lift-metadata/head-lines.js'

const statements = (line: string): Record<string, unknown> | undefined => {
  const found = readHeadLine(line)
  return found && Object.fromEntries(found.statements.map(({field, value}) => [field, value]))
}

describe('a byline', () => {
  test.each([
    ['By Anna Example', 'Anna Example'],
    ['Written by: Anna Example', 'Anna Example'],
    ['Von: Karla Muster', 'Karla Muster'],
    ['Ein Gastbeitrag von Karla Muster', 'Karla Muster'],
    ['Autor/in: Karla Muster', 'Karla Muster'],
    ['Door Pieter Voorbeeld', 'Pieter Voorbeeld'],
    ['Par Clémence Exemple', 'Clémence Exemple'],
    ['Publié par Clémence Exemple', 'Clémence Exemple'],
    ['Por: Ramiro Ejemplo', 'Ramiro Ejemplo'],
    ['Escrito por Ramiro Ejemplo', 'Ramiro Ejemplo'],
    ['Publicado por João Exemplo', 'João Exemplo'],
    ['A cura di Giulia Esempio', 'Giulia Esempio'],
    ['Autorka: Zofia Przykład', 'Zofia Przykład'],
    ['Автор: Анна Примерова', 'Анна Примерова'],
    ['Подготовила Анна Примерова', 'Анна Примерова'],
    ['Підготувала: Оксана Прикладна', 'Оксана Прикладна'],
    ['Yazan: Selin Örnek', 'Selin Örnek'],
    ['Muhabir: Selin Örnek', 'Selin Örnek'],
    ['Müəllif: Günel Nümunə', 'Günel Nümunə'],
    ['Հեղինակ՝ Արամ Օրինակյան', 'Արամ Օրինակյան'],
    ['ავტორი: ნინო მაგალითი', 'ნინო მაგალითი'],
    ['بقلم سمير مثال', 'سمير مثال'],
    ['كتب: سمير مثال', 'سمير مثال'],
    ['نویسنده: مهتاب نمونه', 'مهتاب نمونه'],
    ['מאת דנה לדוגמה', 'דנה לדוגמה'],
    ['लेखक: अनिल उदाहरण', 'अनिल उदाहरण'],
    ['作者：王小明', '王小明'],
    ['文／王小明', '王小明'],
    ['執筆者：山田太郎', '山田太郎'],
    ['文・山田太郎', '山田太郎'],
    ['Av Anna Exempel', 'Anna Exempel'],
    ['Skrevet af Anna Eksempel', 'Anna Eksempel'],
    ['Teksti: Anna Esimerkki', 'Anna Esimerkki'],
    ['Napsal Jan Příklad', 'Jan Příklad'],
    ['Írta: Példa Anna', 'Példa Anna'],
    ['Scris de Ion Exemplu', 'Ion Exemplu'],
    ['Γράφει ο Νίκος Παράδειγμας', 'Νίκος Παράδειγμας'],
    ['Piše: Ivan Primjer', 'Ivan Primjer'],
    ['Oleh: Budi Contoh', 'Budi Contoh'],
    ['Tác giả: Nguyễn Văn An', 'Nguyễn Văn An'],
    ['Nga Arben Shembull', 'Arben Shembull'],
    ['Autorius: Jonas Pavyzdys', 'Jonas Pavyzdys'],
    ['By Anna Example, Valley Press, 2018', 'Anna Example'],
    ['作者：王小明 来源：新华社', '王小明'],
    ['本报记者 王小明', '王小明'],
    ['本报记者 王小明 摄影报道', '王小明'],
    ['记者：王小明 编辑：李四', '王小明'],
  ])('%s', (line, author) => {
    expect(statements(line)).toEqual({author})
  })

  test.each([
    'Door het dorp reed een wagen',
    'Par temps de pluie on reste chez soi',
    'Di notte il ponte è chiuso',
    'Автор письма неизвестен',
    'بقلم رصاص',
    '本报记者 北京报道',
    '文化中心',
    'Updated by Anna Example',
    '文字の歴史',
  ])('is not: %s', (line) => {
    expect(statements(line)?.['author']).toBeUndefined()
  })
})

describe('a date line', () => {
  test.each([
    ['Posted on Monday, May 21, 2018 at 8:15 a.m.', {date: '2018-05-21'}],
    ['12:04, 24 June 2013', {date: '2013-06-24'}],
    ['By Anna Example | 12 Mar 2014 | 3 comments', {author: 'Anna Example', date: '2014-03-12'}],
    ['Montag, 21. Mai 2018, 8.15 Uhr', {date: '2018-05-21'}],
    ['Zuletzt aktualisiert am 21. Mai 2018', {modified: '2018-05-21'}],
    ['Maandag 21 mei 2018 om 08:15', {date: '2018-05-21'}],
    ['Publié le lundi 21 mai 2018 à 8h15', {date: '2018-05-21'}],
    ['Mis à jour le 22 mai 2018', {modified: '2018-05-22'}],
    ['Publicado el lunes, 21 de mayo de 2018', {date: '2018-05-21'}],
    ['21/05/2018 - 08:15 h.', {date: '2018-05-21'}],
    ['Segunda-feira, 21 de maio de 2018 às 08h15', {date: '2018-05-21'}],
    ['Pubblicato lunedì 21 maggio 2018', {date: '2018-05-21'}],
    ['Dodano: 21 maja 2018', {date: '2018-05-21'}],
    ['Опубликовано: понедельник, 21 мая 2018', {date: '2018-05-21'}],
    ['Оновлено 21 травня 2018 року', {modified: '2018-05-21'}],
    ['Yayınlanma: 21.05.2018 08:15', {date: '2018-05-21'}],
    ['Giriş: 21 Mayıs 2018 Pazartesi', {date: '2018-05-21'}],
    ['21 may 2018', {date: '2018-05-21'}],
    ['Yenilənib: 21 oktyabr 2018', {modified: '2018-10-21'}],
    ['Հրապարակվել է 21 մայիսի, 2018', {date: '2018-05-21'}],
    ['2018թ. մայիսի 21', {date: '2018-05-21'}],
    ['გამოქვეყნდა: 21 მაისი, 2018', {date: '2018-05-21'}],
    ['نُشر في: الاثنين 21 مايو 2018', {date: '2018-05-21'}],
    ['21 أيار/مايو 2018', {date: '2018-05-21'}],
    ['تاریخ انتشار: دوشنبه ۳۱ اردیبهشت ۱۳۹۷', {date: '2018-05-21'}],
    ['פורסם: יום שני, 21 במאי 2018', {date: '2018-05-21'}],
    ['प्रकाशित: सोमवार, 21 मई 2018', {date: '2018-05-21'}],
    ['发布时间：2018年5月21日 星期一 08:15', {date: '2018-05-21'}],
    ['公開日：2018年5月21日（月）', {date: '2018-05-21'}],
  ])('%s', (line, expected) => {
    expect(statements(line)).toEqual(expected)
  })

  test.each(['3 days ago', 'vor 2 Stunden', 'Hier à 8h15', '5 May', 'Oct 17', 'вчера', '昨天'])(
    'that does not say the year gives no date: %s',
    (line) => {
      expect(statements(line)?.['date']).toBeUndefined()
    },
  )
})
