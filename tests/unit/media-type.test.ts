/** A text is HTML, markdown or plain text by what it holds. */
import {describe, expect, test} from 'vitest'
import {sniffMediaType} from '../../src/document/media-type.js'

const prose = 'The rain fell on the town all night. By morning the river stood at the doors.\n\n'

describe.each([
  [
    'text/html',
    {
      'a page': '<!DOCTYPE html>\n<html><body><p>Rain</p></body></html>',
      'upper case, without a doctype': '<HTML><BODY><P>Rain</BODY></HTML>',
      'behind a mark, blanks, comments and an XML declaration':
        '\ufeff \n<?xml version="1.0"?><!-- saved --><!-- twice -->\n<html lang="en"><p>Rain</p>',
      'a head alone': '<meta charset="utf-8"><title>Rain</title>',
      'a fragment': '<div class="article"><p>The rain fell on the town.</p><p>It did not stop.</p></div>',
      'a paragraph': '<p>The rain fell.</p>\n<p>It did not stop.</p>\n',
      'a page behind noise': '<br />\n<b>Warning</b>: x on line 5<br />\n<html><body><p>Rain</p></body></html>',
    },
  ],
  [
    'text/markdown',
    {
      'a link': `${prose}See [the report](https://example.org/a_(b)).`,
      'an image with brackets': `![[user icon]](https://example.org/i.png)\n${prose}`,
      'a heading at its head': `# Rain over the town\nby Anna Example\n${prose}`,
      headings: `# Rain\n\n${prose}## After the rain\n\n${prose}`,
      'front matter': `---\ntitle: Rain\ntags:\n  - weather\n---\n\n${prose}`,
      'an escape': `${prose}It cost \\$2.5 billion.`,
      'an escaped list number': `${prose}2020\\. That was the year.`,
      'an escaped underscore': `${prose}See snake\\_case.`,
      'a broken line of verse': 'the river runs along,\\\nand nobody is left',
      strong: `**Rain** fell. ${prose}`,
      'a fence': `${prose}\`\`\`js\nrain()\n\`\`\`\n`,
      'an autolink': `${prose}<https://example.org>`,
      'a little HTML inside': `${prose}[a](b) <u>under</u> <b>bold</b>`,
      'a banner in HTML': `<p align="center"><img src="a.png"></p>\n\n# Rain\n\n[a](b) [c](d) [e](f)\n\n${prose}`,
      'a title in asterisks, where paragraphs stand apart': `${prose}Her novel, *The Long Rain*, was out.`,
      'a name of code, where paragraphs stand apart': `${prose}Run \`rain --town\` to see.\n\n- one\n- two\n`,
      'a heading alone': '# RAIN OVER THE TOWN',
      'with Windows line ends': `## Rain\r\n\r\nIt fell.\r\n\r\n## After\r\n`,
    },
  ],
  [
    'text/plain',
    {
      nothing: '',
      prose,
      'about tags': `Use <b> for bold and <p> for a paragraph. ${prose}`,
      'a list of numbers': '1. Rain\n2. Snow\n',
      'signs of arithmetic': '2 * 3 * 4 = 24, a_b and c_d, #1 and # of rain; [1] [2] (see above)',
      'a thread of mail': '> It rained.\nDid it?\n> Yes.\n',
      'hash tags': '#rain #town\nIt fell.',
      dashes: '- Rain\n- Snow\n',
      'a rule at the start': '---\nRain fell in the town.\n---\nIt did not stop.',
      'a title in asterisks, where lines follow each other': 'It rained.\nHer novel, *The Long Rain*, was out.\n',
      'a path': 'Look in C:\\Users\\rain for it.',
    },
  ],
] as const)('%s', (type, cases) => {
  test.each(Object.entries(cases))('%s', (_, text) => {
    expect(sniffMediaType(text)).toBe(type)
  })
})
