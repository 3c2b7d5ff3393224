import { describe, expect, test } from 'vitest'
import { rows, type Phrases } from './measures'
import { byRule, nameOf, ofState } from './reading'
import type { Structure, Totals } from './structure'
import { say, type Wording } from './wording'

const PHRASES: Phrases = {
  list: (items) => items.join(' en '),
  position: (position) => `positie ${position}`,
  seat: (number) => `stoel ${number}`,
  nameless: 'zonder naam',
  localProfessional: (local, professional) => `${local} lokaal, ${professional} professioneel`,
  sphereReach: (local, professional, both) => `${local}/${professional}/${both}`,
  ring: (steps, actors, ingredients) => `${steps}: ${actors} en ${ingredients}`,
  number: String,
}

const WORDING: Wording = {
  measures: {
    coverage: {
      label: 'dekking',
      text: 'Wat bereikbaar is.',
      said: {
        one: '{count} van {whole} is bereikbaar',
        other: '{count} van {whole} zijn bereikbaar',
      },
    },
    vulnerability: {
      label: 'kwetsbaarheid',
      text: 'Wat één drager heeft.',
      said: { one: '{count} van {whole} heeft', other: '{count} van {whole} hebben' },
    },
    mean_carriers: { label: 'dragers gemiddeld', text: 'Gemiddeld.' },
  },
  findings: {},
  formats: {},
  positions: {},
  states: {},
  attribution: '',
}

const ACTOR = {
  label: 'supermarkt',
  kind: 'organisation',
  sphere: 'local',
  concreteness: 'named',
  on_cloth: true,
  positions: [],
  inmost: null,
  involvements: [],
  distance: 1,
  reach: 2,
  sole_reach: 1,
  sole: ['i1'],
  seats: 1,
  bridged_pairs: 0,
  contact: false,
  story: false,
} as const

const TOTALS: Totals = {
  ingredients: 3,
  cloth_actors: 2,
  actors: 2,
  ties_factual: 5,
  ties_expected: 0,
  ties_wished: 0,
  factual_share: 1,
  touched: 2,
  loose: ['i3'],
  expected_only: [],
  hanging: [],
  reachable: 2,
  coverage: 0.6667,
  coverage_per_seat: { s1: [2, 3] },
  single_carried: 1,
  vulnerability: 0.5,
  mean_carriers: 1.5,
  sphere_count: { local: 2, professional: 0 },
  sphere_reach: { local: 2, professional: 0, both: 0, only_local: 2, only_professional: [] },
  leaning: [],
  facilitator_dependence: 0,
  concreteness: [2, 2],
  contacts_ready: { with_contact: 0, with_story: 0, ready: 0 },
  rings: { '1': { actors: 2, ingredients: 0 } },
  several_positions: [],
  no_position: ['a1', 'a2'],
}

function structure(totals: Partial<Totals> = {}): Structure {
  return {
    theme: { id: 't', text: 'Vrolijk groot worden' },
    seats: { s1: { label: 'stoel 1', actor: null, host: false } },
    actors: { a1: { ...ACTOR }, a2: { ...ACTOR, label: '' } } as unknown as Structure['actors'],
    ingredients: {
      i1: { text: 'bijbaantjes', seat: 's1', carriers: ['a1'], distance: 2, state: 'single' },
      i2: {
        text: 'gezond eten',
        seat: 's1',
        carriers: ['a1', 'a2'],
        distance: 2,
        state: 'carried',
      },
      i3: { text: 'budget', seat: 's1', carriers: [], distance: null, state: 'loose' },
    },
    ties: [],
    contested: [],
    totals: { ...TOTALS, ...totals },
    positions: { initiator: [], partner: [], connector: [], supplier: [], user: [] },
    convergence: { equal: [], probable: [], resembles: [] },
    converging: [],
    findings: [],
  }
}

const row = (key: string, given = structure()) =>
  rows(given, WORDING, PHRASES).find((one) => one.key === key)

describe('a measure', () => {
  test('says its number in the form that fits', () => {
    expect(row('coverage')?.said).toBe('2 van 3 zijn bereikbaar')
    expect(row('vulnerability')?.said).toBe('1 van 2 heeft')
  })

  test('opens the notes behind it', () => {
    expect(row('coverage')?.behind).toEqual(['bijbaantjes', 'gezond eten'])
  })

  test('names the carrier with each single thread', () => {
    expect(row('vulnerability')?.behind).toEqual(['bijbaantjes: supermarkt'])
  })

  test('says nothing when there is nothing to count from', () => {
    const empty = structure({
      ingredients: 0,
      reachable: 0,
      single_carried: 0,
      mean_carriers: null,
    })
    expect(row('coverage', empty)?.said).toBeNull()
    expect(row('mean_carriers', empty)?.said).toBeNull()
  })

  test('without words in the language is left out', () => {
    expect(rows(structure(), WORDING, PHRASES).map(({ key }) => key)).toEqual([
      'coverage',
      'vulnerability',
      'mean_carriers',
    ])
  })
})

describe('a subject', () => {
  test.each([
    ['a1', 'supermarkt'],
    ['a2', 'zonder naam'],
    ['i3', 'budget'],
    ['s1', 'stoel 1'],
    ['partner', 'positie partner'],
    ['t', 'Vrolijk groot worden'],
  ])('%s is called %s', (id, name) => {
    expect(nameOf(structure(), id, PHRASES)).toBe(name)
  })
})

test('ingredients are found by their state', () => {
  expect(ofState(structure(), 'loose', 'single')).toEqual(['i1', 'i3'])
})

test('findings of one rule stand together, in the order in which the rules come', () => {
  const found = ['loose', 'thin', 'loose'].map((rule, n) => ({
    rule,
    subjects: [`i${n}`],
    weight: 1,
  }))
  const grouped = byRule(found).map(([rule, hits]) => [rule, hits.length])
  expect(grouped).toEqual([
    ['loose', 2],
    ['thin', 1],
  ])
})

test('a sentence keeps a placeholder for which there is no value', () => {
  expect(say({ one: '{subject}', other: '{subject}, {count}' }, 2)).toBe('{subject}, 2')
})
