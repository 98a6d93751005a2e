/** The rules that go by where and among what a unit stands, not by its phrases, with their cases. */
import type {Rule} from '../../src/document/stage.js'

const page =
  'The mill by the river was sold last week to a family that intends to live in it, and the council, which had hoped for a museum, was told of it by the newspaper a day after everybody else in the valley had heard the news from the miller himself'

const article = [
  'The mill by the river was sold last week to a family that intends to live in it, the council said on Monday, after two years in which nobody had wanted it.',
  'Its wheel has not turned for thirty years, and nobody in the valley expects it to turn again, for the weir above it was broken by the flood of 1987 and never mended.',
  'The new owners, who come from the city, say that they will leave the wheel alone. “We bought a house,” said the wife of the buyer, “and the wheel came with it.”',
  'The council had hoped for a museum. It heard of the sale from the newspaper, a day after everybody else in the valley had heard of it from the miller himself.',
]
const title = '# The mill is sold'
const blocks = (...parts: readonly (string | readonly string[])[]): string => `${parts.flat().join('\n\n')}\n`

/** What the model decides. */
export const judged: readonly Rule[] = [
  {
    id: 'before-body',
    class: 'navigation',
    reason: 'What stands before the body and looks like the menus and labels of a page is such.',
    examples: [
      {
        text: blocks('Skip to content', 'The Valley', 'Mills', 'Floods', 'Search', 'Log in', title, article),
        becomes: blocks(title, article),
      },
      {text: blocks(title, 'By the river', article)},
    ],
  },
  {
    id: 'behind-body',
    class: 'furniture',
    reason: 'What stands behind the body and looks like the foot of a page is such.',
    examples: [
      {
        text: blocks(title, article, 'Share this article', 'The Valley Press', 'Privacy Policy'),
        becomes: blocks(title, article),
      },
      {text: blocks(title, article, 'A. M.')},
      {text: blocks(title, article, 'Written at the mill.')},
    ],
  },
  {
    id: 'inside-body',
    class: 'furniture',
    reason: 'What interrupts the body and looks like the furniture of a page is such.',
    examples: [
      {
        text: blocks(
          title,
          article.slice(0, 2),
          'Share',
          'Tweet',
          'Our picks',
          'Valley Press Extra',
          'Print',
          article.slice(2),
        ),
        becomes: blocks(title, article),
      },
      {text: blocks(title, article.slice(0, 2), 'One.', 'Two.', 'Three.', 'Four.', article.slice(2))},
      {text: blocks(title, article.slice(0, 2), '- one wheel\n- two stones\n- a weir', article.slice(2))},
    ],
  },
]

export const structural: readonly Rule[] = [
  ...judged,
  {
    id: 'under-title',
    class: 'navigation',
    reason:
      'A date, a byline, a number or a lone link between title and body, on a page that shows its frame, is of the frame.',
    examples: [
      {text: blocks('Menu', title, '3 May 2016', article), becomes: blocks(title, article)},
      {text: blocks('Menu', title, '$149+', article), becomes: blocks(title, '$149+', article), isSpared: true},
      {
        text: blocks('Menu', title, 'By the river', article),
        becomes: blocks(title, 'By the river', article),
        isSpared: true,
      },
    ],
  },
  {
    id: 'page-mark',
    class: 'furniture',
    reason: 'Page numbers and running heads of a print stand where a page ended, often in the middle of a sentence.',
    examples: [
      {
        text: `${page} and the rest of the deed\n\n7\n\nMill Papers 3\n\nis lost.\n\n${page}.\n\n8\n\nMill Papers 3\n\n${page}.\n`,
        becomes: `${page} and the rest of the deed\nis lost.\n\n${page}.\n\n${page}.\n`,
      },
      {text: `1\n\n${page}.\n\n2\n\n${page}.\n\n3\n\n${page}.\n`},
    ],
  },
  {
    id: 'teaser-run',
    class: 'related',
    reason: 'Titles of other texts, each with its date, lead away from this one, whether a heading says so or not.',
    examples: [
      {
        text: blocks(
          article,
          ['[Two mills burn](/a)', '3 May 2016', '[A bridge is sold](/b)', '2 May 2016', '[The weir breaks again](/c)'],
          '1 May 2016',
        ),
        becomes: blocks(article),
      },
      {
        text: blocks(article, [
          '3 May 2016',
          'Two mills burn',
          '2 May 2016',
          'A bridge is sold',
          '1 May 2016',
          'The weir',
        ]),
      },
      {
        text: blocks(
          article,
          ['[Two mills burn](/a)', 'It was arson.', '3 May 2016', '[A bridge is sold](/b)', 'Nobody was told.'],
          ['2 May 2016', '[The weir breaks again](/c)', 'It held a day.', '1 May 2016'],
        ),
      },
      {
        text: blocks(
          article.slice(0, 2),
          ['3 May 2016', 'The mill is sold.', '2 May 2016', 'The bid of the museum is refused.', '1 May 2016'],
          article.slice(2),
        ),
      },
    ],
  },
  {
    id: 'picture-caption',
    class: 'image',
    reason: 'A caption whose picture is not in the text interrupts it; the credit at its end tells it from a sentence.',
    examples: [
      ...[
        'The wheel of the mill on Tuesday, 19 November 2019. (Ada Miller/AP)',
        'The wheel has not turned for thirty years (Photo: Getty Images)',
        'Protesters at the mill have worn masks (Image: GETTY )',
        'The miller waters the wheel. Credit: Prism',
        'The miller at the weir. Photo by Ada Miller, used with permission.',
        'The wheel on Tuesday. It has not turned for thirty years. (Ada Miller / Getty Images).',
        'The mill by the river, from the air. Ada Miller/Reuters',
        'Valley captain Bob Weir III Ada Miller / Associated Press',
        '老磨坊的水车在星期二早晨转动，村里人排队观看，雨一直没有停。图片：新华社',
        'FILE - In this May 3, 2016 photo the wheel turns.',
        'Das Rad der Mühle am Dienstag. Foto: dpa',
        'Колесо мельницы во вторник. Фото: Ада Мельник',
        'Değirmenin çarkı salı günü döndü. Fotoğraf: Ada Değirmenci',
      ].map((caption) => ({
        text: blocks(title, article.slice(0, 2), caption, article.slice(2)),
        becomes: blocks(title, article),
      })),
      ...[
        'The mill brought 4 % of all flour in 2019 (Source: Office of Mills).',
        'Nobody will turn the wheel before the spring, said the council on Tuesday. (Reuters)',
        'She sent the letter on Monday (in the photo: her father) and left.',
        'Three lectures and an essay are asked for in the first year. Credits: 12',
        'He was a photographer of mills and sold his pictures to Getty Images',
        'In this undated photo my father stands before the wheel and looks past it.',
        'File the deed with the council within a month (in person).',
        'It went round the world with the wrong name. Photo by Anonymous, the papers wrote.',
        'That was years ago. She sued the agency for selling pictures of the mill that were free to all (Getty Images).',
      ].map((sentence) => ({text: blocks(title, article.slice(0, 2), sentence, article.slice(2))})),
      {
        text: blocks(
          title,
          article.slice(0, 2),
          '![The wheel](/wheel.jpg)',
          'The wheel of the mill on Tuesday. (Ada Miller/AP)',
          article.slice(2),
        ),
      },
      {
        text: blocks(
          title,
          'The wheel on Tuesday. (Ada Miller/AP)',
          'The weir on Tuesday. (Ada Miller/AP)',
          'The miller at home. (Ada Miller/AP)',
          article[0]!,
        ),
      },
    ],
  },
  {
    id: 'lonely-rule',
    class: 'layout',
    reason: 'A thematic break parts two things; where one of them is gone, it goes too.',
    examples: [
      {
        text: 'The mill was sold last week to a family that intends to live in it.\n\n---\n\nShare\n',
        becomes: 'The mill was sold last week to a family that intends to live in it.\n',
      },
      {text: blocks(title, article.slice(0, 2), '---', article.slice(2))},
      {text: blocks(title, article, '---', 'A. M.')},
    ],
  },
]
