/** Classes as they are shown: the label says which, the colour of its kin only helps. */
import type {ReportHead} from '../model.js'
import {el, svg} from './dom.js'
import {count, percent} from './format.js'

/** Classes that share a colour. */
const kin: Readonly<Record<string, readonly string[]>> = {
  source: ['encoding', 'markup', 'hidden', 'layout'],
  metadata: ['metadata', 'front-matter'],
  social: ['share', 'comments', 'comment-form', 'login'],
  navigation: ['navigation', 'tags', 'related'],
  promotion: ['newsletter', 'advertisement', 'promotion', 'paywall', 'bio'],
  legal: ['legal', 'rights'],
  media: ['image', 'media', 'counter'],
  repeat: ['furniture', 'repeat', 'duplicate'],
  spelling: ['link', 'name'],
}
const kinOf = new Map(
  Object.entries(kin).flatMap(([name, members]) => members.map((member) => [member, name] as const)),
)

/** The CSS class that colours a class of rules. */
export function colourOf(className: string): string {
  return `k-${kinOf.get(className) ?? 'custom'}`
}

/** The name of a class, in its colour. */
export function chip(className: string, meaning?: string): HTMLElement {
  return el('span', {class: `chip ${colourOf(className)}`, title: meaning || undefined}, className)
}

/** A share of a bar. */
export interface Share {
  readonly className: string
  readonly words: number
}

/** What of some words went to which class; what is left of the bar is what stays. The same in words, for whoever does not see it. */
export function bar(shares: readonly Share[], all: number, label: string): SVGElement {
  const gone = shares.filter(({words}) => words > 0).sort((a, b) => b.words - a.words)
  const sum = gone.reduce((total, {words}) => total + words, 0)
  const scale = 100 / Math.max(all, sum, 1)
  const told = gone.slice(0, 4).map(({className, words}) => `${className} ${percent(words, all)}`)
  const name = `${label}${told.length > 0 ? `: ${told.join(', ')}${gone.length > 4 ? ' and more' : ''}` : ': nothing went'}`
  const element = svg('svg', {class: 'bar', role: 'img', 'aria-label': name, width: '100%', height: 12})
  let x = 0
  for (const {className, words} of gone) {
    const width = words * scale
    const part = svg('rect', {
      x: `${x}%`,
      y: 0,
      width: `${width}%`,
      height: '100%',
      class: `fill ${colourOf(className)}`,
    })
    part.append(svg('title', {}, `${className}: ${count(words, 'word')}, ${percent(words, all)}`))
    element.append(part)
    x += width
  }
  return element
}

/** The shares of classes that are given by number. */
export function sharesOf(head: ReportHead, classes: readonly (readonly [number, number, ...number[]])[]): Share[] {
  return classes.map(([number, words]) => ({className: head.classes[number]!.name, words}))
}
